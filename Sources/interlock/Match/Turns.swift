import Dispatch

/// Lets threads that took numbered pieces of work in order put down their results in that order.
///
/// INVARIANT: a thread has one piece at a time, and pieces are numbered without gaps as they are
/// taken, so no two that are under way share a semaphore.
struct Turns: Sendable {
  private let semaphores: [DispatchSemaphore]

  init(threads: Int) {
    semaphores = (0..<threads).map { _ in DispatchSemaphore(value: 0) }
    semaphores[0].signal()
  }

  /// Returns when all pieces before have ended.
  func wait(for piece: Int) { semaphores[piece % semaphores.count].wait() }

  func end(_ piece: Int) { semaphores[(piece + 1) % semaphores.count].signal() }
}
