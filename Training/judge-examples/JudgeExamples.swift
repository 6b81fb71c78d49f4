import Claims
import Evaluation
import Extraction
import Glibc
import Linguistics

/// Prints what a judge learns from: `judge-examples [--relation-model FILE] NAME.txt…`, each with its table NAME.tsv beside it.
///
/// A line names the columns; then a line a claim, with tabs between: document, the rows of the table that it states ("core:3 also:7",
/// traps as "not:4", or "none"; "-" where there is no table), whether it makes an edge, relation, names of its ends, sentence, places of
/// ends and sentence, features.
@main struct JudgeExamples {
  static func main() throws {
    var paths = Array(CommandLine.arguments.dropFirst())
    var model = try ReadingModel.embedded()
    if paths.first == "--relation-model", paths.count > 1 {
      model = try model.withRelations(fileAt: paths[1])
      paths.removeFirst(2)
    }
    let extractor = try Extractor(model: model, isJudged: false)
    let columns = ["document", "rows", "edge", "relation", "subject", "object", "evidence", "places"]
    print((columns + Extractor.judgeFeatures).joined(separator: "\t"))
    for path in paths {
      guard let text = bytes(path) else {
        throw LinguisticsError(.unreadableModel, "the text \(path) cannot be read")
      }
      let examples = extractor.judgeExamples(name: path, bytes: text)
      let claims = examples.map(\.claim)
      var rows: [Int: [GoldTable.Row]]?
      if let table = bytes(String(path.dropLast(4)) + ".tsv") {
        rows = Evaluation.rowsOfClaims(claims, by: try GoldTable(name: path, bytes: table))
      }
      for (index, example) in examples.enumerated() where !isOpen(example.claim) {
        let claim = example.claim
        let places = [claim.subject.range, claim.object.range, claim.evidence?.range].map {
          "\($0?.lowerBound ?? 0)-\($0?.upperBound ?? 0)"
        }
        let cells = [
          path, rows.map { Self.cell($0[index] ?? []) } ?? "-", claim.makesEdge ? "1" : "0", claim.relation,
          plain(claim.subject.name), plain(claim.object.name), plain(claim.evidence?.text ?? ""),
          places.joined(separator: " "),
        ]
        print((cells + example.values.map { "\($0)" }).joined(separator: "\t"))
      }
    }
  }

  /// "core:3 also:7", or "none".
  private static func cell(_ rows: [GoldTable.Row]) -> String {
    rows.isEmpty ? "none" : rows.map { "\($0.tier.rawValue):\($0.id)" }.joined(separator: " ")
  }

  private static func isOpen(_ claim: Claim) -> Bool {
    claim.subject.isOpen || claim.object.isOpen
  }

  private static func plain(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.isWhitespace ? " " : $0 }))
  }

  private static func bytes(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
    return bytes
  }
}
