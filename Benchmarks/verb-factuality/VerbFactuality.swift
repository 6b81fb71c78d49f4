import Claims
import Glibc
import Linguistics

@testable import Extraction

/// Prints how the sentences of a file of CoNLL-U state each of their verbs: `verb-factuality FILE`.
///
/// A line a verb: sent_id, number of the word in its sentence, polarity, modality, form, and whether it is asked. The trees
/// are the model's own; Benchmarks/verb-factuality/measure.py compares the lines with what readers took to have happened.
@main struct VerbFactuality {
  static func main() throws {
    guard CommandLine.arguments.count == 2, let file = fopen(CommandLine.arguments[1], "r") else {
      print("usage: verb-factuality FILE")
      return
    }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
    let model = try ReadingModel.embedded()
    let extractor = try Extractor(model: model)
    let analyser = DocumentAnalyser(model: model)
    for part in CoNLLUReader.parts(of: bytes, name: "words") {
      let document = try CoNLLUReader.document(part)
      let read = extractor.annotated(analyser.analyse(document.segmentation))
      for sentence in read.sentences { write(sentence, of: read, from: document) }
    }
  }

  private static func write(_ sentence: Sentence, of read: AnnotatedDocument, from document: CoNLLUDocument) {
    let reader = FactualityReader(document: read, lexicon: .builtIn, sentence: sentence)
    for (token, word) in read.wordOfToken.enumerated() where sentence.words.contains(word) {
      guard read.words[word].part == .verb,
        let index = document.segmentation.sentences.firstIndex(where: { $0.words.contains(token) })
      else { continue }
      let facts = reader.factuality(of: word, arguments: [])
      let mark = "# sent_id = "
      let name = document.comments[index].first { $0.hasPrefix(mark) }?.dropFirst(mark.count) ?? ""
      print(
        name, token - document.segmentation.sentences[index].words.lowerBound + 1, facts.polarity.rawValue,
        facts.modality.rawValue, read.words[word].lower, facts.isQuestion ? "asked" : "told",
        separator: "\t")
    }
  }
}
