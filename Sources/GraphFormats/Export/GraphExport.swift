internal import Claims
package import GraphStore

/// Writes a graph, or a part of it, to a file of another program.
package struct GraphExport {
  /// The forms a graph can be written in; each is the file of its own that `form` names.
  package enum Format: String, CaseIterable, Sendable {
    case dot, graphml, gexf, csv, jsonl, cypher
    case neo4jNodes = "neo4j-nodes"
    case neo4jRelationships = "neo4j-relationships"
    case turtle, ntriples, ftm, html

    var form: any ExportForm.Type {
      switch self {
      case .dot: DotFile.self
      case .graphml: GraphML.self
      case .gexf: GEXF.self
      case .csv: EdgeTable.self
      case .jsonl: ClaimRecordFile.self
      case .cypher: CypherScript.self
      case .neo4jNodes: Neo4jNodes.self
      case .neo4jRelationships: Neo4jRelationships.self
      case .turtle: Turtle.self
      case .ntriples: NTriples.self
      case .ftm: FollowTheMoney.self
      case .html: PageForm.self
      }
    }

    /// Which programs read it, to follow its name.
    package var purpose: String { form.purpose }
  }

  private let part: GraphPart

  package init(graph: Graph, query: ExcerptQuery) { part = GraphPart(graph: graph, query: query) }

  /// Hands the export to `write`, piece by piece, in memory that grows with neither edges nor entities (but, for dot, with the
  /// entities, and for html with all).
  ///
  /// - Parameter isForSpreadsheets: whether tables are written so that a spreadsheet takes every cell for text.
  /// - Returns: what of the part the form has no place for, as sentences for a user.
  @discardableResult
  package func write(
    _ format: Format, isForSpreadsheets: Bool = false, picture: GraphPicture.Options = .init(),
    _ write: ([UInt8]) throws -> Void
  ) throws -> [String] {
    var options = ExportOptions()
    options.picture = picture
    options.isForSpreadsheets = isForSpreadsheets
    return try format.form.write(part, options) { text in try write(text) }
  }
}

/// A form in which a part of a graph is written: one file of another program's.
protocol ExportForm {
  /// Which programs read it, to follow the form's name in help.
  static var purpose: String { get }

  /// Hands the file to `write` piece by piece: the same part gives the same bytes.
  ///
  /// What comes first goes with the first edge or entity, so that a question that fails writes nothing.
  /// - Returns: what of the part the form has no place for, as sentences for a user.
  static func write(
    _ part: GraphPart, _ options: ExportOptions, _ write: ([UInt8]) throws -> Void
  ) throws -> [String]
}

/// What is said of how an export is written, beyond its form.
struct ExportOptions {
  /// Whether tables are written so that a spreadsheet takes every cell for text.
  var isForSpreadsheets = false
  /// How a picture is drawn.
  var picture = GraphPicture.Options()
}

/// The part of a graph that is written.
struct GraphPart {
  let graph: Graph
  let query: ExcerptQuery

  /// What a form that has edges alone leaves out.
  func leftOut() throws -> [String] {
    let count = try graph.countOfDoubtfulClaims(in: query)
    if count == 0 { return [] }
    let what =
      count == 1 ? "1 claim that a text denies or doubts" : "\(count) claims that texts deny or doubt"
    return ["left out: \(what), which make no edge; jsonl, turtle and ntriples keep them"]
  }
}
