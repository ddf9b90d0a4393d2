extension Bytes {
  /// The hash by which tables file keys and values; grammar/table-format.md defines it.
  ///
  /// Up to 16 bytes cost one multiplication. Reads up to eight bytes past the end.
  @inline(__always)
  func hash(_ at: Int, _ length: Int, seed: UInt64) -> UInt64 {
    let key = seed &* 0xD6E8_FEB8_6659_FD93 ^ 0x9E37_79B9_7F4A_7C15
    let size = UInt64(truncatingIfNeeded: length) ^ 0xA076_1D64_78BD_642F
    if length <= 8 { return fold(head(at, length) ^ key, size) }
    var first = u64(at)
    if length > 16 { first = middle(at, length, first) }
    return fold(first ^ key, u64(at &+ length &- 8) ^ size)
  }

  /// Mixes what lies between the first and the last eight bytes into the first.
  @inline(__always)
  private func middle(_ at: Int, _ length: Int, _ first: UInt64) -> UInt64 {
    var state = first
    var i = 8
    while i &+ 8 < length {
      state = fold(state ^ 0x9E37_79B9_7F4A_7C15, u64(at &+ i) ^ 0xD6E8_FEB8_6659_FD93)
      i &+= 8
    }
    return state
  }

  /// XXH64 with seed 0 of the bytes from `start` to `end`.
  func checksum(_ start: Int, _ end: Int) -> UInt64 {
    var at = start
    var state: UInt64
    if end - start >= 32 {
      state = lanes(&at, end)
    } else {
      state = XXH.p5
    }
    state = state &+ UInt64(truncatingIfNeeded: end - start)
    while at + 8 <= end {
      state = XXH.rotate(state ^ XXH.round(0, u64(at)), 27) &* XXH.p1 &+ XXH.p4
      at += 8
    }
    if at + 4 <= end {
      state = XXH.rotate(state ^ UInt64(u32(at)) &* XXH.p1, 23) &* XXH.p2 &+ XXH.p3
      at += 4
    }
    while at < end {
      state = XXH.rotate(state ^ UInt64(u8(at)) &* XXH.p5, 11) &* XXH.p1
      at += 1
    }
    state = (state ^ state &>> 33) &* XXH.p2
    state = (state ^ state &>> 29) &* XXH.p3
    return state ^ state &>> 32
  }

  private func lanes(_ at: inout Int, _ end: Int) -> UInt64 {
    var a = XXH.p1 &+ XXH.p2
    var b = XXH.p2
    var c: UInt64 = 0
    var d = 0 &- XXH.p1
    while at + 32 <= end {
      a = XXH.round(a, u64(at))
      b = XXH.round(b, u64(at + 8))
      c = XXH.round(c, u64(at + 16))
      d = XXH.round(d, u64(at + 24))
      at += 32
    }
    var state = XXH.rotate(a, 1) &+ XXH.rotate(b, 7) &+ XXH.rotate(c, 12) &+ XXH.rotate(d, 18)
    for lane in [a, b, c, d] { state = (state ^ XXH.round(0, lane)) &* XXH.p1 &+ XXH.p4 }
    return state
  }
}

/// The upper bits of a gram's product, by which filters and sieves note it.
@inline(__always)
package func gramHash(_ gram: UInt64, bits: Int) -> Int {
  Int(truncatingIfNeeded: (gram &* 0x9E37_79B9_7F4A_7C15) &>> UInt64(64 &- bits))
}

/// Both halves of the 128-bit product, folded together.
@inline(__always)
private func fold(_ a: UInt64, _ b: UInt64) -> UInt64 {
  let product = a.multipliedFullWidth(by: b)
  return product.high ^ product.low
}

/// The primes and steps of XXH64.
private enum XXH {
  static let p1: UInt64 = 0x9E37_79B1_85EB_CA87
  static let p2: UInt64 = 0xC2B2_AE3D_27D4_EB4F
  static let p3: UInt64 = 0x1656_67B1_9E37_79F9
  static let p4: UInt64 = 0x85EB_CA77_C2B2_AE63
  static let p5: UInt64 = 0x27D4_EB2F_1656_67C5

  @inline(__always)
  static func rotate(_ x: UInt64, _ n: UInt64) -> UInt64 { x &<< n | x &>> (64 &- n) }

  @inline(__always)
  static func round(_ state: UInt64, _ word: UInt64) -> UInt64 {
    rotate(state &+ word &* p2, 31) &* p1
  }
}

/// The hash of part of some bytes, for those who write tables.
package func tableHash(_ bytes: [UInt8], _ offset: Int, _ length: Int, seed: UInt64) -> UInt64 {
  guard bytes.count - offset - length >= 8 else {
    let copy = bytes[offset..<offset + length] + [0, 0, 0, 0, 0, 0, 0, 0]
    return tableHash(Array(copy), 0, length, seed: seed)
  }
  return bytes.withBytes { $0.hash(offset, length, seed: seed) }
}

/// The checksum that a table states of the bytes behind it.
package func tableChecksum(_ bytes: [UInt8]) -> UInt64 {
  bytes.withBytes { $0.checksum(0, bytes.count) }
}
