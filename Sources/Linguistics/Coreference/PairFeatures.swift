/// What tells of two mentions whether they are of one thing: rows of eight tables that lie one after another.
struct PairFeatures: Sendable {
  private static let sentenceBounds = [1, 2, 3, 4, 5, 8, 12, 20, 40]
  private static let mentionBounds = [2, 3, 4, 5, 8, 16, 32, 64, 100]
  private static let stringRelations = 11
  private static let roles = 5

  private let types, kinds, pronouns, relations: Int
  private let tables: StackedTables
  private var offsets: [Int] { tables.offsets }
  /// The number of rows of all tables.
  var rowCount: Int { tables.rowCount }

  init(labels: ModelLabels) {
    types = labels.mentionTypes.count
    kinds = labels.mentionKinds.count
    pronouns = labels.pronouns.count
    relations = labels.relations.count
    tables = StackedTables(sizes: [
      Self.sentenceBounds.count + 1, Self.mentionBounds.count + 1, Self.stringRelations * kinds * kinds,
      pronouns * pronouns * 3, types * types, 1 + 2 * relations, 3, Self.roles * Self.roles * 3,
    ])
  }

  /// Gives the rows of a pair to `body`, one a table; `distance` is the number of mentions from one to the other.
  func forEachRow(later i: MentionForm, earlier j: MentionForm, distance: Int, _ body: (Int) -> Void) {
    let gap = Int(i.sentence) - Int(j.sentence)
    body(offsets[0] + StackedTables.bucket(gap, Self.sentenceBounds))
    body(offsets[1] + StackedTables.bucket(distance, Self.mentionBounds))
    body(offsets[2] + (Self.stringRelation(i, j) * kinds + Int(i.kind)) * kinds + Int(j.kind))
    let speaker = i.speaker < 0 || j.speaker < 0 ? 0 : i.speaker == j.speaker ? 1 : 2
    body(offsets[3] + (Int(i.pronoun) * pronouns + Int(j.pronoun)) * 3 + speaker)
    body(offsets[4] + Int(i.type) * types + Int(j.type))
    var direct = 0
    var nested = 0
    if gap == 0 {
      if i.governor == j.head {
        direct = 1 + Int(i.relation)
      } else if j.governor == i.head {
        direct = 1 + relations + Int(j.relation)
      }
      if j.first <= i.first && i.last <= j.last {
        nested = 1
      } else if i.first <= j.first && j.last <= i.last {
        nested = 2
      }
    }
    body(offsets[5] + direct)
    body(offsets[6] + nested)
    body(offsets[7] + (Int(i.role) * Self.roles + Int(j.role)) * 3 + min(gap, 2))
  }

  /// How the words of two mentions compare.
  private static func stringRelation(_ i: MentionForm, _ j: MentionForm) -> Int {
    if i.pronoun > 0 || j.pronoun > 0 { return i.key == j.key ? 9 : 10 }
    if i.key == j.key { return 1 }
    if i.headWord == j.headWord {
      return isSubset(i.content, of: j.content) ? 2 : isSubset(j.content, of: i.content) ? 3 : 4
    }
    if !i.content.isEmpty, isSubset(i.content, of: j.content) { return 5 }
    if !j.content.isEmpty, isSubset(j.content, of: i.content) { return 6 }
    if i.initials >= 0 && i.initials == j.headWord || j.initials >= 0 && j.initials == i.headWord { return 7 }
    return shareMember(i.names, j.names) ? 8 : 0
  }

  private static func isSubset(_ a: [Int32], of b: [Int32]) -> Bool {
    if a.count > b.count { return false }
    var at = 0
    for value in a {
      while at < b.count, b[at] < value { at += 1 }
      if at == b.count || b[at] != value { return false }
    }
    return true
  }

  private static func shareMember(_ a: [Int32], _ b: [Int32]) -> Bool {
    var (x, y) = (0, 0)
    while x < a.count, y < b.count {
      if a[x] == b[y] { return true }
      if a[x] < b[y] { x += 1 } else { y += 1 }
    }
    return false
  }
}
