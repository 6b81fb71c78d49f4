internal import CKernels

/// Dependency trees with the relations of Universal Dependencies, by biaffine scores (Dozat and Manning 2017).
struct TreeHead: Sendable {
  private let arcDependent, arcHead, arc: IntegerMatrix
  private let relationDependent, relationHead, relation: IntegerMatrix
  private let relationCount: Int
  private let root: Int

  /// The vectors that scores are made of, for the rows of a batch.
  struct Vectors {
    /// What each row's head should look like, [rows, size].
    let arcDependents: UnsafePointer<Float>
    let arcHeads: UnsafePointer<Float>
    /// [rows, relations × (size + 1)].
    let relationDependents: UnsafePointer<Float>
    let relationHeads: UnsafePointer<Float>
  }

  /// What one thread needs.
  final class Workspace {
    let arcDependents = Scratch<Float>()
    let arcHeads = Scratch<Float>()
    let relationDependents = Scratch<Float>()
    let relationHeads = Scratch<Float>()
    let columns = Scratch<Float>()
    let scores = Scratch<Float>()
  }

  init(_ file: SafetensorsFile, labels: ModelLabels) throws(LinguisticsError) {
    arcDependent = try IntegerMatrix(file, "arc_dependent")
    arcHead = try IntegerMatrix(file, "arc_head")
    arc = try IntegerMatrix(file, "arc")
    relationDependent = try IntegerMatrix(file, "relation_dependent")
    relationHead = try IntegerMatrix(file, "relation_head")
    relation = try IntegerMatrix(file, "relation")
    relationCount = labels.relations.count
    root = labels.root
    guard arc.inputs == arcDependent.outputs, arc.outputs == arcHead.outputs,
      relation.inputs == relationDependent.outputs,
      relation.outputs == relationCount * (relationHead.outputs + 1)
    else { throw SafetensorsFile.damaged("the heads of trees do not fit its labels") }
  }

  /// The vectors of all rows: the artificial roots and the words.
  func vectors(_ rows: QuantisedRows, in workspace: Workspace, _ heads: HeadWorkspace) -> Vectors {
    let count = rows.rows
    func twoLayers(
      _ first: IntegerMatrix, _ second: IntegerMatrix, _ target: Scratch<Float>
    ) -> UnsafePointer<Float> {
      let inner = heads.inner.room(for: count * first.outputs)
      first.apply(rows, to: inner)
      kernels_gelu(inner, count * first.outputs)
      let result = target.room(for: count * second.outputs)
      second.apply(heads.quantisation.quantise(inner, rows: count, columns: first.outputs), to: result)
      return UnsafePointer(result)
    }
    func oneLayer(_ matrix: IntegerMatrix, _ target: Scratch<Float>) -> UnsafePointer<Float> {
      let result = target.room(for: count * matrix.outputs)
      matrix.apply(rows, to: result)
      kernels_gelu(result, count * matrix.outputs)
      return UnsafePointer(result)
    }
    return Vectors(
      arcDependents: twoLayers(arcDependent, arc, workspace.arcDependents),
      arcHeads: oneLayer(arcHead, workspace.arcHeads),
      relationDependents: twoLayers(relationDependent, relation, workspace.relationDependents),
      relationHeads: oneLayer(relationHead, workspace.relationHeads))
  }

  /// The scores of all heads of the words whose artificial root is at `row`, [words, stride] with words + 1 of use.
  func arcScores(
    _ vectors: Vectors, row: Int, words: Int, in workspace: Workspace
  ) -> (scores: UnsafePointer<Float>, stride: Int) {
    let size = arcHead.outputs
    // Whole vectors of columns: what stands in the last ones is of no use and does no harm.
    let stride = VectorProducts.rounded(words + 1)
    let columns = workspace.columns.room(for: size * stride)
    VectorProducts.transpose(
      vectors.arcHeads + row * size, count: words + 1, size: size, to: columns, stride: stride)
    let scores = workspace.scores.room(for: words * stride)
    VectorProducts.multiply(
      rows: vectors.arcDependents + (row + 1) * size, count: words, rowStride: size, columns: columns,
      columnCount: stride, columnStride: stride, size: size, to: scores, stride: stride)
    return (UnsafePointer(scores), stride)
  }

  /// The scores of all relations of the word at row `dependent` under the one at row `head`.
  func relationScores(_ vectors: Vectors, dependent: Int, head: Int) -> [Float] {
    let size = relationHead.outputs
    let own = vectors.relationDependents + dependent * relation.outputs
    let other = vectors.relationHeads + head * size
    return (0..<relationCount).map { label in
      let weights = own + label * (size + 1)
      // Sixteen sums in a fixed order, whatever the processor's vectors hold.
      var sums = SIMD16<Float>(repeating: 0)
      var place = 0
      while place + 16 <= size {
        let a = UnsafeRawPointer(weights + place).loadUnaligned(as: SIMD16<Float>.self)
        sums += a * UnsafeRawPointer(other + place).loadUnaligned(as: SIMD16<Float>.self)
        place += 16
      }
      var total = weights[size]
      for lane in 0..<16 { total += sums[lane] }
      while place < size {
        total += weights[place] * other[place]
        place += 1
      }
      return total
    }
  }

  /// The best relation of a word under its head; `root` exactly where the head is the artificial root.
  func bestRelation(_ scores: [Float], isRoot: Bool) -> UInt8 {
    if isRoot { return UInt8(root) }
    var best = root == 0 ? 1 : 0
    for label in 0..<scores.count where label != root && scores[label] > scores[best] { best = label }
    return UInt8(best)
  }
}
