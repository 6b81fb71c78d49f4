internal import Claims

/// For whom a pronoun or a description stands, and on what ground it was taken for them.
struct Referent {
  /// One entity, or the members of a list or pair.
  var entities: [Int]
  var ground: Claim.Origin.Ground

  init?(_ entities: [Int], _ ground: Claim.Origin.Ground) {
    if entities.isEmpty { return nil }
    self.entities = entities
    self.ground = ground
  }

  init(_ entity: Int, _ ground: Claim.Origin.Ground) {
    entities = [entity]
    self.ground = ground
  }
}
