import GraphFormats

#if canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// What is known of the terminal, if there is one.
enum Terminal {
  static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
  static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// How answers are laid out: to the terminal's width and in colour, or, off a terminal, whole and plain.
  static var display: Display {
    guard outputIsTerminal else { return Display() }
    let isPlain = !(Environment["NO_COLOR"] ?? "").isEmpty || Environment["TERM"] == "dumb"
    return Display(width: width, usesColor: !isPlain)
  }

  private static var width: Int {
    if let columns = Environment["COLUMNS"].flatMap({ Int($0) }), columns > 0 { return columns }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }
}

/// The variables of the environment.
enum Environment {
  static subscript(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
