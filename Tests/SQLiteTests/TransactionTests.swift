import TestSupport
import Testing

@testable import SQLite

@Suite struct TransactionTests {
  private struct Stop: Error {}

  private let folder: TemporaryFolder
  private let connection: Connection

  init() throws {
    folder = try TemporaryFolder()
    connection = try Connection(path: folder.file("a.db"), mode: .create, busyTimeout: 0)
    try connection.execute("CREATE TABLE t (a INTEGER PRIMARY KEY)")
  }

  private func stored(by connection: Connection) throws -> [Int] {
    let statement = try connection.statement("SELECT a FROM t ORDER BY a")
    var result: [Int] = []
    while try statement.step() { result.append(statement.integer(at: 0)) }
    return result
  }

  @Test func aTransactionThatReturnsIsKept() throws {
    let value = try connection.transaction(.immediate) {
      #expect(connection.isInTransaction)
      try connection.run("INSERT INTO t VALUES (1)")
      return "done"
    }
    #expect(value == "done")
    #expect(!connection.isInTransaction)
    #expect(try stored(by: Connection(path: folder.file("a.db"), mode: .readOnly)) == [1])
  }

  @Test func aTransactionThatThrowsLeavesNothing() throws {
    #expect(throws: Stop.self) {
      try connection.transaction(.deferred) {
        try connection.run("INSERT INTO t VALUES (1)")
        throw Stop()
      }
    }
    #expect(!connection.isInTransaction)
    #expect(try stored(by: connection) == [])
  }

  @Test func aSavepointThatThrowsUndoesOnlyItself() throws {
    try connection.transaction(.immediate) {
      try connection.run("INSERT INTO t VALUES (1)")
      try connection.savepoint {
        try connection.run("INSERT INTO t VALUES (2)")
        #expect(throws: Stop.self) {
          try connection.savepoint {
            try connection.run("INSERT INTO t VALUES (3)")
            throw Stop()
          }
        }
        try connection.run("INSERT INTO t VALUES (4)")
      }
      #expect(throws: SQLiteError.self) {
        try connection.savepoint {
          try connection.execute("INSERT INTO t VALUES (5); INSERT INTO t VALUES (1)")
        }
      }
      try connection.run("INSERT INTO t VALUES (6)")
    }
    #expect(try stored(by: connection) == [1, 2, 4, 6])
  }

  @Test func aRollbackInsideDoesNotHideTheFirstError() throws {
    let error = try #require(throws: SQLiteError.self) {
      try connection.transaction(.immediate) {
        try connection.run("INSERT INTO t VALUES (1)")
        try connection.execute("INSERT OR ROLLBACK INTO t VALUES (1)")
      }
    }
    #expect(error.code.primary == .constraint)
    #expect(!connection.isInTransaction)
  }

  @Test func aSecondWriterIsToldThatTheFileIsBusy() throws {
    let other = try Connection(path: folder.file("a.db"), mode: .readWrite, busyTimeout: 0)
    try connection.transaction(.immediate) {
      let error = try #require(throws: SQLiteError.self) {
        try other.transaction(.immediate) { Issue.record("two writers at once") }
      }
      #expect(error.code.primary == .busy)
      #expect(!other.isInTransaction)
    }
    try other.transaction(.immediate) { try other.run("INSERT INTO t VALUES (9)") }
    #expect(try stored(by: connection) == [9])
  }
}
