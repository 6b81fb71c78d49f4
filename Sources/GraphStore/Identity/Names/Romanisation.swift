internal import Schema

/// Writes letters of other scripts in Latin ones (`Schema/romanisation.tsv`).
enum Romanisation {
  private static let table: [UInt32: [UInt8]] = {
    var table: [UInt32: [UInt8]] = [:]
    for row in SchemaFile.named("romanisation.tsv")?.rows ?? [] where row.count == 2 {
      if let codePoint = UInt32(row[0], radix: 16) { table[codePoint] = Array(row[1].utf8) }
    }
    return table
  }()

  /// The Latin letters of one that is not; nil where none are known.
  static func letters(of scalar: Unicode.Scalar) -> [UInt8]? { table[scalar.value] }
}
