package import Claims

/// A file of claim records, one a line, as `kg extract` prints them.
package enum ClaimFile {
  /// Reads all records; blank lines are passed over.
  ///
  /// - Throws: `EvaluationError.badClaims` with file, line and what was expected.
  package static func claims(name: String, bytes: [UInt8]) throws(EvaluationError) -> [Claim] {
    var claims: [Claim] = []
    var number = 0
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
      claims.append(try claim(Array(line), "\(name):\(number)"))
    }
    return claims
  }

  private static func claim(_ line: [UInt8], _ place: String) throws(EvaluationError) -> Claim {
    let result = line.withUnsafeBytes { bytes in
      Result { () throws(JSONValue.SyntaxError) in try JSONValue(bytes) }
    }
    do {
      return try Claim(record: try result.get())
    } catch let error as ClaimRecordError {
      throw EvaluationError(
        .badClaims, "\(place): expected a claim as `kg extract` prints it, but \(error.reason)", cause: error)
    } catch let error as JSONValue.SyntaxError {
      throw EvaluationError(
        .badClaims, "\(place): expected a JSON object, but at byte \(error.byte): \(error.reason)",
        cause: error)
    } catch {
      throw EvaluationError(.badClaims, "\(place): expected a claim", cause: error)
    }
  }
}
