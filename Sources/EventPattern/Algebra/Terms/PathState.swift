/// What a solution must fulfil at one path, as far as it has been chosen.
struct PathState {
  struct Need {
    let values: ValueSet
    /// Which requirement asks: values of one requirement stand in one element of every array.
    let source: Int
  }

  var mayBeAbsent = true
  var mayBePresent = true
  /// For each one some value, unless the path may be and is absent.
  var needs: [Need] = []
  /// No value may be in any of these.
  var forbidden: [ValueSet] = []
  /// Requirements that find nothing here in the element they look at.
  var absentFor: [Int] = []
  /// Values found for the needs, kept to answer quickly while they still do.
  var found: [ScalarValue] = []

  mutating func require(_ condition: Problem.Condition, source: Int) {
    if !condition.admitsAbsence { mayBeAbsent = false }
    if condition.values.isNone {
      mayBePresent = false
    } else {
      needs.append(Need(values: condition.values, source: source))
    }
  }

  /// No value passes, and where absence would, some value is there.
  mutating func refuse(_ condition: Problem.Condition, sources: [Int]) {
    if condition.admitsAbsence {
      mayBeAbsent = false
      needs += sources.map { Need(values: .all, source: $0) }
    }
    if condition.values.isEverything {
      mayBePresent = false
    } else if !condition.values.isNone {
      forbidden.append(condition.values)
    }
  }
}
