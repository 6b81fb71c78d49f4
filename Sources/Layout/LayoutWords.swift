internal import Schema

/// The words of `Schema/layout.tsv` by which lines that are no prose are known.
struct LayoutWords: Sendable {
  static let builtIn = LayoutWords()

  let keys: Set<String>
  let closings: Set<String>
  let salutations: Set<String>
  let captions: Set<String>
  let navigation: Set<String>
  let agencies: Set<String>
  /// Names of months and days of the week.
  let calendar: Set<String>
  let months: Set<String>

  private init() {
    var lists: [Substring: Set<String>] = [:]
    for cells in SchemaFile.named("layout.tsv")?.rows ?? [] where cells.count >= 2 {
      for word in cells[1].split(separator: " ") {
        lists[cells[0], default: []].insert(word.split(separator: "_").joined(separator: " "))
      }
    }
    for cells in SchemaFile.named("times.tsv")?.rows ?? [] where cells.count >= 3 {
      for word in cells[2].split(separator: " ") { lists[cells[0], default: []].insert(String(word)) }
    }
    keys = lists["key"] ?? []
    closings = lists["closing"] ?? []
    salutations = lists["salutation"] ?? []
    captions = lists["caption"] ?? []
    navigation = lists["navigation"] ?? []
    agencies = lists["agency"] ?? []
    months = lists["month"] ?? []
    calendar = months.union(lists["weekday"] ?? [])
  }
}
