internal import Schema

/// The frames that the binary was built with, as text.
package enum BuiltInFrames {
  /// The files, in the order in which they are read.
  static var files: [SchemaFile] { SchemaFile.all.filter { $0.path.hasPrefix("frames/") } }

  /// What the places of a file's patterns call it: "politics.frames".
  static func name(of file: SchemaFile) -> String { String(file.path.dropFirst("frames/".count)) }

  /// The block of a relation, or all files when there is none; empty for an unknown relation.
  package static func text(of relation: String?) -> String {
    guard let relation else { return files.map(\.text).joined(separator: "\n") }
    var blocks = ""
    for file in files {
      var isInside = false
      for line in file.text.split(separator: "\n", omittingEmptySubsequences: false) {
        if line.hasPrefix("relation ") {
          isInside = line.split(separator: " ").dropFirst().first.map(String.init) == relation
        }
        if isInside, !line.isEmpty, !line.hasPrefix("#") { blocks += line + "\n" }
      }
    }
    return blocks
  }
}
