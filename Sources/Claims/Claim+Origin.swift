extension Claim {
  /// How a claim came to be read out of its sentence.
  package struct Origin: Hashable, Sendable {
    /// What proposed the claim.
    package enum Source: String, CaseIterable, Hashable, Sendable {
      /// A pattern of a frame file.
      case frame
      /// A clause that stands for the one before: "Sweden did the same".
      case repetition
      /// A noun that continues a count: "the second patron is Turkey".
      case continuation
      /// The model that learnt relations from examples.
      case learned
      /// The sentence's own predicate.
      case open
    }

    package var source: Source
    /// The pattern as `file:line`; nil where no pattern proposed the claim.
    package var place: String?
    /// What kind of words state the relation: the pattern's kind of trigger, or the kind of an open predicate.
    package var construction: String?
    /// How probable the model that learnt relations takes it to be, from 0 to 1; nil for other sources.
    package var probability: Double?
    /// The word that states the relation, or that both ends hang on.
    package var trigger: Words?
    package var subject: Role
    package var object: Role
    /// The words that gave polarity, modality and source, in the order of the text.
    package var marks: [Mark]

    package init(
      source: Source, place: String? = nil, construction: String? = nil, probability: Double? = nil,
      trigger: Words? = nil, subject: Role = Role(), object: Role = Role(), marks: [Mark] = []
    ) {
      self.source = source
      self.place = place
      self.construction = construction
      self.probability = probability
      self.trigger = trigger
      self.subject = subject
      self.object = object
      self.marks = marks
    }
  }
}

extension Claim.Origin {
  /// Words of the document.
  package struct Words: Hashable, Sendable {
    package var text: String
    /// Where they start and end, in code points from the start of the document.
    package var range: Range<Int>

    package init(text: String, range: Range<Int>) {
      self.text = text
      self.range = range
    }
  }

  /// How one end of a claim was found.
  package struct Role: Hashable, Sendable {
    /// The way from the trigger to the words that fill the role, such as `subject` or `object.of`; nil where there was none to follow.
    package var way: String?
    /// Why the words were taken for the party; nil where they name or describe it themselves.
    package var ground: Ground?

    package init(way: String? = nil, ground: Ground? = nil) {
      self.way = way
      self.ground = ground
    }
  }

  /// Why a pronoun, a description or another word was taken for somebody.
  package enum Ground: String, CaseIterable, Hashable, Sendable {
    /// The model's coreference says so.
    case coreference
    /// The one talked about most prominently and lately that agrees in kind, number and gender.
    case prominence
    /// The subject of the clause: "herself", "he sold his boat".
    case ownSubject = "own-subject"
    /// The subject of the sentence, which comes after the pronoun: "In her youth, Anna Berg painted".
    case laterSubject = "later-subject"
    /// The subject of the clause before.
    case topic
    /// The object of the verb before: "founded the institute and directed it".
    case sharedObject = "shared-object"
    /// A list of names before: "Anna and Karl left. They …".
    case list
    /// The two named last together: "both", "the two countries", "the former".
    case pair
    /// The same pronoun before it, whose meaning was told.
    case earlierPronoun = "earlier-pronoun"
    /// The text called somebody by the same noun before.
    case sameNoun = "same-noun"
    /// The last thing named that can be called so: "the company", "the group".
    case lastOfKind = "last-of-kind"
    /// The name stands beside the description: "the painter Karl Holm", "Karl Holm, a painter".
    case apposition
    /// The only country talked about.
    case country
    /// The capital of the country that is named or talked about.
    case capital
    /// The speaker of the turn, or whom the turn is addressed to.
    case turn
    /// The place named last before "there".
    case placeBefore = "place-before"
    /// A capital that acts stands for its country.
    case government
    /// An adjective or noun of nationality stands for the country.
    case nationality
    /// The pronoun goes back to a description that bears no name.
    case description
    /// A clause that stands for the one before repeats its end.
    case repetition
    /// Nothing tells whom it stands for.
    case open
  }

  /// A word that gave polarity, modality or source.
  package struct Mark: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Hashable, Sendable { case polarity, modality, source }
    package var kind: Kind
    package var words: Words

    package init(kind: Kind, words: Words) {
      self.kind = kind
      self.words = words
    }
  }
}
