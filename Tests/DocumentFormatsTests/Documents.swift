import ChildProcess
import DocumentFormats
import Foundation
import Layout
import Testing

/// The report of Fixtures/report.md in all formats, as make_documents.py wrote it.
enum Documents {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

  static func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appending(path: name)))
  }

  /// Whether PDF can be read here; the tests of it are skipped with this reason elsewhere.
  static let hasPoppler = ChildProcess.find("pdftotext") != nil && ChildProcess.find("pdfinfo") != nil

  static func read(_ bytes: [UInt8], allText: Bool = false) -> [FileReader.Outcome] {
    var reader = FileReader()
    reader.isWord = { word in words.contains(word) }
    reader.readsAllText = allText
    return reader.documents(bytes)
  }

  static func content(_ name: String) throws -> DocumentContent {
    try #require(try read(bytes(name)).first).result.get().content
  }

  /// The words of the report itself, as a dictionary would have them.
  static let words: Set<String> = {
    let text = (try? String(contentsOf: folder.appending(path: "report.txt"), encoding: .utf8)) ?? ""
    return Set(
      text.lowercased().split { !$0.isLetter }.map(String.init) + ["well", "known"])
  }()

  /// What the report says, a paragraph each.
  static func paragraphs() throws -> [String] {
    String(decoding: try bytes("report.txt"), as: UTF8.self).split(separator: "\n\n").map {
      $0.trimmingCharacters(in: .newlines)
    }
  }
}

extension DocumentContent {
  var string: String { String(decoding: text, as: UTF8.self) }

  /// The text of the stretches of a kind.
  func stretches(_ kind: StretchKind) -> [String] {
    layout.stretches.filter { $0.kind == kind }.map { String(decoding: text[$0.range], as: UTF8.self) }
  }

  /// What is read: paragraphs that no stretch of another kind covers.
  var prose: [String] {
    var bytes = text
    for stretch in layout.stretches where !stretch.kind.isProse {
      for index in stretch.range { bytes[index] = 10 }
    }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n\n").map {
      $0.trimmingCharacters(in: .whitespacesAndNewlines)
    }.filter { !$0.isEmpty }
  }

  /// The place of a word's first occurrence.
  func offset(of word: String) -> Int? {
    let bytes = Array(word.utf8)
    return text.indices.first { text[$0...].starts(with: bytes) }
  }
}
