extension DocumentContent {
  /// The text for people: each line that is no running text with its kind before it, and each page announced.
  ///
  /// - Complexity: linear in the text.
  package var marked: [UInt8] {
    var result: [UInt8] = []
    var pages = pages[...]
    var stretches = layout.stretches[...]
    var start = 0
    while start < text.count {
      let end = text[start...].firstIndex(of: 10) ?? text.count
      while let page = pages.first, page.start <= end {
        let label = page.label.map { " (printed \($0))" } ?? ""
        result += Array("[page \(page.number)\(label)]\n".utf8)
        pages.removeFirst()
      }
      while let stretch = stretches.first, stretch.range.upperBound <= start { stretches.removeFirst() }
      if let stretch = stretches.first, stretch.range.lowerBound < end, start < end {
        let speaker = stretch.speaker.map { ": \($0)" } ?? ""
        result += Array("[\(stretch.kind.rawValue)\(speaker)] ".utf8)
      }
      result += text[start..<end] + [10]
      start = end + 1
    }
    return result
  }
}
