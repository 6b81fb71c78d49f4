package import Claims
internal import FoundationEssentials

/// Documents that come as lines of JSON: `{"id": …, "text": …}`, perhaps with a `date`.
package struct JSONLinesReader: ~Copyable {
  private var reader: ByteReader
  private let name: String
  private let maximumLine: Int
  private let date: CalendarDate?
  private var number = 0

  /// Opens the file at `path`; `-` is standard input.
  ///
  /// - Parameter date: when the documents were written whose lines have no date.
  package init(path: String, maximumLine: Int, date: CalendarDate? = nil) throws(InputError) {
    reader = try ByteReader(path: path)
    name = path == "-" ? "standard input" : path
    self.maximumLine = maximumLine
    self.date = date
  }

  private struct Line: Decodable {
    var id: Identifier
    var text: String
    var date: Identifier?
  }

  /// An identifier or a year may be written as a text or as a number.
  private struct Identifier: Decodable {
    var text: String

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Int.self) {
        text = String(number)
      } else {
        text = try container.decode(String.self)
      }
    }
  }

  /// The next document, or why its line is none; nil at the end.
  ///
  /// Reading can go on after a failure.
  package mutating func nextResult() -> Result<InputDocument, InputError>? {
    do throws(InputError) {
      return try next().map { .success($0) }
    } catch {
      return .failure(error)
    }
  }

  /// The next document, or nil at the end; blank lines are passed over.
  ///
  /// - Throws: `badText` with the number of a line that is no such object; reading can go on after it.
  package mutating func next() throws(InputError) -> InputDocument? {
    number += 1
    while let line = try reader.line(number: number, maximumLine: maximumLine) {
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) {
        number += 1
        continue
      }
      guard TextValidation.firstInvalidOffset(line) == nil,
        let decoded = try? JSONDecoder().decode(Line.self, from: Data(line))
      else {
        throw InputError(
          .badText,
          "\(name), line \(number): not an object of the form {\"id\": …, \"text\": …}; the line is skipped")
      }
      var date = self.date
      if let text = decoded.date?.text {
        date = CalendarDate(text)
        if date == nil {
          throw InputError(
            .badText,
            "\(name), line \(number): the date “\(text)” is not a year, a month or a day in ISO 8601 (2001, 2001-09, 2001-09-10); the line is skipped"
          )
        }
      }
      // An escape can stand for what no file of text may hold.
      guard !decoded.id.text.isEmpty, !decoded.id.text.utf8.contains(0), !decoded.text.utf8.contains(0) else {
        throw InputError(
          .badText,
          "\(name), line \(number): the id is empty, or id or text holds a NUL; the line is skipped")
      }
      return InputDocument(name: decoded.id.text, bytes: Array(decoded.text.utf8), date: date)
    }
    return nil
  }
}
