/// The numbers of Extraction that decide what is claimed and how surely, each with where it comes from.
///
/// "By hand" means that it was set with the rule and never fitted to a sample: nobody knows that a claim of 0.6 is right six times in
/// ten. A relation's own threshold of the model stands in `Schema/relations.tsv`, the confidence of a frame in its line.
enum Calibration {
  // MARK: Claims

  /// How sure a frame is of a pattern whose line does not say.
  ///
  /// By hand.
  static let usualConfidence = 0.85
  /// Frames' claims that are less sure are not made.
  ///
  /// By hand.
  static let leastConfidence = 0.4
  /// Of the open claims of BenchIE's development sentences that the gold has words for, so many are right.
  static let openConfidence = 0.6
  /// How sure a claim is whose party is a pronoun or description, of one whose party is a name.
  ///
  /// By hand.
  static let shareOfReference = 0.9
  /// How sure a statement is that stands for the one before it ("did the same").
  ///
  /// By hand.
  static let shareOfRepetition = 0.8
  /// How sure a frame is of two parties of which neither has a name.
  ///
  /// By hand.
  static let shareOfNameless = 0.7

  // MARK: How well a party's type fits a slot; all by hand

  static let fitOfUnknownName = 0.9
  static let fitOfUnknownPhrase = 0.7
  static let fitOfOpenPronoun = 0.8
  static let fitOfConcept = 0.6
  /// Of a description where a frame asks for a name.
  static let fitOfDescription = 0.7
  static let fitOfGroupForPerson = 0.9
  static let fitOfPlaceForOrganization = 0.8
  static let fitOfOrganizationForPlace = 0.75
  static let fitOfOtherName = 0.6
  static let fitOfOtherPhrase = 0.5

  // MARK: Relations that the model reads

  /// The least probability at which one is proposed to the judge: one in four is right often enough beside what else the judge knows.
  static let leastLearnedProbability = 0.25
  /// The least probability at which one keeps the open layer from saying the same; what is less sure the judge often takes for wrong, and
  /// then nothing would be left ("trusts", read as married at 0.504).
  static let learnedProbability = 0.7
  /// The least at which one is proposed where an end is "I" or "you": speakers tie themselves to what they talk about in more ways than the model learnt
  /// from.
  ///
  /// By hand.
  static let learnedProbabilityOfSpeaker = 0.75
  /// From here on the model may contradict what the frames read of the same two.
  ///
  /// By hand.
  static let sureProbability = 0.85

  // MARK: Who is meant

  /// How much a mention weighs by its part in the clause, in the order of Lappin and Leass (1994), halved
  /// with each sentence as theirs; the values by hand.
  static let weightOfMainSubject = 10.0
  static let weightOfSubject = 8.0
  static let weightOfRoot = 7.0
  static let weightOfObject = 5.0
  static let weightOfOblique = 4.0
  static let weightOfPossessor = 3.0
  static let weightOfModifier = 2.5
  static let weightOfOther = 1.5
  /// A description is taken for the first of two only if that weighs so many times the second.
  ///
  /// By hand.
  static let leadOfDescription = 2.0
  /// The same of "he" and "she".
  ///
  /// By hand.
  static let leadOfPerson = 1.5

  /// What was mentioned last so many sentences ago is out of focus.
  ///
  /// By hand.
  static let memoryOfFocus = 4
  /// A pronoun goes back no more words to a description, "there" half as many to a place.
  ///
  /// By hand.
  static let reachOfPronoun = 80
  /// A noun stands for the same one with more words ("the regime" for "the Asad regime") no more words behind it.
  ///
  /// By hand.
  static let reachOfDescription = 120
  /// So many sentences on, a count still goes on ("the second patron").
  ///
  /// By hand.
  static let reachOfCount = 8

  // MARK: For which of several full names a short one stands; all by hand

  /// Of each mention by the full name, up to a number.
  static let mostForMentions = 3.0
  static let scoreOfCoreference = 4.0
  /// "Jr." of a child, "Sr." of a parent.
  static let scoreOfGeneration = 6.0
  static let scoreOfLatest = 1.5
  static let scoreOfTitle = 2.0
  /// Of who is named only later.
  static let scoreOfLater = -1.0

  // MARK: Lives

  /// Two years in brackets behind a name that are fewer apart are those of an office, and no life.
  ///
  /// By hand: nobody of whom encyclopedias tell both is younger but children of rulers.
  static let shortestLife = 18

  // MARK: The judge

  /// How far a type fits a relation that takes all.
  ///
  /// Between those that fit and those that do not; the judge is trained with it.
  static let fitOfAnyType: Float = 0.5
}
