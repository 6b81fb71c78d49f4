/// The lemmas of the verbs that frames and governing words name.
///
/// The model makes a lemma out of a form by an edit that it learnt, and now and then takes a wrong one ("presented", "presente"). Where
/// its lemma is no verb that anything here asks for, a table of irregular forms and the regular endings give the verb.
struct VerbLemmas: Sendable {
  private let lemmas: Set<String>
  private var lemmaOfForm: [String: String]
  private let irregular: [String: String]

  /// Makes the table for some verbs; `irregular` gives the lemmas of irregular forms, of any verb.
  ///
  /// - Parameter own: the verbs of a user's frames. One that is a form of another verb ("armed") does not change how that is read.
  init(_ lemmas: Set<String>, own: Set<String> = [], irregular: [String: String]) {
    // Worked out only where there are such verbs: it takes a part of a short command's time.
    let forms = own.isEmpty ? [] : Set(lemmas.flatMap(Self.forms))
    let lemmas = lemmas.union(own.filter { !forms.contains($0) && irregular[$0] == nil })
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

  /// A lemma that the model cut wrongly out of a regular form ("demobiliz", "applie", "shocked"), as English spells it.
  static func mended(_ lemma: String, of form: String) -> String {
    var stem = lemma
    if lemma == form, lemma.utf8.count > 5 {
      for ending in ["ing", "ed"] where lemma.hasSuffix(ending) {
        stem = String(lemma.dropLast(ending.utf8.count))
        break
      }
      let letters = Array(stem.utf8.suffix(2))
      if stem != lemma, letters.count == 2, letters[0] == letters[1], !"lsfz".utf8.contains(letters[0]),
        !isVowel(letters[0])
      {
        return String(stem.dropLast())
      }
    }
    if stem.hasSuffix(English.endingIe),
      form.hasSuffix(English.endingIes) || form.hasSuffix(English.endingIed),
      stem.utf8.count > 3
    {
      return stem.dropLast(2) + English.endingY
    }
    if stem.hasSuffix("i"), form.hasSuffix(English.endingIed) { return stem.dropLast() + English.endingY }
    // No English verb ends so without the "e" that its forms drop.
    let isCut = ["iz", "yz", "v", "dg", "nc", "rc", "uc", "u"].contains { stem.hasSuffix($0) }
    return isCut && form != stem && form.hasPrefix(stem) ? stem + "e" : stem
  }

  /// The plural of a noun, which is spelled as a verb's form with -s is.
  static func plural(of noun: String) -> String? { forms(of: noun).first }

  /// The forms with -s, -ed and -ing.
  static func forms(of lemma: String) -> [String] {
    let letters = lemma.utf8
    guard letters.count > 2, let last = letters.last else { return [] }
    let before = letters.dropLast().last ?? UInt8(ascii: "a")
    var stem: String { String(decoding: letters.dropLast(), as: UTF8.self) }
    if last == UInt8(ascii: "e") {
      let gerund =
        before == UInt8(ascii: "i")
        ? String(decoding: letters.dropLast(2), as: UTF8.self) + "ying"
        : before == UInt8(ascii: "e") ? lemma + "ing" : stem + "ing"
      return [lemma + "s", lemma + "d", gerund]
    }
    if last == UInt8(ascii: "y"), !isVowel(before) { return [stem + "ies", stem + "ied", lemma + "ing"] }
    var forms = [lemma + (isHissing(last, before) ? "es" : "s")]
    let isShort =
      !isVowel(last) && ![UInt8(ascii: "w"), UInt8(ascii: "x"), UInt8(ascii: "y")].contains(last)
      && isVowel(before) && !isVowel(letters.dropLast(2))
    // "plan" doubles its last letter; of "visit" and "commit" only one does, and no rule of letters tells which.
    if isShort {
      let doubled = lemma + String(decoding: CollectionOfOne(last), as: UTF8.self)
      forms += [doubled + "ed", doubled + "ing"]
    }
    if !isShort || letters.count(where: isVowel) > 1 { forms += [lemma + "ed", lemma + "ing"] }
    return forms
  }

  /// Whether the plural of a word with these last letters has "-es".
  private static func isHissing(_ last: UInt8, _ before: UInt8) -> Bool {
    switch last {
    case UInt8(ascii: "s"), UInt8(ascii: "x"), UInt8(ascii: "z"), UInt8(ascii: "o"): true
    case UInt8(ascii: "h"): before == UInt8(ascii: "c") || before == UInt8(ascii: "s")
    default: false
    }
  }

  /// Whether letters end in a vowel, which the "u" of "acquit" and "equip" is not.
  private static func isVowel(_ letters: String.UTF8View.SubSequence) -> Bool {
    guard let last = letters.last else { return true }
    return isVowel(last) && !(last == UInt8(ascii: "u") && letters.dropLast().last == UInt8(ascii: "q"))
  }

  private static func isVowel(_ letter: UInt8) -> Bool {
    switch letter {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): true
    default: false
    }
  }
}
