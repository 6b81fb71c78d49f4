internal import Layout

/// A word on a page.
struct PageWord: Sendable {
  var text: [UInt8]
  var box: SourceMap.Box
}

/// A line of a page, or a cell of a table's row.
struct PageLine: Sendable {
  var words: [PageWord]
  var box: SourceMap.Box

  init?(_ words: [PageWord]) {
    guard let first = words.first else { return nil }
    self.words = words
    box = words.dropFirst().reduce(first.box) { $0.union($1.box) }
  }

  /// The height of its words, which tells the size of its letters.
  var height: Int { words.map { $0.box.bottom - $0.box.top }.sorted()[words.count / 2] }

  var middle: Int { (box.top + box.bottom) / 2 }

  var text: String { words.map { String(decoding: $0.text, as: UTF8.self) }.joined(separator: " ") }

  var length: Int { words.reduce(words.count - 1) { $0 + $1.text.count } }

  /// Whether it stands upright and is no mark across the page.
  var isUpright: Bool {
    let width = box.right - box.left
    return width * 2 >= box.bottom - box.top || length < 4
  }

  /// The line cut where gaps are wider than those between words, as between the cells of a table.
  var cells: [PageLine] {
    let widest = max(15, height * 3 / 2)
    var groups: [[PageWord]] = []
    for word in words {
      if let last = groups.last?.last, word.box.left - last.box.right <= widest {
        groups[groups.count - 1].append(word)
      } else {
        groups.append([word])
      }
    }
    return groups.compactMap { PageLine($0) }
  }
}

/// Lines that stand together.
struct PageBlock: Sendable {
  var lines: [PageLine]
  /// The number of the column of text that it is in, in the order of reading.
  var flow: Int

  var left: Int { lines.map(\.box.left).min() ?? 0 }
  var right: Int { lines.map(\.box.right).max() ?? 0 }
}

/// A page with its blocks in the order of reading.
struct PageLayout: Sendable {
  var number: Int
  /// In tenths of a point.
  var width: Int
  var height: Int
  var blocks: [PageBlock] = []
  /// How sure a recogniser was of its words, from 0 to 1; nil where the file holds them.
  var recognition: Double?

  var lines: [PageLine] { blocks.flatMap(\.lines) }

  /// Whether it has words that can be read: some, and not mostly signs that stand for nothing.
  var isLegible: Bool {
    var letters = 0
    var broken = 0
    for line in lines {
      for word in line.words {
        for scalar in String(decoding: word.text, as: UTF8.self).unicodeScalars {
          let value = scalar.value
          if value == 0xFFFD || (0xE000...0xF8FF).contains(value) || value < 32
            || (0x7F...0x9F).contains(value)
          {
            broken += 1
          } else if scalar.properties.isAlphabetic {
            letters += 1
          }
        }
      }
    }
    return letters > 0 && broken <= letters / 3
  }
}
