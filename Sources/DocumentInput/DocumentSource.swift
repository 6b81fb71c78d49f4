package import Claims
package import DocumentFormats
internal import FoundationEssentials

/// Where documents come from: files, folders, standard input, or lines of JSON.
package struct DocumentSource: Sendable {
  /// The endings of the files that are taken out of folders.
  package static let endings = [
    "txt", "text", "md", "markdown", "html", "htm", "xhtml", "pdf", "docx", "odt", "epub", "eml", "mbox",
    "gz",
  ]

  /// The longest line that is read, in bytes.
  package var maximumLine: Int
  /// The name of the document on standard input.
  package var standardInputName: String
  /// When the documents were written that say nothing of it themselves, or nil.
  package var date: CalendarDate?

  /// How files of all formats are read.
  package var reader = FileReader()
  /// What their user says of files; nil where there is no such list.
  package var manifest: DocumentManifest?

  package init(
    maximumLine: Int = 16 << 20, standardInputName: String = "-", date: CalendarDate? = nil
  ) {
    self.maximumLine = maximumLine
    self.standardInputName = standardInputName
    self.date = date
  }

  /// The files meant by the arguments, in their order; folders are searched to the bottom, their files sorted by path.
  ///
  /// An argument that means no file gives its error in place, so that the others are still read.
  package func files(_ arguments: [String]) -> [Result<String, InputError>] {
    arguments.flatMap { argument -> [Result<String, InputError>] in
      if argument == "-" { return [.success("-")] }
      var isFolder = false
      guard FileManager.default.fileExists(atPath: argument, isDirectory: &isFolder) else {
        return [.failure(InputError(.notFound, "\(argument): no such file or folder"))]
      }
      if !isFolder { return [.success(argument)] }
      let files = Self.files(inFolder: argument)
      if files.isEmpty {
        let endings = Self.endings.map { "." + $0 }.joined(separator: ", ")
        return [
          .failure(InputError(.notFound, "\(argument): no documents in this folder (looked for \(endings))"))
        ]
      }
      let real = RealPath.of(argument).map { $0.hasSuffix("/") ? $0 : $0 + "/" }
      return files.map { file in
        guard let real, let place = RealPath.of(file), !place.hasPrefix(real) else { return .success(file) }
        return .failure(
          InputError(
            .skipped, "\(file): skipped, a link that leads out of the folder; name it to have it read"))
      }
    }
  }

  /// Reads one plain text.
  ///
  /// - Throws: `InputError`: `notFound`, `unreadable`, or `badText` with the place of what is wrong.
  package func document(at path: String) throws(InputError) -> InputDocument {
    let name = path == "-" ? standardInputName : path
    let bytes = try bytes(at: path)
    try TextValidation.check(bytes, name: name)
    return InputDocument(name: name, bytes: bytes, date: date)
  }

  /// The bytes of a file or of standard input, whatever they are.
  ///
  /// - Throws: `InputError`: `notFound`, `unreadable`, or `lineTooLong` for a line that is too long.
  package func bytes(at path: String) throws(InputError) -> [UInt8] {
    let bytes = try fileBytes(at: path)
    try checkLines(of: bytes, name: path)
    return bytes
  }

  private static let largestFile = 1 << 30

  func fileBytes(at path: String) throws(InputError) -> [UInt8] {
    var reader = try ByteReader(path: path)
    return try reader.rest(most: Self.largestFile)
  }

  /// Throws `lineTooLong` for a line of more than `maximumLine` bytes, with its number.
  func checkLines(of bytes: [UInt8], name: String) throws(InputError) {
    guard bytes.count > maximumLine else { return }
    var number = 1
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 10) ?? bytes.count
      guard end - start <= maximumLine else {
        throw InputError(
          .lineTooLong, "\(name): line \(number) is \(end - start) bytes long, more than \(maximumLine)"
        )
      }
      start = end + 1
      number += 1
    }
  }

  /// What is wrong with each of the arguments' documents; nothing as soon as one can be read, or is a stream.
  ///
  /// Streams (standard input, pipes) can be read but once, so nothing is asked of them here.
  package func failuresOfAll(_ arguments: [String]) -> [InputError] {
    var failures: [InputError] = []
    for file in files(arguments) {
      do throws(InputError) {
        let path = try file.get()
        if path == "-" || ByteReader.isStream(path) { return [] }
        for document in try documents(at: path) { _ = try document.get() }
        return []
      } catch {
        failures.append(error)
      }
    }
    return failures
  }

  /// What is wrong with each of the files of JSON lines; nothing as soon as one can be opened, or is a stream.
  package func failuresOfAll(jsonLines paths: [String]) -> [InputError] {
    var failures: [InputError] = []
    for path in paths {
      if path == "-" || ByteReader.isStream(path) { return [] }
      do throws(InputError) {
        _ = try JSONLinesReader(path: path, maximumLine: maximumLine)
        return []
      } catch {
        failures.append(error)
      }
    }
    return failures
  }

  private static func files(inFolder folder: String) -> [String] {
    let base = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    guard let paths = try? FileManager.default.subpathsOfDirectory(atPath: folder) else { return [] }
    var files: [String] = []
    for path in paths {
      guard !path.split(separator: "/").contains(where: { $0.hasPrefix(".") }),
        let file = path.split(separator: "/").last, file.contains("."),
        let ending = file.split(separator: ".").last, endings.contains(ending.lowercased())
      else { continue }
      var isFolder = false
      let whole = "\(base)/\(path)"
      if FileManager.default.fileExists(atPath: whole, isDirectory: &isFolder), !isFolder {
        files.append(whole)
      }
    }
    return files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
