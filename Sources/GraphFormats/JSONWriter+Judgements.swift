package import Claims
package import GraphStore

extension JSONWriter {
  /// Writes as a field what contradicts itself after a judgement: `[{"entity", "relation", "values"}]`.
  package mutating func contradictions(_ contradictions: [JudgementEffect.Contradiction]) {
    name("contradictions")
    array { json in
      for contradiction in contradictions {
        json.object { json in
          json.field("entity", contradiction.entity)
          json.field("relation", contradiction.relation)
          json.name("values")
          json.strings(contradiction.values)
        }
      }
    }
  }
}
