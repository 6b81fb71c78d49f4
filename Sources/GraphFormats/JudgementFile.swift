internal import Claims
package import GraphStore

/// Files of judgements: JSON lines as `kg judgements --format jsonl` prints them, or nomenklatura's, which are arrays.
package enum JudgementFile {
  /// A line that is no judgement.
  package struct BadLine: Hashable, Sendable {
    /// From 1.
    package let line: Int
    package let reason: String
  }

  /// A judgement of a file and the line it stands on.
  package struct Line: Hashable, Sendable {
    package let line: Int
    package let judgement: NewJudgement
  }

  /// Reads a file; undos and what they undid are for the reader to leave out beforehand.
  package static func read(_ bytes: [UInt8]) -> (judgements: [Line], bad: [BadLine]) {
    var judgements: [Line] = []
    var bad: [BadLine] = []
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      if line.allSatisfy({ [0x20, 0x09, 0x0D].contains($0) }) { continue }
      do throws(Problem) {
        judgements.append(Line(line: index + 1, judgement: try judgement(Array(line))))
      } catch {
        bad.append(BadLine(line: index + 1, reason: error.reason))
      }
    }
    return (judgements, bad)
  }

  private struct Problem: Error {
    var reason: String
  }

  private static func judgement(_ line: [UInt8]) throws(Problem) -> NewJudgement {
    switch try value(line) {
    case .object(let fields): return try judgement(fields)
    case .array(let cells): return try nomenklatura(cells)
    default: throw Problem(reason: "neither an object nor an array")
    }
  }

  private static func value(_ line: [UInt8]) throws(Problem) -> JSONValue {
    do {
      return try line.withUnsafeBytes { try JSONValue($0) }
    } catch let error as JSONValue.SyntaxError {
      throw Problem(reason: "no JSON: \(error.reason) at byte \(error.byte)")
    } catch {
      throw Problem(reason: "no JSON")
    }
  }

  private static func judgement(_ fields: [String: JSONValue]) throws(Problem) -> NewJudgement {
    guard let word = text(fields["verdict"]), let verdict = Judgement.Verdict(rawValue: word),
      verdict != .undo
    else { throw Problem(reason: "“verdict” is none of same, different, unsure, name, type, reject") }
    guard let left = key(fields["left"]), let right = key(fields["right"]) else {
      throw Problem(reason: "“left” and “right” need a name or an identifier")
    }
    var result = NewJudgement(
      verdict, left, right, value: text(fields["value"]), score: number(fields["score"]),
      reason: text(fields["because"]))
    if let judge = text(fields["judge"]), let at = text(fields["at"]) {
      result.stamp = JudgementStamp(judge: judge, at: at)
    }
    return result
  }

  private static func key(_ value: JSONValue?) -> EntityKey? {
    guard case .object(let fields) = value else { return nil }
    if let identifier = text(fields["identifier"]), !identifier.isEmpty {
      return EntityKey(identifier: identifier)
    }
    guard let name = text(fields["name"]), !name.isEmpty else { return nil }
    return EntityKey(name: name, part: text(fields["part"]))
  }

  private static let verdicts = [
    "positive": Judgement.Verdict.same, "negative": .different, "unsure": .unsure,
  ]

  private static func nomenklatura(_ cells: [JSONValue]) throws(Problem) -> NewJudgement {
    guard cells.count >= 3, let left = text(cells[0]), let right = text(cells[1]), let word = text(cells[2])
    else { throw Problem(reason: "an array needs two ids and a judgement") }
    guard let verdict = verdicts[word] else {
      throw Problem(reason: "\(Quoting.quoted(word)) is none of positive, negative, unsure")
    }
    var result = NewJudgement(
      verdict, EntityKey(nomenklatura: left), EntityKey(nomenklatura: right),
      score: cells.count > 3 ? number(cells[3]) : nil)
    if cells.count > 5, let judge = text(cells[4]), let at = text(cells[5]) {
      result.stamp = JudgementStamp(judge: judge, at: at)
    }
    return result
  }

  private static func text(_ value: JSONValue?) -> String? {
    if case .string(let text) = value { text } else { nil }
  }

  private static func number(_ value: JSONValue?) -> Double? {
    if case .number(let number) = value { number } else { nil }
  }

  /// A judgement as a line of nomenklatura's resolver; nil for those that it does not know.
  package static func nomenklaturaLine(_ judgement: Judgement) -> [UInt8]? {
    guard let word = verdicts.first(where: { $0.value == judgement.verdict })?.key else { return nil }
    var json = JSONWriter()
    json.array { json in
      json.string(judgement.left.nomenklatura)
      json.string(judgement.right.nomenklatura)
      json.string(word)
      if let score = judgement.score { json.number(score) } else { json.null() }
      json.string(judgement.judge)
      json.string(judgement.at)
    }
    json.endLine()
    return json.take()
  }
}

extension EntityKey {
  private static let mark = "kg:"

  /// The key as an identifier of nomenklatura's.
  fileprivate var nomenklatura: String { identifier ?? "\(Self.mark)\(part ?? ""):\(folded)" }

  fileprivate init(nomenklatura id: String) {
    let parts = id.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
    if id.hasPrefix(Self.mark), parts.count == 3 {
      self.init(name: parts[2], part: parts[1])
    } else {
      self.init(identifier: id)
    }
  }
}
