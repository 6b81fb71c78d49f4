/// What kind of thing a party is: one of the constants, or a type that a graph file brought along.
package struct EntityType: RawRepresentable, Hashable, Sendable {
  package let rawValue: String

  package init(rawValue: String) { self.rawValue = rawValue }

  package static let person = EntityType(rawValue: "person")
  package static let organization = EntityType(rawValue: "organization")
  package static let group = EntityType(rawValue: "group")
  package static let place = EntityType(rawValue: "place")
  package static let event = EntityType(rawValue: "event")
  package static let object = EntityType(rawValue: "object")
  package static let role = EntityType(rawValue: "role")
  package static let concept = EntityType(rawValue: "concept")
  package static let time = EntityType(rawValue: "time")
  package static let quantity = EntityType(rawValue: "quantity")

  /// The types that the extractor gives.
  package static let known: [EntityType] = [
    .person, .organization, .group, .place, .event, .object, .role, .concept, .time, .quantity,
  ]
}

/// One end of a claim: an entity as the document names it, and the words that stand for it here.
package struct Party: Hashable, Sendable {
  /// The name that the document's names for this entity were joined under.
  package var name: String
  /// What kind of thing it is.
  package var type: EntityType
  /// The text at `start..<end` of the document ("he", "the group"), or nil where no text stands for it.
  package var mention: String?
  /// Where the mention starts and ends, in code points from the start of the document.
  package var range: Range<Int>?
  /// The other names that the document uses, sorted.
  package var aliases: [String]
  /// The external identifier of an entity of a graph file, where it has one.
  package var identifier: String?
  /// What its entity goes by in the graph it was read from.
  ///
  /// Equal for parties that are one entity; only in exports.
  package var entity: String?
  /// Whether only a description without any name stands for it ("the president"), which means something in its document alone.
  package var isDescription = false
  /// Whether the text does not tell whom or what its words stand for; not part of the claim record.
  ///
  /// A claim of such a party is what the text says, but there is nobody whom a graph could draw it to.
  package var isOpen: Bool

  package init(
    name: String, type: EntityType, mention: String? = nil, range: Range<Int>? = nil, aliases: [String] = [],
    identifier: String? = nil, entity: String? = nil, isOpen: Bool = false
  ) {
    self.isOpen = isOpen
    self.name = name
    self.type = type
    self.mention = mention
    self.range = range
    self.aliases = aliases
    self.identifier = identifier
    self.entity = entity
  }
}

/// A statement with its evidence: who stands in which relation to whom, who says so and how surely.
///
/// The fields are those of the claim record (`docs/claims.md`).
package struct Claim: Hashable, Sendable {
  /// Where the relation comes from: the vocabulary, the text's own predicate, or a graph file.
  package enum Layer: String, CaseIterable, Hashable, Sendable { case canonical, open, imported }
  /// What found the claim.
  package enum Method: String, CaseIterable, Hashable, Sendable {
    case frame, model, open
    case imported = "import"
  }
  /// Whether the text affirms or denies the statement.
  package enum Polarity: String, CaseIterable, Hashable, Sendable { case positive, negative }
  /// How surely the text states it.
  package enum Modality: String, CaseIterable, Hashable, Sendable {
    case certain, possible, future, hypothetical
  }
  /// The time of the statement as the verb tells it.
  package enum Tense: String, CaseIterable, Hashable, Sendable { case past, present, future }
  /// A time expression and what it stands for.
  package struct Time: Hashable, Sendable {
    /// The words of the text.
    package var text: String
    /// The date in EDTF, such as `2001-09-10` or `2022`; nil where text and document do not tell it ("on Friday").
    package var value: String?

    package init(text: String, value: String?) {
      self.text = text
      self.value = value
    }
  }
  /// The sentence that states the claim.
  package struct Evidence: Hashable, Sendable {
    /// The sentence's index in the document, from 0.
    package var sentence: Int
    /// Where the sentence starts and ends, in code points from the start of the document.
    package var range: Range<Int>
    /// The sentence, verbatim.
    package var text: String
    /// The page of the document's file that it starts on, from 1; nil for a document without pages.
    package var page: Int?
    /// The number that is printed on the page.
    package var pageLabel: String?

    package init(sentence: Int, range: Range<Int>, text: String, page: Int? = nil, pageLabel: String? = nil) {
      self.sentence = sentence
      self.range = range
      self.text = text
      self.page = page
      self.pageLabel = pageLabel
    }
  }

  /// The row of a graph file that states the claim; not part of the claim record.
  package struct Row: Hashable, Sendable {
    /// The line of the file on which it starts, from 1.
    package var line: Int
    /// What else the row says, in the order of names: its source, the qualifiers of a statement.
    package var qualifiers: [Qualifier]

    package init(line: Int, qualifiers: [Qualifier]) {
      self.line = line
      self.qualifiers = qualifiers
    }
  }

  /// Something a row of a graph file says beside its edge.
  package struct Qualifier: Hashable, Sendable {
    package var name: String
    package var value: String

    package init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  package var layer: Layer
  package var subject: Party
  package var relation: String
  package var object: Party
  /// The predicate's words as they stand, or nil where no word states the relation.
  package var phrase: String?
  package var method: Method
  package var polarity: Polarity
  package var modality: Modality
  package var tense: Tense?
  /// The source that the sentence itself names.
  package var attribution: Party?
  /// Whose turn it is, in an interview or a quotation.
  package var speaker: Party?
  package var time: Time?
  package var place: Party?
  /// From 0 to 1.
  package var confidence: Double
  /// The document's name as given.
  package var document: String
  /// Nil only for a row of a graph file.
  package var evidence: Evidence?
  /// Nil for what was read out of a text.
  package var row: Row?
  /// Whether a graph keeps the claim.
  ///
  /// False for an open claim that names nothing one could ask about. Not part of the claim record.
  package var isKept = true
  /// How it came to be read; nil where that is not known or nobody asked.
  package var origin: Origin?

  package init(
    layer: Layer, subject: Party, relation: String, object: Party, phrase: String? = nil, method: Method,
    polarity: Polarity = .positive, modality: Modality = .certain, tense: Tense? = nil,
    attribution: Party? = nil,
    speaker: Party? = nil, time: Time? = nil, place: Party? = nil, confidence: Double, document: String,
    evidence: Evidence?, row: Row? = nil
  ) {
    self.layer = layer
    self.subject = subject
    self.relation = relation
    self.object = object
    self.phrase = phrase
    self.method = method
    self.polarity = polarity
    self.modality = modality
    self.tense = tense
    self.attribution = attribution
    self.speaker = speaker
    self.time = time
    self.place = place
    self.confidence = confidence
    self.document = document
    self.evidence = evidence
    self.row = row
  }

  /// Whether an edge follows from the claim: the text states it, as a fact.
  package var makesEdge: Bool { polarity == .positive && modality == .certain }
}
