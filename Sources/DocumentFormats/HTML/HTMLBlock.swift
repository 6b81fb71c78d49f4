internal import Layout

/// A block of a page: what stands between two ends of lines of its layout.
struct HTMLBlock {
  var passage: Passage
  /// How many bytes of its text are links.
  var linkBytes = 0
  /// Whether its elements say that it is no part of the main text: `nav`, `footer`, a class such as "sidebar".
  var isAside = false
  /// Whether it stands in the page's `main` or only `article`.
  var isMain = false
  /// Whether it is a paragraph, a heading or an item by its element, and not a bare `div`.
  var isParagraph = false
  /// The rows of tables: the number of the table and of its row.
  var cell: (table: Int, row: Int, column: Int)?
}
