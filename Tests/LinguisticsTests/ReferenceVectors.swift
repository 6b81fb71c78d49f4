import Foundation

/// What the Python side of the model computes (Training/reference.py), read from the Fixtures folder.
enum ReferenceVectors {
  struct Word: Decodable {
    var word: String
    var pieces: [Int32]
  }

  struct Sentence: Decodable {
    struct Analysis: Decodable {
      var upos, xpos, feats, lemmas, relations, names: [String]
      var heads: [Int]
    }

    var forms: [String]
    var spaces: [Bool]
    var pieces: [Int32]
    var shapes: [UInt8]
    var first, last: [Int]
    var names: [[Float]]
    var arcs: [[Float]]?
    var analysis: Analysis
  }

  struct Document: Decodable {
    struct Sentence: Decodable {
      var forms: [String]
      var spaces: [Bool]
    }

    var sentences: [Sentence]
    var mentions: [[Int]]
    var entities: [Int]
  }

  struct Pairs: Decodable {
    var forms: [String]
    var spaces: [Bool]
    /// First word, last word, type, kind and head of each.
    var phrases: [[Int]]
    /// Of each word: its head, from 1, or 0 for the root; and how it hangs on it.
    var heads: [Int]
    var labels: [String]
    var pairs: [[Int]]
    var scores: [[Float]]
  }

  static func words() throws -> [Word] { try read("wordpiece") }
  static func sentences() throws -> [Sentence] { try read("sentences") }
  static func document() throws -> Document { try read("coreference") }

  static func relations() throws -> [Pairs] { try read("relations") }

  private static func read<Value: Decodable>(_ name: String) throws -> Value {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
    return try JSONDecoder().decode(
      Value.self, from: Data(contentsOf: folder.appending(path: name + ".json")))
  }
}
