/// The lemmas of the verbs that frames and governing words name.
///
/// The model makes a lemma out of a form by an edit that it learnt, and now and then takes a wrong one ("presented", "presente"). Where
/// its lemma is no verb that anything here asks for, a table of irregular forms and the regular endings give the verb.
struct VerbLemmas: Sendable {
  private let lemmas: Set<String>
  private var lemmaOfForm: [String: String]
  private let irregular: [String: String]

  /// Makes the table for some verbs; `irregular` gives the lemmas of irregular forms, of any verb.
  init(_ lemmas: Set<String>, irregular: [String: String]) {
    self.lemmas = lemmas
    lemmaOfForm = irregular
    self.irregular = irregular
    for lemma in lemmas.sorted() {
      for form in Self.forms(of: lemma) where lemmaOfForm[form] == nil && !lemmas.contains(form) {
        lemmaOfForm[form] = lemma
      }
    }
  }

  /// The lemma of a verb's form in lower case, where the model gives one that no list holds.
  func lemma(of form: String, model: String) -> String {
    // "Found" and "lay" are forms of two verbs each, of which one is written like the form.
    if let irregular = irregular[form] { return model == form && lemmas.contains(model) ? model : irregular }
    return lemmas.contains(model) ? model : lemmaOfForm[form] ?? model
  }

  private static let vowels: Set<Character> = ["a", "e", "i", "o", "u"]

  /// The forms with -s, -ed and -ing.
  static func forms(of lemma: String) -> [String] {
    guard let last = lemma.last, lemma.count > 2 else { return [] }
    let before = lemma.dropLast().last ?? "a"
    let stem = String(lemma.dropLast())
    if last == "e" {
      return [
        lemma + "s", lemma + "d",
        (before == "i" ? String(stem.dropLast()) + "y" : before == "e" ? lemma : stem) + "ing",
      ]
    }
    if last == "y", !vowels.contains(before) { return [stem + "ies", stem + "ied", lemma + "ing"] }
    let hissing = ["s", "x", "z", "ch", "sh", "o"].contains { lemma.hasSuffix($0) }
    var forms = [lemma + (hissing ? "es" : "s")]
    let isShort =
      !vowels.contains(last) && !["w", "x", "y"].contains(last) && vowels.contains(before)
      && !vowels.contains(lemma.dropLast(2).last ?? "a")
    // "plan" doubles its last letter; of "visit" and "commit" only one does, and no rule of letters tells which.
    if isShort { forms += [lemma + String(last) + "ed", lemma + String(last) + "ing"] }
    if !isShort || lemma.filter(vowels.contains).count > 1 { forms += [lemma + "ed", lemma + "ing"] }
    return forms
  }
}
