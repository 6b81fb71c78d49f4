internal import CSQLite

/// A parameter of a prepared statement that is about to get its value.
package struct BindingTarget {
  let statement: OpaquePointer
  let index: Int32
}

/// A value that can be bound to a parameter.
package protocol Bindable {
  /// Binds the value and returns SQLite's status.
  func bind(to target: BindingTarget) -> Int32
}

extension Int: Bindable {
  package func bind(to target: BindingTarget) -> Int32 {
    sqlite3_bind_int64(target.statement, target.index, Int64(self))
  }
}

extension Bool: Bindable {
  package func bind(to target: BindingTarget) -> Int32 {
    sqlite3_bind_int64(target.statement, target.index, self ? 1 : 0)
  }
}

extension Double: Bindable {
  package func bind(to target: BindingTarget) -> Int32 {
    sqlite3_bind_double(target.statement, target.index, self)
  }
}

extension String: Bindable {
  // With its byte count and never as a C string: a NUL inside would cut it.
  package func bind(to target: BindingTarget) -> Int32 {
    var copy = self
    return copy.withUTF8 {
      csqlite_bind_text(target.statement, target.index, $0.baseAddress, UInt64($0.count))
    }
  }
}

extension [UInt8]: Bindable {
  package func bind(to target: BindingTarget) -> Int32 {
    withUnsafeBytes { bytes in
      // A null pointer would bind NULL where an empty blob is meant.
      guard let start = bytes.baseAddress, !bytes.isEmpty else {
        return sqlite3_bind_zeroblob(target.statement, target.index, 0)
      }
      return csqlite_bind_blob(target.statement, target.index, start, UInt64(bytes.count))
    }
  }
}

extension Optional: Bindable where Wrapped: Bindable {
  package func bind(to target: BindingTarget) -> Int32 {
    switch self {
    case .some(let value): value.bind(to: target)
    case .none: sqlite3_bind_null(target.statement, target.index)
    }
  }
}
