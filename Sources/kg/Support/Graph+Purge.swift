import GraphStore

extension Graph {
  /// Clears the words of removed and replaced documents out of the file, and ends the command where that cannot be done now.
  ///
  /// - Parameter what: what the words were of, for the message.
  func purge(what: String) throws {
    let outcome: PurgeOutcome
    do {
      outcome = try purgeRemovedText()
    } catch {
      throw Failure(
        status: Failure.status(error.code),
        "\(what) is out of the graph, but its words are still in the file: \(error.message); then run `kg compact`"
      )
    }
    try checkPurged(outcome, what: what)
  }

  /// Ends the command where words are left, and says how they go.
  func checkPurged(_ outcome: PurgeOutcome, what: String) throws {
    guard outcome == .heldByReader else { return }
    throw Failure(
      status: .inputOutput,
      "\(what) is out of the graph, but its words are still in the file, because another process is using it; run `kg compact` when "
        + "that has ended")
  }

  /// Runs `body`, which may replace documents, and purges the file once in the end, also where `body` fails half-way.
  func purgingReplaced(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch {
      do {
        try purge(what: "what was replaced")
      } catch let failure as Failure {
        if let message = failure.message { StandardError.message(message) }
      }
      throw error
    }
    try purge(what: "what was replaced")
  }
}
