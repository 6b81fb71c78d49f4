internal import Claims
internal import DocumentFormats
internal import Layout

extension DocumentSource {
  /// Reads the documents of a file: one of most files; a mail has its attachments, and a mailbox all its mails.
  ///
  /// - Throws: `InputError`: `notFound`, `unreadable`, or what is wrong with the only document; what is wrong with one of several stands
  ///   in its place.
  package func documents(at path: String) throws(InputError) -> [Result<InputDocument, InputError>] {
    let file = path == "-" ? standardInputName : path
    let bytes = try fileBytes(at: path)
    let outcomes = reader.documents(bytes)
    if outcomes.count == 1, case .failure(let error) = outcomes[0].result {
      throw try self.error(error, file: file, bytes: bytes)
    }
    var documents: [Result<InputDocument, InputError>] = []
    for outcome in outcomes {
      let name = outcome.part.map { "\(file)/\($0)" } ?? file
      do throws(InputError) {
        switch outcome.result {
        case .success(let document):
          documents.append(.success(try self.document(document, name: name, path: path)))
        case .failure(let error): throw try self.error(error, file: name, bytes: [])
        }
      } catch {
        if outcomes.count == 1 { throw error }
        documents.append(.failure(error))
      }
    }
    return documents
  }

  private func document(
    _ read: FileReader.Document, name: String, path: String
  ) throws(InputError) -> InputDocument {
    var content = read.content
    if content.reader.hasPrefix(DocumentContent.plainText) { try checkLines(of: content.text, name: name) }
    try TextValidation.check(content.text, name: name)
    let listed = read.part == nil ? manifest?.entry(for: path) : nil
    let own = content.metadata.date
    if let listed { content.metadata = listed.metadata.completed(by: content.metadata) }
    // The time at which a program wrote a file is less than what its user says.
    let isOfFile = ["pdf", "docx", "odt"].contains { content.reader.hasPrefix($0) }
    let date = listed?.metadata.date ?? (isOfFile ? self.date ?? own : own ?? self.date)
    content.metadata.date = date
    var document = InputDocument(name: listed?.name ?? name, source: read.bytes, content: content, date: date)
    document.isDateGiven = listed?.metadata.date != nil
    document.path = path == "-" ? nil : path
    document.part = read.part
    return document
  }

  /// What is wrong with a file, in words for its user.
  private func error(_ error: FormatError, file: String, bytes: [UInt8]) throws(InputError) -> InputError {
    if error.code == .unknownFormat, error.message.isEmpty {
      // No text: the check says where.
      try checkLines(of: bytes, name: file)
      try TextValidation.check(bytes, name: file)
    }
    let code: InputError.Code =
      switch error.code {
      case .missingProgram: .missingProgram
      case .interrupted: .interrupted
      default: .badText
      }
    return InputError(code, "\(file): \(error.message)")
  }
}
