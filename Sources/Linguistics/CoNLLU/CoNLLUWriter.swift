/// Writes analyses as CoNLL-U (https://universaldependencies.org/format.html).
package struct CoNLLUWriter {
  /// What was written so far.
  package private(set) var bytes: [UInt8] = []

  package init() {}

  /// Appends a document: `# newdoc id` and `# global.Entity`, then its sentences.
  ///
  /// A sentence has its own comments; a `sent_id`, a `text` and a `speaker` that are missing are added.
  ///
  /// - Parameter analysis: one for each token, or nothing: then the columns stay empty.
  package mutating func write(_ document: CoNLLUDocument, analysis: [WordAnalysis] = []) {
    let segmentation = document.segmentation
    bytes.reserveCapacity(bytes.count + segmentation.text.bytes.count * 8)
    append("# newdoc")
    if let name = document.name {
      append(" id = ")
      appendLine(of: name.utf8)
    }
    append("\n# global.Entity = eid-etype-head-kind\n")
    for (index, sentence) in segmentation.sentences.enumerated() {
      writeComments(of: index, in: document)
      for token in sentence.words {
        let position = token - sentence.words.lowerBound + 1
        writeWritten(token, position, in: document)
        append(position)
        append("\t")
        appendForm(written(token, in: segmentation))
        writeColumns(analysis.indices.contains(token) ? analysis[token] : WordAnalysis())
        // The line of a multiword token tells of the space after its words.
        writeMisc(
          analysis.indices.contains(token) ? analysis[token].misc : "",
          isSpaceAfter: segmentation.tokens[token].isSpaceAfter
            || segmentation.tokens[token].wordsInToken != 1)
      }
      append("\n")
    }
  }

  private mutating func writeComments(of index: Int, in document: CoNLLUDocument) {
    let segmentation = document.segmentation
    let sentence = segmentation.sentences[index]
    let comments = document.comments[index]
    func has(_ key: String) -> Bool {
      comments.contains { $0.dropFirst().drop { $0 == " " }.hasPrefix(key) }
    }
    if sentence.startsParagraph, !has("newpar") { append("# newpar\n") }
    for comment in comments {
      appendLine(of: comment.utf8)
      append("\n")
    }
    if !has("sent_id") {
      append("# sent_id = ")
      // An identifier holds no white space.
      for byte in (document.name ?? "document").utf8 {
        bytes.append(byte <= 32 || byte == 0x7F ? 0x5F : byte)
      }
      append("-")
      append(index + 1)
      append("\n")
    }
    if !has("text ="), !has("text=") {
      append("# text = ")
      for token in sentence.words {
        let count = Int(segmentation.tokens[token].wordsInToken)
        let isLast = token + 1 == sentence.words.upperBound
        if let form = document.writtenForms[token] {
          append(form)
        } else if count > 0 || !isPartOfOddForm(token, in: document) {
          appendForm(written(token, in: segmentation))
        }
        if segmentation.tokens[token].isSpaceAfter, !isLast { append(" ") }
      }
      append("\n")
    }
    if let speaker = document.speakers[index], !has("speaker") {
      append("# speaker = ")
      appendLine(of: speaker.utf8)
      append("\n")
    }
  }

  /// Whether the word is a later one of a multiword token that is written otherwise than its words.
  private func isPartOfOddForm(_ token: Int, in document: CoNLLUDocument) -> Bool {
    guard !document.writtenForms.isEmpty else { return false }
    var first = token
    while first > 0, document.segmentation.tokens[first].wordsInToken == 0 { first -= 1 }
    return document.writtenForms[first] != nil
  }

  /// The line of a multiword token that starts at a token.
  private mutating func writeWritten(_ token: Int, _ position: Int, in document: CoNLLUDocument) {
    let tokens = document.segmentation.tokens
    let count = Int(tokens[token].wordsInToken)
    guard count > 1, token + count <= tokens.count else { return }
    append(position)
    append("-")
    append(position + count - 1)
    append("\t")
    if let form = document.writtenForms[token] {
      append(form)
    } else {
      appendForm(document.segmentation.text.bytes[document.segmentation.bytes(of: token..<token + count)])
    }
    writeColumns(WordAnalysis())
    writeMisc("", isSpaceAfter: tokens[token + count - 1].isSpaceAfter)
  }

  private mutating func writeColumns(_ word: WordAnalysis) {
    appendColumn(word.lemma)
    appendColumn(word.upos)
    appendColumn(word.xpos)
    appendColumn(word.features)
    append("\t")
    if let head = word.head { append(head) } else { append("_") }
    appendColumn(word.relation)
    append("\t_\t")
  }

  private mutating func writeMisc(_ misc: String, isSpaceAfter: Bool) {
    append(misc)
    if !isSpaceAfter {
      if !misc.isEmpty { append("|") }
      append("SpaceAfter=No")
    } else if misc.isEmpty {
      append("_")
    }
    append("\n")
  }

  private mutating func appendColumn(_ column: String) {
    append("\t")
    if column.isEmpty { append("_") } else { appendForm(column.utf8) }
  }

  // MARK: Bytes

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func append(_ number: Int) {
    if number > 9 { append(number / 10) }
    bytes.append(UInt8(48 + number % 10))
  }

  /// A token as it stands; of a word that is broken at the end of a line both parts together.
  private func written(_ token: Int, in segmentation: Segmentation) -> ArraySlice<UInt8> {
    let bytes = segmentation.text.bytes[segmentation.tokens[token].range]
    return bytes.contains(10) ? segmentation.letters(of: token) : bytes
  }

  private mutating func appendForm(_ form: some Sequence<UInt8>) {
    for byte in form { bytes.append(byte == 9 || byte == 10 || byte == 13 ? 32 : byte) }
  }

  /// Appends what stands in a comment: no line break may be in it.
  private mutating func appendLine(of text: some Sequence<UInt8>) {
    for byte in text { bytes.append(byte == 10 || byte == 13 ? 32 : byte) }
  }
}
