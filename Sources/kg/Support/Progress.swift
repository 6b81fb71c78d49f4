/// Progress on standard error: a bar on a terminal, a line a document otherwise.
struct Progress {
  private let isBar = Terminal.errorIsTerminal

  /// Shows that `done` of `total` are finished, and what the last one was.
  func show(_ line: String, done: Int, total: Int, isFailure: Bool) {
    guard isBar else { return StandardError.write(isFailure ? "kg: \(line)\n" : "\(line)\n") }
    let width = 30
    let filled = total == 0 ? width : done * width / total
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
    if isFailure { StandardError.write("\r\u{1B}[Kkg: \(line)\n") }
    StandardError.write("\r\u{1B}[K\(bar) \(done)/\(total)")
  }

  /// Clears the bar.
  func end() {
    if isBar { StandardError.write("\r\u{1B}[K") }
  }
}
