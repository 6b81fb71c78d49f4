internal import Claims

/// What one document says of a person that tells him from others of his name.
struct NamesakeEvidence: Hashable {
  /// Something of which a person has one, or few.
  enum Aspect: String, CaseIterable {
    case born, died, birthplace, country, parents, spouse

    /// What it tells in log-odds that two documents agree in it.
    var agreeing: Double {
      switch self {
      case .born, .died: 5
      case .parents, .spouse: 3
      case .birthplace: 1.5
      case .country: 0.5
      }
    }

    /// What it tells that they say different things of it.
    var differing: Double {
      switch self {
      case .born, .died: -6
      case .parents, .country: -2.5
      case .birthplace, .spouse: -1.5
      }
    }

    var words: String {
      switch self {
      case .born: "birth"
      case .died: "death"
      case .birthplace: "birthplace"
      case .country: "country"
      case .parents: "parent"
      case .spouse: "spouse"
      }
    }
  }

  /// From what on two people of one name are kept apart, unless they are judged the same.
  static let conflict = -2.0

  /// Folded.
  private(set) var values: [Aspect: Set<String>] = [:]

  init() {}

  private init(values: [Aspect: Set<String>]) { self.values = values }

  mutating func add(_ value: String, _ aspect: Aspect) { values[aspect, default: []].insert(value) }

  /// What both say together.
  func joined(_ other: NamesakeEvidence) -> NamesakeEvidence {
    NamesakeEvidence(values: values.merging(other.values) { $0.union($1) })
  }

  /// What speaks for and against both being of one person.
  func comparison(with other: NamesakeEvidence) -> [NameComparison.Feature] {
    var result: [NameComparison.Feature] = []
    for aspect in Aspect.allCases {
      guard let left = values[aspect], let right = other.values[aspect] else { continue }
      let agree = left.contains { one in right.contains { Self.fit(one, $0, aspect) } }
      let shown = "\(left.sorted().joined(separator: ", ")) ~ \(right.sorted().joined(separator: ", "))"
      result.append(
        agree
          ? .init(name: "the \(aspect.words): \(shown)", weight: aspect.agreeing)
          : .init(name: "another \(aspect.words): \(shown)", weight: aspect.differing))
    }
    return result
  }

  /// The sum of what speaks for and against.
  func weight(with other: NamesakeEvidence) -> Double {
    comparison(with: other).reduce(0) { $0 + $1.weight }
  }

  private static func fit(_ left: String, _ right: String, _ aspect: Aspect) -> Bool {
    if left == right { return true }
    return switch aspect {
    case .born, .died: StatedDay(left).mayBe(StatedDay(right))
    // “Anna” and “Anna Lind” may be one.
    case .parents, .spouse:
      Set(left.split(separator: " ")).isSubset(of: right.split(separator: " "))
        || Set(right.split(separator: " ")).isSubset(of: left.split(separator: " "))
    case .birthplace, .country: false
    }
  }
}

/// A day as a text states it, whole or in part, whatever the order of its words.
private struct StatedDay {
  private var year: Int?
  private var numbers: Set<Int> = []
  private var words: Set<String> = []

  init(_ text: String) {
    let separators: Set<UInt8> = [0x20, 0x2C, 0x2E, 0x2D, 0x2F]
    for part in text.utf8.split(whereSeparator: { separators.contains($0) }) {
      let digits = part.prefix { (0x30...0x39).contains($0) }
      if let number = Int(Substring(digits)) {
        if digits.count > 2 { year = year ?? number } else { numbers.insert(number) }
      } else {
        // The first letters tell months apart, however much of them is written.
        words.insert(String(Substring(part.prefix(3))))
      }
    }
  }

  /// Whether both may state one day.
  func mayBe(_ other: StatedDay) -> Bool {
    if let year, let second = other.year, year != second { return false }
    // A month in digits is not compared with one in letters.
    if words.isEmpty != other.words.isEmpty { return true }
    return (numbers.isSubset(of: other.numbers) || other.numbers.isSubset(of: numbers))
      && (words.isSubset(of: other.words) || other.words.isSubset(of: words))
  }
}
