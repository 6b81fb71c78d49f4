/// Writes a graph and its questions in the forms that stores read.
///
/// nodes.tsv (id, name, type) and edges.tsv (subject, relation, object by id) are what `kg import` takes; named-edges.tsv
/// has the same edges by name, graph.nt in RDF. entities.tsv (name, degree) and pairs.tsv (name, name, 1 where a path
/// exists) are the questions.
package struct GraphFiles {
  let graph: PowerLawGraph
  let questions: QuestionSet

  package init(_ graph: PowerLawGraph, _ questions: QuestionSet) {
    self.graph = graph
    self.questions = questions
  }

  /// Writes all files into a folder that exists.
  ///
  /// - Throws: `LineWriter.Failure`.
  package func write(to folder: String) throws(LineWriter.Failure) {
    try writeNodes(LineWriter(path: folder + "/nodes.tsv"))
    try writeEdges(LineWriter(path: folder + "/edges.tsv"))
    try writeNamedEdges(LineWriter(path: folder + "/named-edges.tsv"))
    try writeTriples(LineWriter(path: folder + "/graph.nt"))
    let entities = try LineWriter(path: folder + "/entities.tsv")
    for question in questions.entities {
      try entities.append(PowerLawGraph.name(of: question.entity), "\t", String(question.degree), "\n")
    }
    try entities.finish()
    let pairs = try LineWriter(path: folder + "/pairs.tsv")
    for pair in questions.pairs {
      try pairs.append(PowerLawGraph.name(of: pair.from), "\t", PowerLawGraph.name(of: pair.to))
      try pairs.append(pair.isConnected ? "\t1\n" : "\t0\n")
    }
    try pairs.finish()
  }

  private func writeNodes(_ file: LineWriter) throws(LineWriter.Failure) {
    try file.append("id\tname\ttype\n")
    for (entity, type) in graph.entityTypes.enumerated() {
      try file.append(String(entity), "\t", PowerLawGraph.name(of: entity), "\t")
      try file.append(PowerLawGraph.types[Int(type)], "\n")
    }
    try file.finish()
  }

  private func writeEdges(_ file: LineWriter) throws(LineWriter.Failure) {
    try file.append("subject\trelation\tobject\n")
    for edge in graph.edges {
      try file.append(String(edge.subject), "\t", PowerLawGraph.relations[Int(edge.relation)], "\t")
      try file.append(String(edge.object), "\n")
    }
    try file.finish()
  }

  private func writeNamedEdges(_ file: LineWriter) throws(LineWriter.Failure) {
    try file.append("subject\tobject\trelation\n")
    for edge in graph.edges {
      try file.append(PowerLawGraph.name(of: Int(edge.subject)), "\t")
      try file.append(PowerLawGraph.name(of: Int(edge.object)), "\t")
      try file.append(PowerLawGraph.relations[Int(edge.relation)], "\n")
    }
    try file.finish()
  }

  private func writeTriples(_ file: LineWriter) throws(LineWriter.Failure) {
    let label = "<http://www.w3.org/2000/01/rdf-schema#label>"
    let type = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
    for (entity, kind) in graph.entityTypes.enumerated() {
      let subject = "<http://example.org/entity/\(entity)> "
      try file.append(subject, label, " \"", PowerLawGraph.name(of: entity), "\" .\n")
      try file.append(subject, type, " <http://example.org/type/", PowerLawGraph.types[Int(kind)], "> .\n")
    }
    for edge in graph.edges {
      try file.append("<http://example.org/entity/", String(edge.subject), "> <http://example.org/relation/")
      try file.append(PowerLawGraph.relations[Int(edge.relation)], "> <http://example.org/entity/")
      try file.append(String(edge.object), "> .\n")
    }
    try file.finish()
  }
}
