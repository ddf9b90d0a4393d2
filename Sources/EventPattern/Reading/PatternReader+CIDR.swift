extension PatternReader {
  /// An address block as the service reads it: text behind a second slash at the end is ignored,
  /// a mask as long as the address is refused.
  func cidr(_ text: [UInt8]) throws(PatternFault) -> CIDRBlock {
    var parts = text.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    while parts.last?.isEmpty == true { parts.removeLast() }
    guard parts.count == 2 else { throw fault(.cidr(.slash)) }
    guard let bits = Int32(String(decoding: parts[1], as: UTF8.self)) else {
      throw fault(.cidr(.bitsNotInteger))
    }
    if bits < 0 { throw fault(.cidr(.bitsNegative)) }
    let literal = Array(parts[0])
    let shown = String(decoding: literal, as: UTF8.self)
    guard looksLikeIPAddress(literal) else { throw fault(.cidr(.nonstandard(shown))) }
    guard let address = ipAddress(literal) else { throw fault(.cidr(.invalid(shown))) }
    guard bits < address.count * 8 else {
      throw fault(.cidr(address.count == 4 ? .tooManyBitsV4 : .tooManyBitsV6))
    }
    return CIDRBlock(address: address, bits: Int(bits), text: UTF8Text(text))
  }
}
