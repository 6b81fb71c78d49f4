extension MentionHead {
  /// The mentions, changed where they do not agree with the names of the same words.
  ///
  /// A mention that cuts a name in two grows to take in the whole name, or falls away where it would then cross another;
  /// and a name that heads no mention becomes one of its own.
  func agreeing(
    _ spans: [Span], with tags: [UInt8], upos: [UInt8], heads: [Int32], labels: ModelLabels
  ) -> [Span] {
    let names = NameSpan.spans(of: tags, labels: labels)
    if names.isEmpty { return spans }
    let tree = tree(upos: upos, heads: heads)
    var spans = spans
    for name in names {
      for index in spans.indices.reversed()
      where Self.cross(spans[index].first...spans[index].last, name.words) {
        let span = spans.remove(at: index)
        let words = min(span.first, name.words.lowerBound)...max(span.last, name.words.upperBound)
        let isFree = !spans.contains { other in
          other.first...other.last == words || Self.cross(other.first...other.last, words)
        }
        if isFree {
          spans.append(
            Span(
              first: words.lowerBound, last: words.upperBound, type: span.type, kind: span.kind,
              head: tree.head(of: words)))
        }
      }
      let isMentioned = spans.contains { span in
        span.first <= name.words.lowerBound && name.words.upperBound <= span.last
          && name.words.contains(span.head)
      }
      if !isMentioned, let type = name.mentionType {
        spans.append(
          Span(
            first: name.words.lowerBound, last: name.words.upperBound, type: type, kind: labels.namedKind,
            head: tree.head(of: name.words)))
      }
    }
    return spans.sorted { ($0.first, -$0.last) < ($1.first, -$1.last) }
  }

  private static func cross(_ a: ClosedRange<Int>, _ b: ClosedRange<Int>) -> Bool {
    a.lowerBound < b.lowerBound && b.lowerBound <= a.upperBound && a.upperBound < b.upperBound
      || b.lowerBound < a.lowerBound && a.lowerBound <= b.upperBound && b.upperBound < a.upperBound
  }
}

/// A name as BIO tags give it.
struct NameSpan: Hashable {
  let words: ClosedRange<Int>
  /// The tag of its first word.
  let tag: UInt8
  /// The type of a mention of what it names.
  let mentionType: UInt8?

  /// The names of a row of tags; an I without a B before it starts a name, too.
  static func spans(of tags: [UInt8], labels: ModelLabels) -> [NameSpan] {
    var result: [NameSpan] = []
    var start: Int?
    func close(_ end: Int) {
      guard let first = start else { return }
      result.append(
        NameSpan(
          words: first...end - 1, tag: tags[first], mentionType: labels.mentionTypeOfName[Int(tags[first])]))
      start = nil
    }
    for (word, tag) in tags.enumerated() {
      if tag == 0 || labels.startsName[Int(tag)] { close(word) }
      if tag != 0, start == nil { start = word }
    }
    close(tags.count)
    return result
  }
}
