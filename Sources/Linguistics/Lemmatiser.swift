/// Finds dictionary forms by a table of irregular forms and the regular endings of English.
struct Lemmatiser {
  private let verbs: Set<String>
  private let irregular: [String: String]
  /// A longer word has no English ending worth a look.
  private static let longestWord = 40

  init(lexicon: Lexicon) {
    verbs = lexicon.words("verb")
    irregular = lexicon.irregular
  }

  /// The lemma of a form in lower case.
  func lemma(of form: String) -> String {
    if let lemma = irregular[form] { return lemma }
    let bytes = form.utf8
    if bytes.count < 4 || bytes.count > Self.longestWord || verbs.contains(form) { return form }
    if form.hasSuffix("ing"), bytes.count > 5 { return stem(form, dropping: 3) ?? form }
    if form.hasSuffix("ied") { return String(form.dropLast(3)) + "y" }
    if form.hasSuffix("ed"), bytes.count > 4 { return stem(form, dropping: 2) ?? form }
    if form.hasSuffix("ies"), bytes.count > 4 { return String(form.dropLast(3)) + "y" }
    if form.hasSuffix("sses") || form.hasSuffix("ches") || form.hasSuffix("shes") || form.hasSuffix("xes") {
      return String(form.dropLast(2))
    }
    if form.hasSuffix("s"), !form.hasSuffix("ss"), !form.hasSuffix("us"), !form.hasSuffix("is") {
      return String(form.dropLast(1))
    }
    return form
  }

  /// The known verb that a form with an ending dropped belongs to; nil when none is known.
  private func stem(_ form: String, dropping count: Int) -> String? {
    let stem = String(form.dropLast(count))
    if verbs.contains(stem) { return stem }
    let withE = stem + "e"
    if verbs.contains(withE) { return withE }
    if let last = stem.last, stem.dropLast().last == last {
      let single = String(stem.dropLast())
      if verbs.contains(single) { return single }
    }
    return nil
  }
}
