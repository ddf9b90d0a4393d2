/// Questions that are asked of several things, each of which may stay undecided, which is nil: that is
/// the answer only where no other thing settles it.
extension Sequence {
  func anyHolds(_ holds: (Element) -> Bool?) -> Bool? {
    var answer: Bool? = false
    for element in self {
      switch holds(element) {
      case true?: return true
      case nil: answer = nil
      case false?: break
      }
    }
    return answer
  }

  func noneHolds(_ holds: (Element) -> Bool?) -> Bool? { anyHolds(holds).map { !$0 } }

  func allHold(_ holds: (Element) -> Bool?) -> Bool? { noneHolds { holds($0).map { !$0 } } }
}

/// Whether both hold; the second is not asked where the first settles it.
func both(_ first: Bool?, _ second: @autoclosure () -> Bool?) -> Bool? {
  if first == false { return false }
  let second = second()
  return first == nil && second == true ? nil : second
}
