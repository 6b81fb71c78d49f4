import Testing

@testable import GraphStore

@Suite struct NameComparisonTests {
  private func score(_ left: String, _ right: String, _ type: String) -> Double {
    NameComparison(left, right, type: type).score
  }

  @Test(arguments: [
    ("Joseph L. Votel", "Votel, Joe", "person"), ("Gen. Mark Milley", "Mark A. Milley", "person"),
    ("Muammar Gaddafi", "Moammar Gadhafi", "person"), ("J.-P. Raffarin", "Jean-Pierre Raffarin", "person"),
    ("Олег Дерипаска", "Oleg Deripaska", "person"), ("SvetlanaAlexievich", "Svetlana Alexievich", "person"),
    ("Nestlé S.A.", "Nestle SA", "organization"), ("Ericsson Aktiebolag", "Ericsson AB", "organization"),
    ("ECB", "European Central Bank", "organization"),
    ("The Ford Foundation", "Ford Foundation", "organization"),
    ("42nd Regiment", "Forty-second Regiment", "organization"), ("Raqqa", "Raqqah", "place"),
  ]) func theseAreOne(left: String, right: String, type: String) {
    #expect(score(left, right, type) >= 0.5)
    #expect(score(right, left, type) == score(left, right, type))
  }

  @Test(arguments: [
    ("George Bush", "Laura Bush", "person"), ("Kim Jong-il", "Kim Yo-jong", "person"),
    ("Anna", "Anna Lindh", "person"),
    ("Ivan Petrovich Volkov", "Ivan Sergeevich Volkov", "person"),
    ("Bank of Ireland", "Bank of Scotland", "organization"),
    ("Allianz AG", "Allianz GmbH", "organization"), ("Boeing", "Airbus", "organization"),
    ("Fund II", "Fund IX", "organization"), ("", "Anna", "person"), ("…", "—", "organization"),
  ]) func theseAreTwo(left: String, right: String, type: String) {
    #expect(score(left, right, type) < 0.5)
    #expect(score(right, left, type) == score(left, right, type))
  }

  @Test func scoresAreBetweenZeroAndOneWhateverTheNames() {
    for name in [
      "", " ", "\u{0}", "🙂", String(repeating: "a b ", count: 200), String(repeating: "x", count: 10_000),
      "İ", "99999999999999999999",
    ] {
      for other in ["", "a", name] { #expect((0...1).contains(score(name, other, "person"))) }
    }
  }

  @Test func aScoreIsWhatItsWeightsSumTo() {
    let comparison = NameComparison("Joseph Votel", "Joe Votel", type: "person")
    let sum = comparison.features.reduce(0) { $0 + $1.weight }
    #expect(NameComparison.probability(sum) == comparison.score)
    #expect(NameComparison.probability(0) == 0.5)
  }
}
