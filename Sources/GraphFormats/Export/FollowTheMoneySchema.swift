/// Which schema of FollowTheMoney stands for what.
enum FollowTheMoneySchema {
  /// A schema of a relation, and the properties that hold its ends and its name.
  struct Link {
    let schema: String
    let subject: String
    let object: String
    /// Empty where the schema says it all.
    let role: String
  }

  /// The relations of the vocabulary whose object is owned.
  static let ownership = ["acquired", "owner"]

  /// What stands for an entity of a type; `Note` for what the ontology has no thing for.
  static func schema(ofType type: String, isOwned: Bool) -> String {
    switch type {
    case "person": "Person"
    case "organization", "group": isOwned ? "Company" : "Organization"
    case "place": "Address"
    case "event": "Event"
    case "role": "Position"
    case "object": "Asset"
    default: "Note"
    }
  }

  /// The schema of a relation between ends of these schemas.
  static func link(_ relation: String, from subject: String, to object: String) -> Link {
    let isAgent = isOrganization(subject) || subject == "Person"
    switch relation {
    case "leader" where isAgent && isOrganization(object):
      return Link(schema: "Directorship", subject: "director", object: "organization", role: "role")
    case "member" where isAgent && isOrganization(object):
      return Link(schema: "Membership", subject: "member", object: "organization", role: "role")
    case "employee" where subject == "Person" && isOrganization(object),
      "official-of" where subject == "Person" && isOrganization(object):
      return Link(schema: "Employment", subject: "employee", object: "employer", role: "role")
    case "owner" where isAgent && isAsset(object), "acquired" where isAgent && isAsset(object):
      return Link(schema: "Ownership", subject: "owner", object: "asset", role: "role")
    case "holds-office" where subject == "Person" && object == "Position":
      return Link(schema: "Occupancy", subject: "holder", object: "post", role: "")
    case "child", "parent", "sibling", "spouse", "relative":
      guard subject == "Person", object == "Person" else { break }
      // The relative is what the relationship says to the person: here the subject.
      return Link(schema: "Family", subject: "relative", object: "person", role: "relationship")
    case "associated-with" where subject == "Person" && object == "Person":
      return Link(schema: "Associate", subject: "associate", object: "person", role: "relationship")
    default: break
    }
    return Link(schema: "UnknownLink", subject: "subject", object: "object", role: "role")
  }

  /// The identifier where it is one of Wikidata's items.
  static func wikidata(_ identifier: String?) -> [String] {
    guard let identifier else { return [] }
    let name = identifier.utf8.split(separator: UInt8(ascii: "/")).last ?? identifier.utf8[...]
    guard name.first == UInt8(ascii: "Q"), (2...12).contains(name.count),
      name.dropFirst().allSatisfy({ (0x30...0x39).contains($0) })
    else { return [] }
    return [String(decoding: name, as: UTF8.self)]
  }

  /// A value without control characters, which no property may hold, and with single spaces.
  static func text(_ value: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in value.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .spaceSeparator, .lineSeparator, .paragraphSeparator:
        if let last = result.last, last != " " { result.append(" ") }
      case .surrogate, .unassigned, .privateUse: continue
      default: result.append(scalar)
      }
    }
    if result.last == " " { result.removeLast() }
    return String(result)
  }

  private static func isOrganization(_ schema: String) -> Bool {
    schema == "Organization" || schema == "Company"
  }

  private static func isAsset(_ schema: String) -> Bool { schema == "Asset" || schema == "Company" }
}
