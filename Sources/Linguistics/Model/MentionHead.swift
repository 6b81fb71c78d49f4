internal import CKernels

/// Nested mentions of things, with type and kind, by biaffine scores of first and last word.
///
/// After Yu, Bohnet and Poesio (2020).
struct MentionHead: Sendable {
  /// A mention: words of a passage from 0.
  struct Span: Hashable, Sendable {
    let first: Int
    let last: Int
    let type: UInt8
    let kind: UInt8
    /// The word that heads it.
    let head: Int
  }

  private static let mostWords = 64

  private let start, end, mention: IntegerMatrix
  private let types: Int
  private let channels: Int
  /// [channels, widths].
  private let widthBias: [Float]
  private let widths: Int
  private let canHead: [Bool]
  private let conjunct: UInt8?

  init(_ file: SafetensorsFile, labels: ModelLabels) throws(LinguisticsError) {
    start = try IntegerMatrix(file, "mention_start")
    end = try IntegerMatrix(file, "mention_end")
    mention = try IntegerMatrix(file, "mention")
    types = labels.mentionTypes.count
    channels = types + labels.mentionKinds.count
    let bias = try file.tensor("mention_width", .float32)
    guard bias.shape.count == 2, bias.shape[0] == channels, bias.shape[1] > 0,
      mention.inputs == start.outputs,
      mention.outputs == channels * (end.outputs + 1)
    else { throw SafetensorsFile.damaged("the head of mentions does not fit its labels") }
    widths = bias.shape[1]
    widthBias = try file.floats("mention_width")
    canHead = PhraseTree.canHead(labels.upos)
    conjunct = labels.relations.firstIndex(of: "conj").map { UInt8($0) }
  }

  func tree(upos: [UInt8], heads: [Int32]) -> PhraseTree {
    PhraseTree(upos: upos[...], heads: heads[...], canHead: canHead)
  }

  /// The vectors of the rows of a batch: what a mention that starts there wants to see at its end, and the ends.
  struct Vectors {
    let starts: UnsafePointer<Float>
    let ends: UnsafePointer<Float>
  }

  final class Workspace {
    let starts = Scratch<Float>()
    let ends = Scratch<Float>()
    let columns = Scratch<Float>()
    let products = Scratch<Float>()
  }

  func vectors(_ rows: QuantisedRows, in workspace: Workspace, _ heads: HeadWorkspace) -> Vectors {
    let count = rows.rows
    let inner = heads.inner.room(for: count * start.outputs)
    start.apply(rows, to: inner)
    kernels_gelu(inner, count * start.outputs)
    let starts = workspace.starts.room(for: count * mention.outputs)
    mention.apply(heads.quantisation.quantise(inner, rows: count, columns: start.outputs), to: starts)
    let ends = workspace.ends.room(for: count * end.outputs)
    end.apply(rows, to: ends)
    kernels_gelu(ends, count * end.outputs)
    return Vectors(starts: starts, ends: ends)
  }

  private struct Candidate {
    var first: Int
    var last: Int
    var score: Float
    var type: UInt8
    var kind: UInt8
  }

  /// The mentions of the passage whose words are the rows from `row` on, in order and longest first.
  ///
  /// The best come first; one that crosses a better one falls away, and so does one with the same head word, unless the
  /// longer of the two is a coordination. Takes time in proportion to the words, but for the number of mentions at a place.
  func mentions(
    _ vectors: Vectors, row: Int, words: Int, upos: [UInt8], heads: [Int32], relations: [UInt8],
    in workspace: Workspace
  ) -> [Span] {
    var candidates = candidates(vectors, row: row, words: words, in: workspace)
    candidates.sort { ($1.score, $0.first, $0.last) < ($0.score, $1.first, $1.last) }
    let tree = tree(upos: upos, heads: heads)
    var conjuncts: [Int: [Int]] = [:]
    for word in 0..<words where relations[word] == conjunct && heads[word] > 0 {
      conjuncts[Int(heads[word]) - 1, default: []].append(word)
    }
    func clash(_ a: Span, _ b: Span) -> Bool {
      if a.first < b.first && b.first <= a.last && a.last < b.last { return true }
      if b.first < a.first && a.first <= b.last && b.last < a.last { return true }
      if a.head != b.head { return false }
      let (longer, shorter) = a.last - a.first > b.last - b.first ? (a, b) : (b, a)
      return !(conjuncts[a.head] ?? []).contains { word in
        longer.first...longer.last ~= word && !(shorter.first...shorter.last ~= word)
      }
    }
    // Only a mention that starts within reach can clash.
    var keptAt = [[Span]](repeating: [], count: words)
    for candidate in candidates {
      let span = Span(
        first: candidate.first, last: candidate.last, type: candidate.type, kind: candidate.kind,
        head: tree.head(of: candidate.first...candidate.last))
      let reach = max(0, span.first - Self.mostWords + 1)...min(words - 1, span.last)
      if !reach.contains(where: { keptAt[$0].contains { clash(span, $0) } }) {
        keptAt[span.first].append(span)
      }
    }
    return keptAt.flatMap { $0.sorted { $1.last < $0.last } }
  }

  private func candidates(_ vectors: Vectors, row: Int, words: Int, in workspace: Workspace) -> [Candidate] {
    let size = end.outputs
    // Room for whole vectors of columns also at the end.
    let stride = VectorProducts.rounded(words) + 16
    let columns = workspace.columns.room(for: size * stride)
    VectorProducts.transpose(vectors.ends + row * size, count: words, size: size, to: columns, stride: stride)
    var result: [Candidate] = []
    for first in 0..<words {
      let count = min(Self.mostWords, words - first)
      let columnCount = VectorProducts.rounded(count)
      let own = vectors.starts + (row + first) * mention.outputs
      let products = workspace.products.room(for: channels * columnCount)
      VectorProducts.multiply(
        rows: own, count: channels, rowStride: size + 1, columns: columns + first, columnCount: columnCount,
        columnStride: stride, size: size, to: products, stride: columnCount)
      for width in 0..<count {
        func score(_ channel: Int) -> Float {
          products[channel * columnCount + width] + own[channel * (size + 1) + size]
            + widthBias[channel * widths + min(width, widths - 1)]
        }
        var best: Float = 0
        var type: Int?
        for channel in 0..<types {
          let value = score(channel)
          if value > best {
            best = value
            type = channel
          }
        }
        guard let type else { continue }
        var kind = types
        var bestKind = score(types)
        for channel in types..<channels {
          let value = score(channel)
          if value > bestKind {
            bestKind = value
            kind = channel
          }
        }
        result.append(
          Candidate(
            first: first, last: first + width, score: best, type: UInt8(type), kind: UInt8(kind - types)))
      }
    }
    return result
  }
}
