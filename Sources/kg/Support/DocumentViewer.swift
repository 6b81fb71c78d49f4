import ChildProcess
import GraphStore

#if canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// A command that shows a document, at a page where the viewer can.
struct DocumentViewer {
  private let arguments: [String]

  /// The command as a shell takes it.
  var line: String {
    arguments.map(ShellWord.quoted).joined(separator: " ")
  }

  /// The first viewer that is installed; nil for none, and for a PDF's page also without: then `xdg-open` shows the file's start.
  static func command(for file: String, page: Int?) -> DocumentViewer? {
    // A name that starts with a dash would be an option.
    let file = file.hasPrefix("-") ? "./\(file)" : file
    if let page, file.lowercased().hasSuffix(".pdf") {
      let viewers: [(String, [String])] = [
        ("evince", ["--page-index=\(page)", file]), ("okular", ["--page", "\(page)", file]),
        ("xpdf", [file, "\(page)"]), ("zathura", ["--page=\(page)", file]), ("mupdf", [file, "\(page)"]),
      ]
      for (name, arguments) in viewers where ChildProcess.find(name) != nil {
        return DocumentViewer(arguments: [name] + arguments)
      }
    }
    return DocumentViewer(arguments: ["xdg-open", file])
  }

  /// Runs the command and does not wait for it.
  func start() -> Bool {
    guard let path = ChildProcess.find(arguments[0]) else { return false }
    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    var process: pid_t = 0
    return posix_spawn(&process, path, nil, nil, words, environ) == 0
  }
}

/// Where a document's file is.
enum DocumentFile {
  /// The path that a document was named by, or that of the file it is a part of; nil where no file is there.
  static func path(ofDocument name: String) -> String? {
    var path = name[...]
    while !path.isEmpty {
      var status = stat()
      if stat(String(path), &status) == 0, status.st_mode & S_IFMT == S_IFREG { return String(path) }
      guard let slash = path.lastIndex(of: "/") else { return nil }
      path = path[..<slash]
    }
    return nil
  }
}
