/// How a lemma is made out of a word's form: a letter case, what to drop at both ends, what to add.
struct LemmaScript: Sendable {
  private enum Casing: Sendable {
    case lower, kept, title
  }

  private let casing: Casing
  private let dropsFirst: Int
  private let addsFirst: String
  private let dropsLast: Int
  private let addsLast: String
  /// The lemma itself, whatever the form.
  private let whole: String?

  /// Reads `MODE TAB n TAB PREFIX TAB m TAB SUFFIX`, or `A TAB LEMMA`.
  init?(_ line: String) {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    if fields.count == 2, fields[0] == "A" {
      self.init(casing: .kept, dropsFirst: 0, addsFirst: "", dropsLast: 0, addsLast: "", whole: fields[1])
      return
    }
    guard fields.count == 5, let first = Int(fields[1]), let last = Int(fields[3]), first >= 0, last >= 0
    else {
      return nil
    }
    let casings: [String: Casing] = ["L": .lower, "K": .kept, "T": .title]
    guard let casing = casings[fields[0]] else { return nil }
    self.init(
      casing: casing, dropsFirst: first, addsFirst: fields[2], dropsLast: last, addsLast: fields[4],
      whole: nil)
  }

  private init(
    casing: Casing, dropsFirst: Int, addsFirst: String, dropsLast: Int, addsLast: String, whole: String?
  ) {
    self.casing = casing
    self.dropsFirst = dropsFirst
    self.addsFirst = addsFirst
    self.dropsLast = dropsLast
    self.addsLast = addsLast
    self.whole = whole
  }

  /// The lemma of a form in plain typography, or nil where the form is too short for the script.
  func lemma(of form: String) -> String? {
    if let whole { return whole }
    let cased: String
    switch casing {
    case .lower: cased = form.lowercased()
    case .kept: cased = form
    case .title:
      let lower = form.lowercased().unicodeScalars
      guard let first = lower.first else { return nil }
      cased = first.properties.uppercaseMapping + String(lower.dropFirst())
    }
    if dropsFirst == 0, dropsLast == 0, addsFirst.isEmpty, addsLast.isEmpty {
      return cased.isEmpty ? nil : cased
    }
    let scalars = cased.unicodeScalars
    guard let start = scalars.index(scalars.startIndex, offsetBy: dropsFirst, limitedBy: scalars.endIndex),
      let end = scalars.index(scalars.endIndex, offsetBy: -dropsLast, limitedBy: start), start < end
    else { return nil }
    return addsFirst + String(scalars[start..<end]) + addsLast
  }

  /// A script may score so much less than the best one and still be preferred, where its lemma is a known word.
  private static let margin: Float = 3.5

  /// A known word that a form is the regular plural or third person of.
  private static func regularLemma(of form: String, isKnown: (String) -> Bool) -> String? {
    let lower = form.lowercased()
    guard lower.utf8.count > 4, lower.hasSuffix("s") else { return nil }
    var candidates = [String(lower.dropLast())]
    if lower.hasSuffix("es") { candidates.append(String(lower.dropLast(2))) }
    if lower.hasSuffix("ies") { candidates.append(String(lower.dropLast(3)) + "y") }
    return candidates.first(where: isKnown)
  }

  /// The lemma by the best script that fits; the form itself where none does.
  ///
  /// - Parameter isKnown: whether a lemma is a known word, or nil for a word whose lemma need not be one: where the best lemma
  ///   is unknown, the best known one of nearly the same score is taken.
  static func lemma(
    of form: String, scores: UnsafePointer<Float>, scripts: [LemmaScript], isKnown: ((String) -> Bool)? = nil
  ) -> String {
    let best = TagHead.best(scores, scripts.count)
    if let lemma = scripts[best].lemma(of: form) {
      guard let isKnown, !isKnown(lemma) else { return lemma }
      if lemma.utf8.count == 1, form.utf8.count > 2, isKnown(form.lowercased()) {
        return form.lowercased()
      }
      let near = scripts.indices.filter { $0 != best && scores[$0] >= scores[best] - margin }
      for index in near.sorted(by: { (scores[$1], $0) < (scores[$0], $1) }) {
        if let other = scripts[index].lemma(of: form), isKnown(other) { return other }
      }
      return regularLemma(of: form, isKnown: isKnown) ?? lemma
    }
    for index in scripts.indices.sorted(by: { (scores[$1], $0) < (scores[$0], $1) }) {
      if let lemma = scripts[index].lemma(of: form) { return lemma }
    }
    return form
  }
}
