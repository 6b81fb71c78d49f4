package import Claims

/// Which edges, and which claims behind them, a question is about: the one filter of all questions.
///
/// Relation, layer and confidence are those of the edge. Document, source and time are those of one and the same statement behind
/// it, a claim or a row of a graph file, which has to fit all of them.
package struct EdgeFilter: Hashable, Sendable {
  /// Names of relations, one of which it has; empty for all.
  package var relations: [String] = []
  /// Layers, one of which it is in; empty for all.
  package var layers: [Claim.Layer] = []
  /// Types; empty for any.
  ///
  /// In a list one of the ends has one of them, seen from an entity the neighbor, on a path each entity between its ends.
  package var types: [String] = []
  /// Entities each of which is one of its ends.
  package var entities: [Int] = []
  /// Names of documents, in one of which it is stated; empty for all.
  ///
  /// A name may lack its first folders, and may be that of a folder.
  package var documents: [String] = []
  /// Entities one of which says it: the source that the text names, or whose turn it is; empty for anybody.
  package var speakers: [Int] = []
  /// Whether only what a text ascribes to a source counts.
  package var isAttributed = false
  /// When it has to be true, or nil for any time; what no time is known of does not count then.
  package var time: TimeSpan?
  /// The least confidence, from 0 to 1, or nil for any.
  package var minimumConfidence: Double?
  /// Whether, where no least confidence is asked for, only what is sure enough to be drawn counts.
  package var onlySure = false
  /// Polarities, one of which it has; empty for what the question shows by itself.
  package var polarities: [Claim.Polarity] = []
  /// Modalities, one of which it has; empty for what the question shows by itself.
  package var modalities: [Claim.Modality] = []

  /// Whether things are left out that only a description of one document stands for ("the president").
  package var leavesOutDescriptions = false

  package init() {}

  /// A filter that leaves the open layer out.
  package static var withoutOpenLayer: EdgeFilter {
    var filter = EdgeFilter()
    filter.layers = [.canonical, .imported]
    return filter
  }

  /// What is asked for where nothing is said: without what is unsure and what only a description of one document stands for.
  package static var usual: EdgeFilter {
    var filter = EdgeFilter()
    filter.onlySure = true
    filter.leavesOutDescriptions = true
    return filter
  }

  /// A filter that leaves out the open layer and what only a description of one document stands for.
  package static var namedVocabulary: EdgeFilter {
    var filter = withoutOpenLayer
    filter.onlySure = true
    filter.leavesOutDescriptions = true
    return filter
  }

  /// Whether what the texts deny or doubt may fit.
  var asksForDoubt: Bool {
    polarities.contains(.negative) || modalities.contains { $0 != .certain }
  }

  /// Whether it could fit what the texts state: positive and certain.
  var admitsStated: Bool {
    (polarities.isEmpty || polarities.contains(.positive))
      && (modalities.isEmpty || modalities.contains(.certain))
  }
}
