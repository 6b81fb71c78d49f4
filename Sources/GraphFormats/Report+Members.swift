internal import Claims
internal import GraphStore

extension Report {
  /// Those that are one in an entity, and how each came to it.
  static func members(_ members: [EntityMember]) -> TextTable {
    TextTable(
      columns: ["member", "type", "mentions", "documents", "joined"],
      rows: members.map { member in
        let few = member.documents.prefix(2).joined(separator: ", ")
        let more = member.documents.count > 2 ? " and \(member.documents.count - 2) more" : ""
        return [
          member.name, member.type, String(member.mentions), few + more,
          member.steps.map(\.words).joined(separator: "; "),
        ]
      })
  }
}

extension JSONWriter {
  mutating func members(_ members: [EntityMember]) {
    name("members")
    array { json in
      for member in members {
        json.object { json in
          json.field("name", member.name)
          json.field("type", member.type)
          json.field("mentions", member.mentions)
          json.name("documents")
          json.strings(member.documents)
          json.name("joined")
          json.strings(member.steps.map(\.words))
        }
      }
    }
  }
}
