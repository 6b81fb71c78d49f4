internal import Schema

/// A list of words that a rule asks for, by its name in `Schema/words.tsv`, where each list says what it is for.
///
/// A test holds that each case has a list and that each list is a case or is asked for by a frame.
enum WordList: String, CaseIterable, Sendable {
  case abilityModal = "abilitymodal"
  case additiveAdverb = "additiveadverb"
  case agencyAdjective = "agencyadjective"
  case agencyNoun = "agencynoun"
  case almostAdverb = "almostadverb"
  case amountNoun = "amountnoun"
  case anyPronoun = "anypronoun"
  case approximate
  case article
  case askingConjunction = "askingconjunction"
  case assertingConjunction = "assertingconjunction"
  case bareQuantifier = "barequantifier"
  case becomingVerb = "becomingverb"
  case beforeCount = "beforecount"
  case beforeDate = "beforedate"
  case beOrGet = "passiveauxiliary"
  case birthMark = "birthmark"
  case childNoun = "childnoun"
  case comingAdjective = "comingadjective"
  case complementPreposition = "complementpreposition"
  case countedNoun = "countednoun"
  case countryNoun = "countrynoun"
  case courtesyTitle = "courtesytitle"
  case datePart = "datepart"
  case datePreposition = "datepreposition"
  case deathMark = "deathmark"
  case definiteDeterminer = "definitedeterminer"
  case discourse
  case ditransitiveVerb = "ditransitiveverb"
  case doubtfulMonth = "doubtfulmonth"
  case droppedModifier = "droppedmodifier"
  case election
  case electionAdjective = "electionadjective"
  case emptyNoun = "emptynoun"
  case eraAfterChrist = "era-after"
  case eraBeforeChrist = "era-before"
  case eventNameNoun = "namenoun-event"
  case eventNameWord = "nameword-event"
  case eventNoun = "eventnoun"
  case examplePreposition = "examplepreposition"
  case femaleNoun = "femalenoun"
  case firstOrOnly = "firstoronly"
  case focusAdverb = "focusadverb"
  case futureAuxiliary = "futureauxiliary"
  case generation
  case genericNoun = "genericnoun"
  case groupNoun = "groupnoun"
  case happeningVerb = "happeningverb"
  case idleNegation = "idlenegation"
  case indefiniteArticle = "indefinitearticle"
  case indefiniteDeterminer = "indefinitedeterminer"
  case intervalEnd = "intervalend"
  case invertingAdverb = "invertingadverb"
  case invertingAuxiliary = "invertingauxiliary"
  case irregularPlural = "irregularplural"
  case keptDeterminer = "keptdeterminer"
  case kindAdjective = "kindadjective"
  case kindNoun = "kindnoun"
  case kinship
  case leadingAdverb = "leadingadverb"
  case lifeLink = "lifelink"
  case lightVerb = "lightverb"
  case lightVerbWithPreposition = "lightverbwithpreposition"
  case limitingAdverb = "limitingadverb"
  case locativePreposition = "locativepreposition"
  case maleNoun = "malenoun"
  case minimalQuantifier = "minimalquantifier"
  case nameParticle = "nameparticle"
  /// Behind a verb they make another verb of it.
  case particle
  case namePreposition = "namepreposition"
  case nameSuffix = "namesuffix"
  case namingVerb = "namingverb"
  case negation
  case nextInCount = "nextincount"
  case number
  case objectControlPreposition = "objectcontrolpreposition"
  case objectNameNoun = "namenoun-object"
  case objectNoun = "objectnoun"
  case officeField = "officefield"
  case officePreposition = "officepreposition"
  case onward
  case openEnd = "openend"
  case opinionNoun = "opinionnoun"
  case opinionPreposition = "opinionpreposition"
  case otherAdjective = "otheradjective"
  case ordinalSuffix = "ordinalsuffix"
  case organizationNameNoun = "namenoun-organization"
  case organizationNameWord = "nameword-organization"
  case organizationNoun = "organizationnoun"
  case otherNameLink = "othernamelink"
  case ownerPreposition = "ownerpreposition"
  case pairNoun = "pairnoun"
  case partialPreposition = "partialpreposition"
  case participleSuffix = "participlesuffix"
  case partOfDay = "partofday"
  case partOfDaylight = "partofdaylight"
  case pastAuxiliary = "pastauxiliary"
  case pastPrefix = "pastprefix"
  case perfectAuxiliary = "perfectauxiliary"
  case personNoun = "personnoun"
  case personSuffix = "personsuffix"
  case placeAdverb = "placeadverb"
  case placeNameNoun = "namenoun-place"
  case placeNoun = "placenoun"
  case placePreposition = "placepreposition"
  case placeVerb = "placeverb"
  case presentAuxiliary = "presentauxiliary"
  case presentTime = "presenttime"
  case profession
  case proform
  case proformNoun = "proformnoun"
  case proformVerb = "proformverb"
  case quantityWord = "quantityword"
  case quarter
  case questionAdverb = "questionadverb"
  case questionTag = "questiontag"
  case recentAdjective = "recentadjective"
  case referringDeterminer = "referringdeterminer"
  case role
  case roleAdjective = "roleadjective"
  case romanNumeral = "romannumeral"
  case shortMonth = "shortmonth"
  case smallNameWord = "smallnameword"
  case sourcePreposition = "sourcepreposition"
  case speakerRole = "speakerrole"
  case stanceVerb = "stanceverb"
  case subjectControlVerb = "subjectcontrolverb"
  case suffix
  case tellingVerb = "toldverb"
  case temporalConjunction = "temporalconjunction"
  case timeNoun = "timenoun"
  case trailingNameNoun = "trailingnamenoun"
  case title
  case toldDeterminer = "tolddeterminer"
  case transparentNoun = "transparentnoun"
  case uncertain
  case untilWord = "untilword"
  case vagueCount = "vaguecount"
  case vagueDeterminer = "vaguedeterminer"
  case vagueNumber = "vaguenumber"
  case vaguePlace = "vagueplace"

  /// Whether the list has a word or several with spaces between, given in lower case; in constant time.
  func contains(_ word: String) -> Bool { Self.words[ordinal].contains(word) }

  /// Whether a word ends with one of the list, behind three letters at least.
  func isSuffix(of word: String) -> Bool {
    words.contains { word.hasSuffix($0) && word.utf8.count >= $0.utf8.count + 3 }
  }

  /// The words of the list.
  var words: Set<String> { Self.words[ordinal] }

  private var ordinal: Int { Int(unsafeBitCast(self, to: UInt8.self)) }

  private static let words: [Set<String>] = allCases.map { WordFile.builtIn.lists[$0.rawValue] ?? [] }
}

/// The lists of `Schema/words.tsv` by name, those of the frames among them.
struct WordFile: Sendable {
  /// The file that the binary was built with.
  static let builtIn = WordFile(rows: SchemaFile.named("words.tsv")?.rows ?? [])

  /// The words of each list; a space stands for "_".
  private(set) var lists: [String: Set<String>] = [:]
  /// The verb of each irregular form.
  private(set) var irregular: [String: String] = [:]
  /// The preposition that each of several of one meaning is read as.
  private(set) var prepositions: [String: String] = [:]

  init(rows: [[Substring]]) {
    for cells in rows where cells.count >= 2 {
      let words = cells[1].split(separator: " ").map(String.init)
      switch cells[0] {
      case "irregular": for form in words.dropFirst() { irregular[form] = words[0] }
      case "preposition": for other in words.dropFirst() { prepositions[other] = words[0] }
      default:
        lists[String(cells[0]), default: []].formUnion(
          words.map { $0.split(separator: "_").joined(separator: " ") })
      }
    }
  }
}
