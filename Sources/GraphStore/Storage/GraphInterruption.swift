internal import SQLite

/// Stops what a graph is asked for, from another thread.
package struct GraphInterruption: Sendable {
  private let handle: InterruptHandle

  fileprivate init(_ handle: InterruptHandle) { self.handle = handle }

  /// Makes the question under way fail with `interrupted`; one that is between two statements goes on until the next call.
  package func interrupt() { handle.interrupt() }
}

extension Graph {
  /// What stops the question under way.
  package var interruption: GraphInterruption { GraphInterruption(connection.interruptHandle) }
}
