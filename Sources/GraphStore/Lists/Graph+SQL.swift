package import SQLite

/// How far a question in a user's own words may go.
package struct QuestionBounds: Sendable {
  /// After so many seconds it ends.
  package var seconds = 10.0
  /// So many rows are given at most; nil for all.
  package var rows: Int?

  package init() {}
}

extension Graph {
  /// Asks a question in SQL, which can only read and ends in time.
  ///
  /// - Parameters:
  ///   - parameters: values for `:name` in the question.
  ///   - visit: is called with the columns' names and each row; and with no row at all where there is none.
  /// - Returns: whether there are more rows than were given.
  /// - Throws: `GraphError`: `badQuestion` for what is no question, `tooLong`; and what `visit` throws.
  package func ask(
    sql: String, parameters: [(name: String, value: String)] = [], _ bounds: QuestionBounds,
    _ visit: (_ columns: [String], _ row: [UserQuestion.Value]?) throws -> Void
  ) throws -> Bool {
    try askingWithOwnErrors {
      do {
        return try Self.answer(sql, parameters, bounds, on: connection, visit)
      } catch let error as SQLiteError {
        throw Self.error(error, bounds)
      }
    }
  }

  private static func answer(
    _ sql: String, _ parameters: [(name: String, value: String)], _ bounds: QuestionBounds,
    on connection: Connection, _ visit: (_ columns: [String], _ row: [UserQuestion.Value]?) throws -> Void
  ) throws -> Bool {
    let question = try UserQuestion(sql, on: connection, seconds: bounds.seconds)
    defer { question.close() }
    for parameter in parameters {
      guard try question.bind(parameter.value, to: parameter.name) else {
        throw GraphError(.badQuestion, "the question has no parameter :\(parameter.name)")
      }
    }
    var count = 0
    while let row = try question.next() {
      if count == bounds.rows { return true }
      count += 1
      try visit(question.columns, row)
    }
    if count == 0 { try visit(question.columns, nil) }
    return false
  }

  static func error(_ error: SQLiteError, _ bounds: QuestionBounds) -> any Error {
    switch error.code.primary {
    case .interrupt:
      return GraphError(
        .tooLong, "the question took more than \(bounds.seconds) seconds; ask for less, or allow more time",
        cause: error)
    case .notAuthorized:
      return GraphError(.badQuestion, "a question can only read: \(error.message)", cause: error)
    case .error, .misuse:
      return GraphError(
        .badQuestion, "this is no question that can be answered: \(error.message)", cause: error)
    default: return error
    }
  }
}
