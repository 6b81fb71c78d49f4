internal import Claims
internal import GraphStore

/// Why a tool cannot answer, in words that tell the assistant what to call next.
struct ToolError: Error {
  let message: String
  var candidates: [Candidate] = []
  /// How many candidates there are, of which some may not be listed.
  var total = 0
  let next: String
}

/// The arguments of a tool call, checked one by one.
struct ToolArguments {
  private let values: [String: JSONValue]

  /// - Throws: `ToolError` where one is none of the names that the tool takes.
  init(_ values: [String: JSONValue], of tool: Tool) throws(ToolError) {
    self.values = values.filter { $0.value != .null }
    let known = tool.arguments.map(\.name)
    for name in self.values.keys.sorted() where !known.contains(name) {
      throw ToolError(
        message: "\(tool.name) takes no argument \(Quoting.quoted(name))",
        next: "Call \(tool.name) with some of: \(known.joined(separator: ", ")).")
    }
    for field in tool.arguments where field.isRequired && self.values[field.name] == nil {
      throw ToolError(
        message: "the argument \(field.name) is missing", next: "Call \(tool.name) with \(field.name).")
    }
  }

  func text(_ name: String) throws(ToolError) -> String? {
    switch values[name] {
    case nil: return nil
    case .string(let text): return text
    default: throw wrong(name, "a text")
    }
  }

  func requiredText(_ name: String) throws(ToolError) -> String {
    guard let text = try text(name), !text.isEmpty else { throw wrong(name, "a text that is not empty") }
    return text
  }

  /// A list of texts; one text alone counts as a list of one.
  func texts(_ name: String) throws(ToolError) -> [String] {
    switch values[name] {
    case nil: return []
    case .string(let text): return [text]
    case .array(let items):
      var result: [String] = []
      for item in items {
        guard case .string(let text) = item else { throw wrong(name, "a list of texts") }
        result.append(text)
      }
      guard result.count <= 100 else { throw wrong(name, "a list of at most 100 texts") }
      return result
    default: throw wrong(name, "a list of texts")
    }
  }

  func flag(_ name: String) throws(ToolError) -> Bool {
    switch values[name] {
    case nil: return false
    case .bool(let value): return value
    default: throw wrong(name, "true or false")
    }
  }

  func whole(_ name: String, in range: ClosedRange<Int>) throws(ToolError) -> Int? {
    switch values[name] {
    case nil: return nil
    case .number(let number):
      guard let whole = Int(exactly: number), range.contains(whole) else { break }
      return whole
    default: break
    }
    throw wrong(name, "a whole number from \(range.lowerBound) to \(range.upperBound)")
  }

  func share(_ name: String) throws(ToolError) -> Double? {
    switch values[name] {
    case nil: return nil
    case .number(let number) where (0...1).contains(number): return number
    default: throw wrong(name, "a number from 0 to 1")
    }
  }

  /// The time between `since` and `until`.
  func time() throws(ToolError) -> TimeSpan? {
    let since = try text("since")
    let until = try text("until")
    if since == nil && until == nil { return nil }
    guard let span = TimeSpan(since: since, until: until) else {
      throw ToolError(
        message: "since and until take a year, a month or a day, the earlier one first",
        next: "Write them as 2001, 2001-09 or 2001-09-10.")
    }
    return span
  }

  private func wrong(_ name: String, _ wanted: String) -> ToolError {
    ToolError(message: "\(name) has to be \(wanted)", next: "Call the tool again with \(name) as \(wanted).")
  }
}
