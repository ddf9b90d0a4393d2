import CYAML

/// libyaml's events over bytes that it reads in place, one at a time.
///
/// This file holds all unsafe code of the module.
@safe struct EventStream: ~Copyable {
  enum Kind {
    case streamStart, streamEnd, documentStart, documentEnd
    case alias, scalar, sequenceStart, sequenceEnd, mappingStart, mappingEnd
    /// The text is refused; `problem` says why.
    case failure
  }

  /// Where and why libyaml gave up; places are counted in characters, `offset` in bytes.
  struct Problem {
    var text: String
    var context: String
    var index: Int
    var contextIndex: Int
    /// Set instead of `index` for a character that YAML does not allow at all, which is `value`.
    var offset: Int?
    var value: Int
  }

  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let event: UnsafeMutablePointer<yaml_event_t>
  private var holdsEvent = false

  /// Runs `body` with the events of `bytes`; nil where memory is short.
  static func over<Result>(
    _ bytes: [UInt8], body: (inout EventStream) throws(Refusal) -> Result
  ) throws(Refusal) -> Result? {
    try unsafe bytes.withUnsafeBufferPointer { (buffer) throws(Refusal) -> Result? in
      // INVARIANT: the stream does not outlive `buffer`, which libyaml reads from.
      guard var stream = unsafe EventStream(buffer) else { return nil }
      return try body(&stream)
    }
  }

  private init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    unsafe parser = .allocate(capacity: 1)
    unsafe event = .allocate(capacity: 1)
    guard unsafe yaml_parser_initialize(parser) == 1 else {
      unsafe parser.deallocate()
      unsafe event.deallocate()
      return nil
    }
    unsafe yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    if holdsEvent { unsafe yaml_event_delete(event) }
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
    unsafe event.deallocate()
  }

  /// Moves to the next event. After `streamEnd` or `failure` it must not be called again.
  mutating func next() -> Kind {
    if holdsEvent { unsafe yaml_event_delete(event) }
    holdsEvent = unsafe yaml_parser_parse(parser, event) == 1
    guard holdsEvent else { return .failure }
    return switch unsafe event.pointee.type {
    case YAML_STREAM_START_EVENT: .streamStart
    case YAML_STREAM_END_EVENT, YAML_NO_EVENT: .streamEnd
    case YAML_DOCUMENT_START_EVENT: .documentStart
    case YAML_DOCUMENT_END_EVENT: .documentEnd
    case YAML_ALIAS_EVENT: .alias
    case YAML_SCALAR_EVENT: .scalar
    case YAML_SEQUENCE_START_EVENT: .sequenceStart
    case YAML_SEQUENCE_END_EVENT: .sequenceEnd
    case YAML_MAPPING_START_EVENT: .mappingStart
    case YAML_MAPPING_END_EVENT: .mappingEnd
    default: .failure
    }
  }

  /// First character of the current event, its tag and anchor included.
  var startIndex: Int { unsafe event.pointee.start_mark.index }
  /// Just after the last character of the current event.
  var endIndex: Int { unsafe event.pointee.end_mark.index }

  /// Appends the characters of the current scalar as UTF-8 and gives their number of bytes.
  func appendScalar(to text: inout [UInt8]) -> Int {
    let scalar = unsafe event.pointee.data.scalar
    unsafe text.append(
      contentsOf: UnsafeBufferPointer(start: scalar.value, count: scalar.length))
    return unsafe scalar.length
  }

  var scalarStyle: YAMLNode.Style {
    switch unsafe event.pointee.data.scalar.style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: .literal
    case YAML_FOLDED_SCALAR_STYLE: .folded
    default: .plain
    }
  }

  /// The style of the current start of a collection.
  var collectionStyle: YAMLNode.Style {
    let isFlow =
      unsafe event.pointee.type == YAML_MAPPING_START_EVENT
      ? unsafe event.pointee.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
      : unsafe event.pointee.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
    return isFlow ? .flow : .block
  }

  /// The name of the current alias.
  var alias: String { unsafe Self.string(event.pointee.data.alias.anchor) ?? "" }

  /// The anchor of the current node, if any.
  var anchor: String? {
    switch unsafe event.pointee.type {
    case YAML_SCALAR_EVENT: unsafe Self.string(event.pointee.data.scalar.anchor)
    case YAML_SEQUENCE_START_EVENT: unsafe Self.string(event.pointee.data.sequence_start.anchor)
    case YAML_MAPPING_START_EVENT: unsafe Self.string(event.pointee.data.mapping_start.anchor)
    default: nil
    }
  }

  /// The resolved tag of the current node, if it has one.
  var tag: String? {
    switch unsafe event.pointee.type {
    case YAML_SCALAR_EVENT: unsafe Self.string(event.pointee.data.scalar.tag)
    case YAML_SEQUENCE_START_EVENT: unsafe Self.string(event.pointee.data.sequence_start.tag)
    case YAML_MAPPING_START_EVENT: unsafe Self.string(event.pointee.data.mapping_start.tag)
    default: nil
    }
  }

  /// Why the last call of `next` failed.
  var problem: Problem {
    let state = unsafe parser.pointee
    let isReader = unsafe state.error == YAML_READER_ERROR
    return unsafe Problem(
      text: Self.string(state.problem) ?? "out of memory",
      context: Self.string(state.context) ?? "",
      index: state.problem_mark.index, contextIndex: state.context_mark.index,
      offset: isReader ? state.problem_offset : nil, value: Int(state.problem_value))
  }

  private static func string(_ characters: UnsafePointer<CChar>?) -> String? {
    guard let characters = unsafe characters else { return nil }
    return unsafe String(cString: characters)
  }

  private static func string(_ characters: UnsafePointer<yaml_char_t>?) -> String? {
    guard let characters = unsafe characters else { return nil }
    return unsafe String(cString: characters)
  }
}
