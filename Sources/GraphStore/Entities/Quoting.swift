/// Shows a user's text inside a message of one line.
package enum Quoting {
  /// The text in quotation marks, with control characters spelled out and the middle of a long text left out.
  package static func quoted(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.properties.generalCategory == .control:
        result += "\\u{\(String(scalar.value, radix: 16))}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    if result.count > 100 { result = "\(result.prefix(60)) … \(result.suffix(20))" }
    return "“\(result)”"
  }
}
