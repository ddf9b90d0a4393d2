import ArgumentParser
import CostModel
import Diagnostics
import FoundationEssentials
import Reports

struct Prices: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the price models in the program, or one model's prices with their sources.",
    discussion: """
        interlock prices
        interlock prices aws-us-east-1
      """)

  @OptionGroup var console: ConsoleOptions

  @Argument(help: .init("A price model.", valueName: "model"))
  var model: String?

  func run() throws {
    guard let model else { return try Console.write(list) }
    guard let known = PriceModel.builtIn(model) else {
      let names = PriceModel.builtInNames
      let hint = didYouMean(model, in: names) ?? "known: \(names.joined(separator: ", "))"
      throw Refused("no price model is named '\(model)': \(hint)")
    }
    try Console.write(page(known))
  }

  private var list: String {
    var table = TextTable()
    table.add(["model", "as of", "prices", "what"], .faint)
    for model in PriceModel.builtInNames.compactMap(PriceModel.builtIn) {
      table.add([model.name, model.asOf, "\(model.dimensions.count)", model.notes.first ?? ""])
    }
    return table.render(console.output)
  }

  private func page(_ model: PriceModel) -> String {
    let palette = console.output
    var text = palette.paint("\(model.name), as of \(model.asOf), US dollars", .emphasis) + "\n"
    for note in model.notes { text += "  - \(note)\n" }
    var table = TextTable()
    table.add(["dimension", "price", "unit", "grade", "sources"], .faint)
    for dimension in model.dimensions {
      table.add([
        dimension.id, prices(dimension), dimension.unit, dimension.grade.rawValue,
        dimension.sources.joined(separator: " "),
      ])
    }
    text += "\n" + table.render(palette) + "\n" + palette.paint("Sources", .emphasis) + "\n"
    for (name, source) in model.sources.sorted(by: { $0.key < $1.key }) {
      text += "  \(name): \(source)\n"
    }
    return text
  }

  /// `0.40 to 100000, then 0.30`.
  private func prices(_ dimension: PriceModel.Dimension) -> String {
    dimension.tiers.map { tier in
      tier.upTo.map { "\(tier.text) to \($0)" } ?? tier.text
    }.joined(separator: ", then ")
  }
}
