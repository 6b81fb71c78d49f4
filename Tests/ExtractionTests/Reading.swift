import Linguistics

@testable import Extraction

/// What a document's parties look like, for tests in words.
struct Reading {
  let document: AnnotatedDocument
  private let cast: Cast

  var entities: EntityTable { cast.entities }

  init(_ text: String) throws {
    let segmentation = try Segmenter().segment(DocumentText([UInt8](text.utf8)))
    try self.init(DocumentAnalyser(model: try ReadingModel.embedded()).analyse(segmentation))
  }

  init(_ analysis: DocumentAnalysis) throws {
    let extractor = try Extractor.shared.get()
    document = extractor.annotated(analysis)
    cast = extractor.cast(of: document).cast
  }

  /// "General|Berg = Karl Berg": title, name and entity of each name.
  var names: [String] {
    document.names.enumerated().map { index, name in
      let text = document.surface(name.words)
      let entity = entities.entities[entities.entityOfName[index]].name
      return (name.title.isEmpty ? "" : document.surface(name.title) + "|") + text
        + (entity == text ? "" : " = " + entity)
    }
  }

  var types: [NameType] {
    document.names.indices.map { entities.entities[entities.entityOfName[$0]].type }
  }

  /// "she = Anna Berg": what each word that refers stands for.
  var refersTo: [String] {
    cast.references.referringWords.map { word in
      document.words[word].lower + " = "
        + cast.references.entities(ofWord: word).map { entities.entities[$0].name }.joined(separator: " + ")
    }
  }
}
