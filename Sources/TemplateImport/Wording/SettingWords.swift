import Topology

/// What a setting of the native language is called elsewhere. `%` stands for its value.
struct SettingWords {
  enum Unit { case seconds }

  /// A kind of resource, or the rule that gives the advice, where the key means another setting of
  /// others.
  var subject: String?
  /// Only where the value is a mapping.
  var isOfMappings: Bool
  private var cloudFormation: String
  private var terraform: String
  private var unit: Unit?
  /// Values that are words of their own, by the native word.
  private var values: [String: String]

  init(
    _ cloudFormation: String, _ terraform: String, _ unit: Unit? = nil, of subject: String? = nil,
    isOfMappings: Bool = false, values: [String: String] = [:]
  ) {
    self.cloudFormation = cloudFormation
    self.terraform = terraform
    self.unit = unit
    self.subject = subject
    self.isOfMappings = isOfMappings
    self.values = values
  }

  func text(in form: TemplateForm) -> String {
    form == .terraform ? terraform : cloudFormation
  }

  /// The key alone: what stands before its value.
  func name(in form: TemplateForm) -> String {
    String(text(in: form).prefix { !": ={".contains($0) })
  }

  /// The native value in this setting's unit and words; `written` is how it stands otherwise.
  func value(_ native: String, written: String) -> String {
    if let word = values[native] { return written.replacing(native, with: word) }
    guard unit == .seconds else { return written }
    let number = native.prefix { $0.isASCII && $0.isNumber }
    guard let count = Int(number), let length = Self.lengths[String(native[number.endIndex...])]
    else { return written }
    let seconds = count.multipliedReportingOverflow(by: length)
    return seconds.overflow ? written : "\(seconds.partialValue)"
  }

  /// Whole seconds; what is shorter is not advised.
  private static let lengths = ["s": 1, "m": 60, "h": 3_600, "d": 86_400]
}
