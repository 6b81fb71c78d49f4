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
    if outcome == .heldByReader {
      throw Failure(
        status: .inputOutput,
        "\(what) is out of the graph, but its words are still in the file, because another process is reading it; run `kg compact` when "
          + "that has ended")
    }
  }
}
