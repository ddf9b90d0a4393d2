import Diagnostics
import Reports
import Topology

struct TestReport {
  let results: [RouteTestResult]
  let sources: SourceMap

  var passed: Int { results.reduce(0) { $0 + ($1.hasPassed ? 1 : 0) } }
  var failed: Int { results.count - passed }

  func render(_ format: TestFormat, _ palette: Palette) -> String {
    switch format {
    case .text: text(palette)
    case .json: json
    case .junit: junit
    }
  }

  private func text(_ palette: Palette) -> String {
    var text = ""
    for result in results {
      let mark = result.hasPassed ? palette.paint("ok  ", .added) : palette.paint("FAIL", .error)
      text += "\(mark)  \(result.test.name.value.printable)\n"
    }
    let failures = results.flatMap(\.failures)
    if !failures.isEmpty {
      text += "\n" + TextReport(sources: sources, palette: palette).render(failures)
    }
    let role: Palette.Role = failed > 0 ? .error : .added
    return text + "\n" + palette.paint("\(passed) passed, \(failed) failed", role) + "\n"
  }

  private var json: String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("version", 1)
      writer.key("tests")
      writer.array(results, isLineByLine: true) { writer, result in
        let place = sources.resolve(result.test.name.range)
        writer.object { writer in
          writer.field("name", result.test.name.value)
          writer.field("passed", result.hasPassed)
          writer.field("file", place.path)
          writer.field("line", place.line)
          writer.field("failures", result.failures.map(\.message))
        }
      }
      writer.field("passed", passed)
      writer.field("failed", failed)
    }
    return writer.text + "\n"
  }

  private var junit: String {
    let cases = results.map { result in
      let place = sources.resolve(result.test.name.range)
      return JUnitCase(
        name: result.test.name.value, file: place.path, line: place.line,
        failure: result.failures.isEmpty
          ? nil : TextReport(sources: sources, palette: .plain).render(result.failures))
    }
    return junitReport(cases)
  }
}
