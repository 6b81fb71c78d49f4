internal import GraphStore

/// A path for people: each hop with its direction and the sentence behind it.
struct PathLayout {
  let start: EntityName
  let path: Path
  /// Whether to say how sure the whole path is.
  let isWeighted: Bool

  func text(on display: Display) -> String {
    let hops = path.hops.count
    let confidence = isWeighted ? ", confidence \(Self.rounded(path.confidence))" : ""
    var text =
      display.bold(Display.plain(start.name)) + display.dim("  (\(Report.count(hops, "hop"))\(confidence))")
      + "\n"
    for hop in path.hops {
      for edge in hop.edges {
        let doubt = edge.doubt.isEmpty ? "" : "  (\(edge.doubt))"
        text += "  \(arrow(edge, on: display)) \(display.bold(Display.plain(edge.neighbor.name)))\(doubt)\n"
        if let evidence = edge.evidence {
          text += Self.indented("“\(Display.plain(evidence.text))”", by: 6, on: display)
          text +=
            "      "
            + display.dim(
              "\(Display.plain(evidence.document))\(Report.page(evidence.page, evidence.pageLabel)), sentence \(evidence.sentence)"
            )
            + "\n"
        } else if let source = edge.source {
          let note = source.note.map { " (\(Display.plain($0)))" } ?? ""
          text +=
            "      " + display.dim("\(Display.plain(source.document)), line \(source.row)\(note)") + "\n"
        }
      }
    }
    return text
  }

  /// With four decimals, for people.
  private static func rounded(_ confidence: Double) -> String {
    "\((confidence * 10_000).rounded() / 10_000)"
  }

  private func arrow(_ edge: Edge, on display: Display) -> String {
    let relation = display.accented(Display.plain(edge.relation))
    return switch edge.direction {
    case .out: "── \(relation) →"
    case .in: "← \(relation) ──"
    case .both: "── \(relation) ──"
    }
  }

  /// The text as a paragraph with a margin, wrapped on a terminal only.
  static func indented(_ text: String, by margin: Int, on display: Display) -> String {
    let indent = String(repeating: " ", count: margin)
    guard let width = display.width, width > margin + 20 else { return indent + text + "\n" }
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, TextWidth.of(last) + 1 + TextWidth.of(String(word)) <= width - margin {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines.map { indent + $0 + "\n" }.joined()
  }
}
