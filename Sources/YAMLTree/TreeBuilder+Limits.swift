import Diagnostics

extension TreeBuilder {
  func tooDeep(at offset: Int) -> Refusal {
    Refusal(
      "syntax/limit", "nesting is deeper than the bound of \(limits.depth) levels",
      at: range(offset, offset + 1), help: "flatten the file or raise the bound on depth")
  }

  func tooManyNodes(at offset: Int) -> Refusal {
    Refusal(
      "syntax/limit",
      "the file holds more than the bound of \(limits.nodes) nodes, aliases counted in full",
      at: range(offset, offset + 1), help: "split the file or raise the bound on nodes")
  }

  func tooMuchText(at offset: Int) -> Refusal {
    Refusal(
      "syntax/limit", "aliases repeat more text than the bound of \(limits.bytes) bytes",
      at: range(offset, offset + 1), help: "split the file or raise the bound on bytes")
  }
}
