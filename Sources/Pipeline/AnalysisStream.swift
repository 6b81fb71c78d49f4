package import DocumentInput
package import Linguistics

/// Analyses documents with several threads and writes CoNLL-U; the bytes do not depend on how many, nor on what else is in the call.
package struct AnalysisStream: Sendable {
  /// What became of one document, in the order of the inputs.
  package enum Outcome: Sendable {
    /// The document's CoNLL-U.
    case analysis([UInt8])
    case failure(InputError)
  }

  private let segmenter: Segmenter
  private let analyser: DocumentAnalyser
  private let stream: DocumentStream

  /// - Throws: `LinguisticsError.damagedModel`.
  package init(source: DocumentSource, model: ReadingModel, jobs: Int) throws(LinguisticsError) {
    segmenter = try Segmenter()
    analyser = DocumentAnalyser(model: model)
    stream = DocumentStream(source: source, jobs: jobs)
  }

  /// Analyses files, folders and standard input.
  package func analyse(_ arguments: [String], _ consume: (Outcome) throws -> Void) rethrows {
    try stream.map(files: arguments, outcome, consume)
  }

  /// Analyses documents out of lines of JSON; a bad line is a failure of its own.
  package func analyse(jsonLines path: String, _ consume: (Outcome) throws -> Void) rethrows {
    try stream.map(jsonLines: path, outcome, consume)
  }

  /// Analyses the words that files of CoNLL-U give, a document at a time; a bad document is a failure of its own.
  package func analyse(pretokenized arguments: [String], _ consume: (Outcome) throws -> Void) rethrows {
    var files = stream.source.files(arguments)[...]
    var parts: [CoNLLUReader.Part] = []
    var file = ""
    try OrderedMap.run(
      jobs: stream.jobs, weight: { (try? $0.get().part.bytes.count) ?? 0 },
      next: { () -> Result<(file: String, part: CoNLLUReader.Part), InputError>? in
        while true {
          if let part = parts.popLast() { return .success((file, part)) }
          guard let next = files.popFirst() else { return nil }
          do throws(InputError) {
            let document = try stream.source.document(at: next.get())
            file = document.name
            parts = CoNLLUReader.parts(of: document.bytes, name: document.name).reversed()
          } catch {
            return .failure(error)
          }
        }
      },
      transform: { input, threads in
        switch input {
        case .success(let (file, part)):
          do throws(LinguisticsError) {
            return .analysis(written(try CoNLLUReader.document(part), threads: threads))
          } catch {
            return .failure(InputError(.badText, "\(file), \(error.message)"))
          }
        case .failure(let error): return .failure(error)
        }
      }, consume: consume)
  }

  @Sendable private func outcome(of input: Result<InputDocument, InputError>, threads: Int) -> Outcome {
    switch input {
    case .success(let document):
      let segmentation = segmenter.segment(DocumentText(document.bytes))
      return .analysis(
        written(CoNLLUDocument(name: document.name, segmentation: segmentation), threads: threads))
    case .failure(let error): return .failure(error)
    }
  }

  private func written(_ document: CoNLLUDocument, threads: Int) -> [UInt8] {
    let text = document.segmentation.text.bytes
    let analysis = analyser.analyse(
      document.segmentation, jobs: stream.threads(for: text, given: threads), speakers: document.speakers)
    var writer = CoNLLUWriter()
    writer.write(document, analysis: analysis.wordAnalyses())
    return writer.bytes
  }
}
