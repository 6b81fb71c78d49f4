internal import Layout

/// Tells the main text of a page from what stands around it.
///
/// Elements and their classes say most of it. For the rest it goes by the length of blocks, the share of links and of function words in
/// them, and by what their neighbours are, as jusText does (Pomikálek 2011, "Removing Boilerplate and Duplicate Content from Web
/// Corpora", chapter 3).
enum HTMLBoilerplate {
  private enum Class { case good, nearGood, short, bad }

  private static let shortest = 70
  private static let long = 200
  private static let mostLinks = 0.35
  private static let highStopwords = 0.30
  private static let lowStopwords = 0.20

  /// Marks the blocks that are no part of the main text as navigation.
  static func mark(_ blocks: inout [HTMLBlock]) {
    let hasMain = blocks.contains { $0.isMain && $0.passage.text.count >= shortest }
    var classes = blocks.map { block -> Class in
      if block.isAside || hasMain && !block.isMain { return .bad }
      return byItself(block)
    }
    // A page without a single long paragraph is short, not boilerplate.
    guard classes.contains(.good) || classes.contains(.nearGood) else {
      for index in blocks.indices where blocks[index].isAside { setAside(&blocks[index]) }
      return
    }
    let first = classes
    for index in classes.indices where first[index] == .short {
      let before = neighbour(of: index, step: -1, in: first, ignoringNear: true)
      let after = neighbour(of: index, step: 1, in: first, ignoringNear: true)
      switch (before, after) {
      case (.good, .good): classes[index] = .good
      case (.bad, .bad): classes[index] = .bad
      default:
        let isNear =
          before == .bad && neighbour(of: index, step: -1, in: first, ignoringNear: false) == .nearGood
          || after == .bad && neighbour(of: index, step: 1, in: first, ignoringNear: false) == .nearGood
        // In what is said to be the main text, a short paragraph is one.
        classes[index] = isNear || blocks[index].isMain ? .good : .bad
      }
    }
    for index in classes.indices where classes[index] == .nearGood {
      let before = neighbour(of: index, step: -1, in: classes, ignoringNear: true)
      let after = neighbour(of: index, step: 1, in: classes, ignoringNear: true)
      classes[index] = before == .bad && after == .bad && !blocks[index].isMain ? .bad : .good
    }
    keepHeadings(of: blocks, &classes)
    for index in blocks.indices where classes[index] == .bad { setAside(&blocks[index]) }
  }

  private static func setAside(_ block: inout HTMLBlock) {
    if block.passage.kind.isProse { block.passage.kind = .navigation }
  }

  /// A heading is what it heads: it goes with the good block that follows it soon.
  private static func keepHeadings(of blocks: [HTMLBlock], _ classes: inout [Class]) {
    for index in classes.indices.reversed()
    where blocks[index].passage.kind == .heading && !blocks[index].isAside && classes[index] == .bad {
      let next = index + 1
      var distance = 0
      for follower in next..<max(next, blocks.count) {
        if classes[follower] == .good {
          classes[index] = .good
          break
        }
        distance += blocks[follower].passage.text.count
        if distance > shortest { break }
      }
    }
  }

  private static func neighbour(of index: Int, step: Int, in classes: [Class], ignoringNear: Bool) -> Class {
    var next = index + step
    while classes.indices.contains(next) {
      switch classes[next] {
      case .good, .bad: return classes[next]
      case .nearGood: if !ignoringNear { return .nearGood }
      case .short: break
      }
      next += step
    }
    return .bad
  }

  private static func byItself(_ block: HTMLBlock) -> Class {
    let length = block.passage.text.count
    let links = length == 0 ? 0 : Double(block.linkBytes) / Double(length)
    if links > mostLinks { return .bad }
    if length < shortest { return block.linkBytes > 0 && !block.isParagraph ? .bad : .short }
    let stopwords = FunctionWords.share(in: block.passage.text)
    if stopwords >= highStopwords { return length > long || block.isParagraph ? .good : .nearGood }
    if stopwords >= lowStopwords { return .nearGood }
    // What is no English is told by its language, not thrown away for its words.
    return block.isParagraph && length > long ? .nearGood : .bad
  }
}
