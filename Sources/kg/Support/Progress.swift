/// Progress on standard error: a bar on a terminal, a line a document otherwise.
struct Progress {
  private let isBar = Terminal.errorIsTerminal

  /// Shows that `done` of `total` are finished, and what the last one was.
  func show(_ line: String, done: Int, total: Int, isFailure: Bool) {
    if isFailure || !isBar {
      end()
      if isFailure { StandardError.message(line) } else { StandardError.line(line) }
    }
    if isBar { StandardError.redraw("\(Self.bar(done: done, total: total)) \(done)/\(total)") }
  }

  /// Shows how much of a file is read; nothing off a terminal.
  func show(_ file: String, bytes done: Int, of size: Int) {
    if isBar { StandardError.redraw("\(Self.bar(done: done, total: size)) \(file)") }
  }

  private static func bar(done: Int, total: Int) -> String {
    let width = 30
    let (product, isHuge) = done.multipliedReportingOverflow(by: width)
    let filled = total <= 0 || isHuge ? width : min(width, max(0, product / total))
    return String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
  }

  /// Clears the bar.
  func end() {
    if isBar { StandardError.redraw("") }
  }
}
