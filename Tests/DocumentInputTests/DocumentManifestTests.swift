import Foundation
import Layout
import Testing

@testable import DocumentInput

/// What a list of files says, and what it is refused for: a row that is lost or moved to other columns says something wrong of a file.
@Suite struct DocumentManifestTests {
  private func manifest(_ text: String) throws -> DocumentManifest {
    try DocumentManifest(Array(text.utf8), path: "m.csv")
  }

  @Test func rowsAreReadAsSpreadsheetsWriteThem() throws {
    let read = try manifest(
      "\u{FEFF}path,title,date\r\na.txt,\"x, \"\"y\"\"\nz\",2001\r\n\r\nb.txt , \"B\" ,\r\n")
    #expect(read.entries.map(\.path) == ["a.txt", "b.txt"])
    #expect(read.entries.map(\.metadata.title) == ["x, \"y\"\nz", "B"])
    #expect(try manifest("path;title\na.txt;A, b\n").entries.first?.metadata.title == "A, b")
    #expect(try manifest("path\ttitle\na.txt\tA\t\t\n").entries.count == 1)
  }

  @Test(arguments: [
    ("path,title\na.txt,\"open\nb.txt,B\nc.txt,C\n", "line 2: a quotation mark that nothing closes"),
    ("path,title\na.txt,A\nb.txt,\"\"\"\n", "line 3: a quotation mark"),
    ("\"path\n", "line 1: a quotation mark"),
    ("path,title,date\na.txt,Hello, world,2001\n", "line 2: 4 cells for 3 columns"),
    ("path\na.txt,x\n", "line 2: 2 cells for 1 columns"),
    ("path,title,title\na.txt,A,B\n", "line 1: two columns say the same, the second “title”"),
    ("path,file\na.txt,b.txt\n", "line 1: two columns say the same"),
    ("file,title,path\na.txt,A,b.txt\n", "line 1: two columns say the same"),
    ("path,title\na.txt,A\nb.txt,B\na.txt,C\n", "line 4: a line before is of the same file, a.txt"),
  ])
  func whatWouldBeLostOrMovedIsRefused(text: String, message: String) {
    #expect {
      try manifest(text)
    } throws: { error in
      (error as? InputError)?.message.contains(message) ?? false
    }
  }

  @Test func bytesThatAreNoTextAreRefused() {
    #expect(throws: InputError.self) {
      try DocumentManifest(Array("path,title\na.txt,caf".utf8) + [0xE9, 10], path: "m.csv")
    }
  }

  @Test func aCellOfManyMarksIsReadInLinearTime() throws {
    let cell = String(repeating: " ", count: 200_000) + "x" + String(repeating: "\"", count: 200_000)
    #expect(try manifest("path\n\(cell)\n").entries.count == 1)
  }
}
