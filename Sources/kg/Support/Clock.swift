#if canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// What time it is.
enum Clock {
  /// The moment that SOURCE_DATE_EPOCH gives, in RFC 3339; nil where it gives none.
  ///
  /// Builds that are to come out the same twice set it (reproducible-builds.org).
  static var given: String? { Environment["SOURCE_DATE_EPOCH"].flatMap { time_t($0) }.map(text) }

  /// Now, in RFC 3339, or the moment that is given.
  static var now: String { given ?? text(time(nil)) }

  private static func text(_ seconds: time_t) -> String {
    var seconds = seconds
    var parts = tm()
    gmtime_r(&seconds, &parts)
    func padded(_ number: Int32, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    let date = [padded(parts.tm_year + 1900, 4), padded(parts.tm_mon + 1, 2), padded(parts.tm_mday, 2)]
    let clock = [padded(parts.tm_hour, 2), padded(parts.tm_min, 2), padded(parts.tm_sec, 2)]
    return date.joined(separator: "-") + "T" + clock.joined(separator: ":") + "Z"
  }
}
