import ArgumentParser
import DocumentFormats
import DocumentInput
import Linguistics

/// The options that say how files of all formats are read.
struct FormatOptions: ParsableArguments {
  @Flag(help: "Recognise the words of scanned pages and pictures (needs tesseract).")
  var ocr = false

  @Flag(help: "Also read what surrounds the main text of web pages.")
  var allText = false

  @Option(
    help: ArgumentHelp(
      "A table of what is known of files: path, date, title, author, url, source, language, name.",
      valueName: "file"),
    completion: .file())
  var manifest: String?

  /// Sets what the options say; `model` knows which words are some.
  func apply(to source: inout DocumentSource, model: ReadingModel) throws {
    source.reader.isWord = { model.isKnownWord($0) }
    source.reader.recognises = ocr
    source.reader.readsAllText = allText
    source.manifest = try manifest.map { try DocumentManifest(source.bytes(at: $0), path: $0) }
  }
}
