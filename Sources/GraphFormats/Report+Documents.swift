internal import Claims
package import GraphStore
internal import Layout

extension Report {
  /// The documents of a graph.
  package static func documents(_ documents: [DocumentSummary]) -> Report {
    var report = Report(columns: [
      "document", "date", "title", "author", "pages", "language", "characters", "sentences", "entities",
      "claims", "rows",
      "url", "publisher", "also", "extractor",
    ])
    for document in documents {
      let metadata = document.metadata
      report.add([
        document.name, metadata.date?.iso ?? "", metadata.title ?? "", metadata.author ?? "",
        document.pages.map(String.init) ?? "", metadata.language ?? "", String(document.length),
        String(document.sentences), String(document.entities), String(document.claims),
        document.rows.map(String.init) ?? "", metadata.url ?? "", metadata.publisher ?? "",
        document.otherNames.joined(separator: " · "), document.extractor,
      ]) { json in
        json.object { json in
          json.field("document", document.name)
          json.name("names")
          json.array { json in
            for name in document.otherNames { json.string(name) }
          }
          json.field("date", metadata.date?.iso)
          json.field("title", metadata.title)
          json.field("author", metadata.author)
          json.field("url", metadata.url)
          json.field("publisher", metadata.publisher)
          json.field("language", metadata.language)
          json.field("pages", document.pages)
          json.field("reader", document.reader)
          json.field("characters", document.length)
          json.field("sentences", document.sentences)
          json.field("entities", document.entities)
          json.field("claims", document.claims)
          json.field("rows", document.rows)
          json.field("extractor", document.extractor)
        }
      }
    }
    // A table for people shows the columns that say something.
    let shown = report.columns.indices.filter { column in
      ["document", "sentences", "claims"].contains(report.columns[column])
        || !["also", "extractor", "url", "publisher"].contains(report.columns[column])
          && report.rows.contains { !$0[column].isEmpty }
        || report.columns[column] == "also" && report.rows.contains { !$0[column].isEmpty }
    }
    let table = TextTable(
      columns: shown.map { report.columns[$0] }, rows: report.rows.map { row in shown.map { row[$0] } })
    report.prose = { table.text(on: $0) }
    return report
  }
}
