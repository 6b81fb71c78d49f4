internal import Claims
internal import GraphFormats
internal import GraphStore

// What somebody asks who is about to judge.
extension PageQuestion {
  private static let mostSuggestions = 50
  private static let mostJudgements = 200

  /// The suggestions that are still open, the likeliest first.
  func suggestions() throws -> HTTPResponse {
    let wasLooked = try graph.hasSuggestions()
    let open = try graph.suggestions(limit: nil)
    let offset = min(try whole("offset", upTo: 1_000_000) ?? 0, open.count)
    return .json { json in
      json.name("wasLooked")
      json.bool(wasLooked)
      json.field("total", open.count)
      json.name("suggestions")
      json.array { json in
        for each in open[offset...].prefix(Self.mostSuggestions) {
          json.object { json in
            for (name, side) in [("left", each.left), ("right", each.right)] {
              json.name(name)
              json.object { json in
                json.field("key", side.key.text)
                json.name("entity")
                json.pageEntity(side.name)
              }
            }
            json.name("score")
            json.number(each.score)
            json.name("features")
            json.array { json in
              for feature in each.features {
                json.object { json in
                  json.field("name", feature.name)
                  json.name("weight")
                  json.number(feature.weight)
                }
              }
            }
          }
        }
      }
    }
  }

  /// The judgements that count, the last ones first.
  func judgements() throws -> HTTPResponse {
    let living = try graph.judgements(onlyLiving: true)
    return .json { json in
      json.field("total", living.count)
      json.name("judgements")
      json.array { json in
        for each in living.reversed().prefix(Self.mostJudgements) {
          json.object { json in
            json.field("number", each.number)
            json.field("batch", each.batch)
            json.field("verdict", each.verdict.rawValue)
            json.field("left", each.left.shown)
            json.field("right", each.right.shown)
            json.field("value", each.value)
            json.field("reason", each.reason)
            json.field("judge", each.judge)
            json.field("at", each.at)
          }
        }
      }
    }
  }

  /// What an entity is joined of, and which documents know it.
  func members() throws -> HTTPResponse {
    let found = try graph.members(of: try resolved("ref").entity)
    return .json { json in
      json.name("members")
      json.array { json in
        for member in found {
          json.object { json in
            json.field("key", member.key.text)
            json.field("name", member.name)
            json.field("type", member.type)
            json.name("documents")
            json.strings(member.documents.prefix(200))
          }
        }
      }
    }
  }
}
