internal import Claims

extension PageChange {
  /// What the page sends with a change: a JSON object, whose fields are checked one by one.
  struct Arguments {
    private let values: [String: JSONValue]

    private static let mostTexts = 100

    /// - Throws: the response that refuses what is no such object, or is not said to be one: a form of another page could not say so.
    init(_ request: HTTPRequest) throws(HTTPResponse) {
      let types = request.values("content-type")
      guard types.count == 1, types[0].lowercased() == "application/json" else {
        throw .refusal(415, "A change is written in JSON.")
      }
      var value: JSONValue?
      do throws(JSONValue.SyntaxError) {
        value = try Self.value(request.body)
      } catch {
        throw .refusal(400, "The change is no JSON: \(error.reason) at byte \(error.byte).")
      }
      guard case .object(let values) = value else { throw .refusal(400, "A change is a JSON object.") }
      self.values = values.filter { $0.value != .null }
    }

    private static func value(_ bytes: [UInt8]) throws(JSONValue.SyntaxError) -> JSONValue {
      let result: Result<JSONValue, JSONValue.SyntaxError> = bytes.withUnsafeBytes { bytes in
        do throws(JSONValue.SyntaxError) { return .success(try JSONValue(bytes)) } catch {
          return .failure(error)
        }
      }
      return try result.get()
    }

    func text(_ name: String) throws(HTTPResponse) -> String {
      guard let text = try optionalText(name), !text.isEmpty else {
        throw .refusal(400, "\(name) is missing.")
      }
      return text
    }

    func optionalText(_ name: String) throws(HTTPResponse) -> String? {
      switch values[name] {
      case nil: return nil
      case .string(let text): return text
      default: throw .refusal(400, "\(name) has to be a text.")
      }
    }

    func texts(_ name: String) throws(HTTPResponse) -> [String] {
      guard let value = values[name] else { return [] }
      guard case .array(let items) = value, items.count <= Self.mostTexts else {
        throw .refusal(400, "\(name) has to be a list of at most \(Self.mostTexts) texts.")
      }
      var result: [String] = []
      for item in items {
        guard case .string(let text) = item else { throw .refusal(400, "\(name) has to be a list of texts.") }
        result.append(text)
      }
      return result
    }

    func flag(_ name: String) throws(HTTPResponse) -> Bool {
      switch values[name] {
      case nil: return false
      case .bool(let value): return value
      default: throw .refusal(400, "\(name) has to be true or false.")
      }
    }

    func whole(_ name: String) throws(HTTPResponse) -> Int? {
      guard let value = values[name] else { return nil }
      guard case .number(let number) = value, let whole = Int(exactly: number), whole >= 0 else {
        throw .refusal(400, "\(name) has to be a whole number.")
      }
      return whole
    }

    func share(_ name: String) throws(HTTPResponse) -> Double? {
      guard let value = values[name] else { return nil }
      guard case .number(let number) = value, (0...1).contains(number) else {
        throw .refusal(400, "\(name) has to be a number from 0 to 1.")
      }
      return number
    }
  }
}
