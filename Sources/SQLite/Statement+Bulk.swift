internal import CSQLite

/// What a loop over millions of rows needs: nothing generic, nothing copied, no array of values.
extension Statement {
  /// Binds a whole number to the parameter at `index`, from 1.
  package func bindInteger(_ value: Int, at index: Int32) throws(SQLiteError) {
    try accept(sqlite3_bind_int64(handle, index, Int64(value)))
  }

  /// Binds a number to the parameter at `index`, from 1.
  package func bindNumber(_ value: Double, at index: Int32) throws(SQLiteError) {
    try accept(sqlite3_bind_double(handle, index, value))
  }

  /// Binds NULL to the parameter at `index`, from 1.
  package func bindNull(at index: Int32) throws(SQLiteError) {
    try accept(sqlite3_bind_null(handle, index))
  }

  /// Binds UTF-8 bytes as a text to the parameter at `index`, from 1, without copying them.
  ///
  /// The bytes must stay where they are until the statement has run.
  package func bindText(inPlace bytes: UnsafeRawBufferPointer, at index: Int32) throws(SQLiteError) {
    // A null pointer would bind NULL where an empty text is meant.
    guard let start = bytes.baseAddress else { return try bind("", at: index) }
    try accept(csqlite_bind_text_in_place(handle, index, start, UInt64(bytes.count)))
  }

  /// Appends the first column of the rows that follow, as whole numbers, until `numbers` has `limit` of them; returns
  /// whether the rows came to their end before.
  package func appendIntegers(to numbers: inout [Int], upTo limit: Int) throws(SQLiteError) -> Bool {
    while numbers.count < limit {
      let status = sqlite3_step(handle)
      guard status == SQLITE_ROW else {
        guard status == SQLITE_DONE else { try fail(status) }
        return true
      }
      numbers.append(Int(sqlite3_column_int64(handle, 0)))
    }
    return false
  }

  /// Runs a statement that returns no row, and resets it.
  package func runOnce() throws(SQLiteError) {
    let status = sqlite3_step(handle)
    sqlite3_reset(handle)
    guard status == SQLITE_DONE || status == SQLITE_ROW else { try fail(status) }
  }
}
