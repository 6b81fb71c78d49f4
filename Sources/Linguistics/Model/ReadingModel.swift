internal import FoundationEssentials

/// The trained model that reads English: an encoder and the heads over it (Training/FORMAT.md describes the file).
package struct ReadingModel: Sendable {
  /// What the model says of itself.
  package struct Description: Sendable {
    /// Name and version, such as `kg-english 1`.
    package let name: String
    package let licence: String
    /// What it was trained from, one line each.
    package let credits: [String]
    /// Scores of these weights on data they were not trained on, a table a data set, in percent.
    package let scores: [(set: String, values: [(measure: String, value: Double)])]

    /// The descriptions of models that belong to it and come in files of their own.
    var parts: [Description] = []
    private let title: String

    /// The description as lines of text.
    package var lines: [String] {
      let numbers = scores.map { set, values in
        "\(Self.explained(set)): "
          + values.map { "\($0.measure) \(Self.rounded($0.value))" }.joined(separator: ", ")
      }
      return ["\(title): \(name), \(licence)", "Trained from:"] + credits.map { "  " + $0 }
        + ["Scores of this model alone on development data, in percent:"] + numbers.map { "  " + $0 }
        + parts.flatMap(\.lines)
    }

    /// What a data set is, beside its name.
    private static func explained(_ set: String) -> String {
      switch set {
      case "ewt-dev":
        "ewt-dev (UD English Web Treebank and its names, development part, from gold sentences and words)"
      case "gum-dev": "gum-dev (GUM, development part, from gold sentences and words)"
      case "knowledgenet, cross-validated":
        "knowledgenet, cross-validated (relations of KnowledgeNet by the head alone, five folds, text F1; what "
          + "kg extract finds as a whole is another figure)"
      default: set
      }
    }

    private static func rounded(_ value: Double) -> String {
      // No score, but a file from elsewhere may say so.
      guard let tenths = Int(exactly: (value * 10).rounded()) else { return "\(value)" }
      return (tenths < 0 ? "-" : "") + "\(tenths.magnitude / 10).\(tenths.magnitude % 10)"
    }
  }

  /// Whether something is a common English word, in any case.
  package func isKnownWord(_ word: String) -> Bool { tokeniser.isKnown(word) }

  package private(set) var description: Description
  let labels: ModelLabels
  let tokeniser: WordPieceTokeniser
  let encoder: Encoder
  let tags: TagHead
  let names: NameHead
  let trees: TreeHead
  let mentions: MentionHead
  let coreference: CoreferenceScorer
  /// Nil where relations are not to be read, or where there is no head of relations for this encoder.
  private(set) var relations: RelationHead?
  /// Tells encoders apart, so that a head is not used over one that it was not trained on.
  let encoderFingerprint: String
  /// Sentences are read together up to so many pieces; 0 for each one alone.
  private(set) var windowPieces: Int
  /// What keeps the bytes alive that the model reads in place.
  private let owner: (any Sendable)?

  /// Reads a model in place.
  ///
  /// - Parameter owner: keeps `bytes` valid; nil where they are part of the binary.
  /// - Throws: `LinguisticsError.damagedModel` for a file that is no model of this version, with what does not fit.
  package init(bytes: UnsafeRawBufferPointer, owner: (any Sendable)? = nil) throws(LinguisticsError) {
    let file = try SafetensorsFile(bytes: bytes)
    windowPieces = try Self.windowPieces(file.metadata)
    self.owner = owner
    labels = try ModelLabels(file)
    tokeniser = try WordPieceTokeniser(file)
    encoder = try Encoder(file)
    guard tokeniser.fits(rows: encoder.pieceCount) else {
      throw SafetensorsFile.damaged("pieces have no vectors")
    }
    tags = try TagHead(file, labels: labels)
    names = try NameHead(file, labels: labels)
    trees = try TreeHead(file, labels: labels)
    mentions = try MentionHead(file, labels: labels)
    coreference = try CoreferenceScorer(file, labels: labels)
    encoderFingerprint = try Encoder.fingerprint(file)
    description = Description(metadata: file.metadata, title: "Reading model")
  }

  /// Models of format 1 were trained on sentences alone.
  private static func windowPieces(_ metadata: [String: String]) throws(LinguisticsError) -> Int {
    switch metadata["format"] {
    case "1": return 0
    case "2":
      guard let pieces = metadata["window"].flatMap({ Int($0) }), 0...PassagePieces.mostPieces + 2 ~= pieces
      else {
        throw SafetensorsFile.damaged(
          "its window is no number of pieces up to \(PassagePieces.mostPieces + 2)")
      }
      return pieces
    default: throw SafetensorsFile.damaged("it has format \(metadata["format"] ?? "none"), not 1 or 2")
    }
  }

  /// The model with windows of another size.
  func with(windowPieces: Int) -> ReadingModel {
    var result = self
    result.windowPieces = windowPieces
    return result
  }

  /// The model with another head of relations, or without one.
  func with(relations: RelationHead?) -> ReadingModel {
    var result = self
    result.relations = relations
    result.description.parts = relations.map { [$0.description] } ?? []
    return result
  }
}

extension ReadingModel.Description {
  init(metadata: [String: String], title: String) {
    self.title = title
    name = "\(metadata["name"] ?? "unnamed") \(metadata["version"] ?? "")"
    licence = metadata["licence"] ?? ""
    credits = (metadata["credits"] ?? "").split(separator: "\n").map(String.init)
    let tables = try? JSONDecoder().decode(
      [String: [String: Double]].self, from: Data((metadata["scores"] ?? "").utf8))
    scores = (tables ?? [:]).sorted { $0.key < $1.key }.map { set, values in
      (set, values.sorted { $0.key < $1.key }.map { (measure: $0.key, value: $0.value) })
    }
  }
}

/// The labels of the model's outputs, in their order.
package struct ModelLabels: Sendable {
  let upos, xpos, features, relations, names, mentionTypes, mentionKinds, pronouns: [String]
  let scripts: [LemmaScript]
  /// Whether the lemma of a word of each UPOS tag is one that a vocabulary may hold.
  let hasKnownLemma: [Bool]
  /// The label of the relation under the artificial root.
  let root: Int
  /// The type of mention that each tag of a name goes with.
  let mentionTypeOfName: [UInt8?]
  /// Whether each tag of a name begins one.
  let startsName: [Bool]
  /// The kind of a mention that is a name.
  let namedKind: UInt8

  init(_ file: SafetensorsFile) throws(LinguisticsError) {
    upos = try file.lines("labels.upos")
    xpos = try file.lines("labels.xpos")
    features = try file.lines("labels.feats")
    relations = try file.lines("labels.relations")
    names = try file.lines("labels.names")
    mentionTypes = try file.lines("labels.mention_types")
    mentionKinds = try file.lines("labels.mention_kinds")
    pronouns = try file.lines("labels.pronouns")
    var scripts: [LemmaScript] = []
    for line in try file.lines("labels.scripts") {
      guard let script = LemmaScript(line) else {
        throw SafetensorsFile.damaged("a lemma script cannot be read")
      }
      scripts.append(script)
    }
    self.scripts = scripts
    hasKnownLemma = upos.map { ["NOUN", "VERB", "ADJ", "PROPN", "AUX", "ADV"].contains($0) }
    guard let root = relations.firstIndex(of: "root"), names.first == "O", relations.count < 256,
      [upos, xpos, names, mentionTypes, mentionKinds, pronouns].allSatisfy({ $0.count < 256 }),
      features.count < 65536
    else { throw SafetensorsFile.damaged("its labels are not those of an analysis") }
    self.root = root
    startsName = names.map { $0.hasPrefix("B-") }
    let types = mentionTypes
    mentionTypeOfName = names.map { tag in
      let type = ["PER": "person", "ORG": "organization", "LOC": "place"][tag.dropFirst(2)]
      return types.firstIndex { $0 == type }.map { UInt8($0) }
    }
    namedKind = UInt8(mentionKinds.firstIndex(of: "named") ?? 0)
  }
}
