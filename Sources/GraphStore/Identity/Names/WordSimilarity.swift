/// How alike two words of names are, and by what.
struct WordSimilarity {
  /// From 0 to 1; 0 for words that are not each other.
  private(set) var value = 0.0
  private(set) var ground = "word"

  init(_ left: ComparedName.Word, _ right: ComparedName.Word, isPerson: Bool, lists: IdentityLists) {
    if left.text == right.text {
      (value, ground) = (1, left.kind == .initial ? "initial" : "word")
    } else if let a = left.value, let b = right.value {
      if a == b { (value, ground) = (1, "number") } else { compareDigits(left.text, right.text) }
    } else if left.value != nil || right.value != nil {
      compareLetters(left, right)
    } else if left.kind == .initial || right.kind == .initial {
      if left.text.first == right.text.first, isPerson { (value, ground) = (0.9, "initial") }
    } else if isPerson, Self.areShortForms(left.text, right.text, lists) {
      (value, ground) = (0.93, "short form")
    } else {
      compareLetters(left, right)
    }
  }

  /// Numbers that differ in one digit may be a slip.
  private mutating func compareDigits(_ left: [UInt8], _ right: [UInt8]) {
    if EditDistance.between(left, right, upTo: 1) == 1 { (value, ground) = (0.75, "nearly the number") }
  }

  private mutating func compareLetters(_ left: ComparedName.Word, _ right: ComparedName.Word) {
    let length = max(left.text.count, right.text.count)
    if left.skeleton == right.skeleton, left.skeleton.count > 2 {
      (value, ground) = (0.96, "spelling")
      return
    }
    let budget = length < 4 ? 0 : length < 6 ? 1 : length < 9 ? 2 : 3
    guard budget > 0 else { return }
    let edits = WordEdits.between(left.text, right.text)
    let spelled = WordEdits.between(left.skeleton, right.skeleton) + 0.5
    let distance = min(edits, spelled)
    guard distance <= Double(budget) else { return }
    var similarity = 1 - distance / Double(length) * 0.9
    if left.text.first != right.text.first, left.skeleton.first != right.skeleton.first { similarity -= 0.04 }
    if similarity > 0.55 { (value, ground) = (similarity, "nearly") }
  }

  private static func areShortForms(_ left: [UInt8], _ right: [UInt8], _ lists: IdentityLists) -> Bool {
    let (a, b) = (String(decoding: left, as: UTF8.self), String(decoding: right, as: UTF8.self))
    return lists.shortForms[a]?.contains(b) == true
  }
}

/// The edits between two words, a change of neighbouring letters' order being one (optimal string alignment).
enum WordEdits {
  static func between(_ left: [UInt8], _ right: [UInt8]) -> Double {
    if left.count > 64 || right.count > 64 { return left == right ? 0 : 64 }
    var before: [Int] = []
    var last = Array(0...right.count)
    for i in left.indices {
      var row = [i + 1]
      for j in right.indices {
        var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (left[i] == right[j] ? 0 : 1))
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          cost = min(cost, before[j - 1] + 1)
        }
        row.append(cost)
      }
      before = last
      last = row
    }
    return Double(last[right.count])
  }
}
