/// Progress on standard error: a bar on a terminal, a line a document otherwise.
struct Progress {
  private let isBar = Terminal.errorIsTerminal

  /// Shows that `done` of `total` are finished, and what the last one was.
  func show(_ line: String, done: Int, total: Int, isFailure: Bool) {
    guard isBar else { return StandardError.write(isFailure ? "kg: \(line)\n" : "\(line)\n") }
    if isFailure { StandardError.write("\r\u{1B}[Kkg: \(line)\n") }
    StandardError.write("\r\u{1B}[K\(Self.bar(done: done, total: total)) \(done)/\(total)")
  }

  /// Shows how much of a file is read; nothing off a terminal.
  func show(_ file: String, bytes done: Int, of size: Int) {
    guard isBar else { return }
    StandardError.write("\r\u{1B}[K\(Self.bar(done: done, total: size)) \(file)")
  }

  private static func bar(done: Int, total: Int) -> String {
    let width = 30
    let filled = total == 0 ? width : min(width, done * width / total)
    return String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
  }

  /// Clears the bar.
  func end() {
    if isBar { StandardError.write("\r\u{1B}[K") }
  }
}
