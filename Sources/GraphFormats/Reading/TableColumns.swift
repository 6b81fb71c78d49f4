internal import GraphStore

/// What the columns of a table of edges or entities mean, by its heading or by what a user says.
struct TableColumns {
  /// What one column holds.
  enum Role: Hashable, Sendable {
    case subject, relation, object, subjectType, objectType, subjectIdentifier, objectIdentifier, confidence
    case identifier, name, type, aliases
    /// An object of JSON with names and values, as the tables that `kg` writes have it.
    case qualifiers
    /// Anything else: kept beside the edge under the column's own name.
    case qualifier(HeldBytes)
  }

  /// What the rows are.
  enum Kind { case edges, entities }

  /// What is said of the columns, beyond what the heading says.
  struct Options {
    var mapping = ColumnMapping()
    /// Whether the first row names the columns; columns are told by their number, from 1, otherwise.
    var hasHeading = true
    /// Whether rows need not say their relation.
    var hasRelation = false
  }

  let kind: Kind
  let roles: [Role]

  /// Reads a heading, or counts the columns of a table without one.
  ///
  /// - Throws: `GraphFileError` with `unknownColumns` for one that lacks a column or has one twice.
  init(heading: [String], file: String, options: Options = Options()) throws(GraphFileError) {
    let names = heading.map { $0.lowercased().filter { $0 != " " } }
    var roles: [Role?] = heading.map { _ in nil }
    for (role, column) in options.mapping.columns.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      guard let place = Self.place(of: column, in: heading, names, options) else {
        throw GraphFileError(
          .unknownColumns,
          "\(file), line 1: there is no column \(Quoting.quoted(column)); \(Self.list(heading, options))")
      }
      if roles[place] != nil {
        throw GraphFileError(.unknownColumns, "\(file): \(Quoting.quoted(column)) is to hold two things")
      }
      roles[place] = Role(role)
    }
    if options.hasHeading {
      try Self.addNamed(heading, names, to: &roles, file: file)
      Self.addOthersNames(names, to: &roles, options)
    }
    let isEdges =
      roles.contains(.subject) && roles.contains(.object)
      && (roles.contains(.relation) || options.hasRelation)
    let isEntities = roles.contains(.identifier) && roles.contains(.name)
    guard isEdges || isEntities else {
      throw GraphFileError(
        .unknownColumns,
        "\(file), line 1: the heading must name the columns subject, relation and object (or id and name, for entities); "
          + Self.list(heading, options))
    }
    kind = isEdges ? .edges : .entities
    self.roles = zip(heading.indices, roles).map { place, role in
      let own: Role? = role.flatMap { $0.isOf(isEdges ? .edges : .entities) ? $0 : nil }
      return own ?? .qualifier(HeldBytes(options.hasHeading ? heading[place] : "column \(place + 1)"))
    }
  }

  /// Gives the columns that have the names of roles those, where a user did not say otherwise.
  private static func addNamed(
    _ heading: [String], _ names: [String], to roles: inout [Role?], file: String
  ) throws(GraphFileError) {
    var named: Set<String> = []
    let said = Set(roles.compactMap { $0 })
    for (place, name) in names.enumerated() where roles[place] == nil {
      let known = name == "qualifiers" ? Role.qualifiers : ColumnMapping.Role(rawValue: name).map(Role.init)
      guard let known, !said.contains(known) else { continue }
      guard named.insert(name).inserted else {
        throw GraphFileError(
          .unknownColumns, "\(file), line 1: the column \(Quoting.quoted(heading[place])) is there twice")
      }
      roles[place] = known
    }
  }

  /// Understands the headings that neo4j-admin asks for, and source and target beside a relation.
  private static func addOthersNames(_ names: [String], to roles: inout [Role?], _ options: Options) {
    func take(_ role: Role, _ matches: (String) -> Bool) {
      guard !roles.contains(role), let place = names.firstIndex(where: matches), roles[place] == nil else {
        return
      }
      roles[place] = role
    }
    take(.subject) { $0.hasPrefix(":start_id") }
    take(.object) { $0.hasPrefix(":end_id") }
    take(.relation) { $0 == ":type" }
    take(.identifier) { $0.hasSuffix(":id") || $0.contains(":id(") }
    take(.name) { $0 == "name:string" }
    take(.type) { $0 == ":label" }
    if roles.contains(.relation) || options.hasRelation {
      take(.subject) { $0 == "source" }
      take(.object) { $0 == "target" }
    }
  }

  private static func place(
    of column: String, in heading: [String], _ names: [String], _ options: Options
  ) -> Int? {
    if options.hasHeading {
      if let place = heading.firstIndex(of: column) { return place }
      let folded = column.lowercased().filter { $0 != " " }
      if let place = names.firstIndex(of: folded) { return place }
    }
    guard let number = Int(column), (1...max(1, heading.count)).contains(number), !heading.isEmpty else {
      return nil
    }
    return number - 1
  }

  private static func list(_ heading: [String], _ options: Options) -> String {
    options.hasHeading
      ? "it is \(Quoting.quoted(heading.joined(separator: " ")))"
      : "a row has \(heading.count) column\(heading.count == 1 ? "" : "s")"
  }
}

extension TableColumns.Role {
  init(_ role: ColumnMapping.Role) {
    self =
      switch role {
      case .subject: .subject
      case .relation: .relation
      case .object: .object
      case .subjectType: .subjectType
      case .objectType: .objectType
      case .subjectIdentifier: .subjectIdentifier
      case .objectIdentifier: .objectIdentifier
      case .confidence: .confidence
      case .id: .identifier
      case .name: .name
      case .type: .type
      case .aliases: .aliases
      }
  }

  /// Whether rows of a kind have such a column; otherwise it is one of their own.
  fileprivate func isOf(_ kind: TableColumns.Kind) -> Bool {
    switch self {
    case .identifier, .name, .type, .aliases: kind == .entities
    case .qualifier: true
    default: kind == .edges
    }
  }
}
