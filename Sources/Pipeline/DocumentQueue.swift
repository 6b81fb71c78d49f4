internal import DocumentInput

/// The documents of files, folders and standard input, one after the other; a file is read when its first document is asked for.
struct DocumentQueue {
  private let source: DocumentSource
  private var files: ArraySlice<Result<String, InputError>>
  private var documents: ArraySlice<Result<InputDocument, InputError>> = []
  private var given = 0

  init(source: DocumentSource, arguments: [String]) {
    self.source = source
    files = source.files(arguments)[...]
  }

  /// How many documents there are, as far as is known: each file that is not read yet counts as one.
  var count: Int { given + documents.count + files.count }

  mutating func next() -> Result<InputDocument, InputError>? {
    while true {
      if let document = documents.popFirst() {
        given += 1
        return document
      }
      guard let file = files.popFirst() else { return nil }
      do throws(InputError) {
        documents = try source.documents(at: file.get())[...]
      } catch {
        given += 1
        return .failure(error)
      }
    }
  }
}
