import Foundation
import Layout
import Testing

@testable import DocumentFormats

@Suite struct FormatTests {
  private func failure(_ bytes: [UInt8]) -> FormatError? {
    if case .failure(let error) = Documents.read(bytes).first?.result { error } else { nil }
  }

  @Test func formatsAreSeenByWhatFilesHold() throws {
    #expect(FileFormat(try Documents.bytes("report.html")) == .html)
    #expect(FileFormat(try Documents.bytes("one-column.pdf")) == .pdf)
    #expect(FileFormat(try Documents.bytes("report.docx")) == .zip)
    #expect(FileFormat(try Documents.bytes("report.eml")) == .mail)
    #expect(FileFormat(try Documents.bytes("report.mbox")) == .mailbox)
    #expect(FileFormat(try Documents.bytes("report.md")) == .text)
    for text in [
      "<p>is a tag of HTML, he said.", "From where I stand\nit is far.\n", "PKZIP was a program.",
      "%PDF- is how one starts.",
    ] {
      #expect(FileFormat(Array(text.utf8)) == .text)
    }
  }

  @Test(
    arguments: [
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "libreoffice"),
      (Array("{\\rtf1".utf8), "libreoffice"),
      ([0x89, 0x50, 0x4E, 0x47, 13, 10], "--ocr"), (Array("BZh91AY".utf8), "bunzip2"),
    ] as [([UInt8], String)])
  func whatIsNotReadIsToldWithWhatConvertsIt(bytes: [UInt8], advice: String) {
    #expect(failure(bytes)?.message.contains(advice) == true)
  }

  @Test func packedFilesAreRead() throws {
    // What gzip makes of "Anna Berg lives in Oslo." and an end of line.
    let packed: [UInt8] = [
      31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 115, 204, 203, 75, 84, 112, 74, 45, 74, 87, 200, 201, 44, 75,
      45, 86, 200, 204, 83, 240, 47, 206, 201, 215, 227, 2, 0, 139, 124, 14, 131, 25, 0, 0, 0,
    ]
    let content = try #require(Documents.read(packed).first).result.get().content
    #expect(content.string == "Anna Berg lives in Oslo.\n")
    #expect(failure(Array(packed.prefix(20)))?.code == .damaged)
  }

  @Test func otherEncodingsAreReadWhereTheyAreCertain() throws {
    let text =
      "Anna Berg – “the director” – lives in Tromsø, and the office of the institute is in the same street. "
    let units: [[UInt8]] = text.utf16.map { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let utf16: [UInt8] = [0xFF, 0xFE] + units.flatMap(\.self)
    let content = try #require(Documents.read(utf16).first).result.get().content
    #expect(content.string == text)
    #expect(content.notes.contains { $0.contains("UTF-16") })
    let latin = String(repeating: text, count: 5).unicodeScalars.map { scalar -> UInt8 in
      switch scalar {
      case "–": 0x96
      case "“": 0x93
      case "”": 0x94
      default: UInt8(truncatingIfNeeded: scalar.value)
      }
    }
    let decoded = try #require(Documents.read(latin).first).result.get().content
    #expect(decoded.string == String(repeating: text, count: 5))
    // Cyrillic in a table of one byte each, and a short word, are not certain.
    let cyrillic =
      Array("The word ".utf8) + (0..<200).map { UInt8(0xE0 + $0 % 20) } + Array(" is Russian for it.".utf8)
    #expect(failure(cyrillic) != nil)
    #expect(failure(Array("caf".utf8) + [0xE9]) != nil)
  }

  @Test func foreignTextIsToldAndNotRead() throws {
    let english =
      "The army of Varland arrested the leader of the front in Karstad, and the president of Estmark condemned it."
    let russian =
      "Армия Варланда арестовала лидера фронта в Карстаде, и президент Эстмарка осудил этот арест."
    let german =
      "Die Armee von Varland hat den Führer der Front in Karstad verhaftet, und der Präsident hat das nicht gebilligt."
    let mixed = try #require(Documents.read(Array("\(english)\n\n\(german)\n\n\(english)\n".utf8)).first)
      .result.get().content
    #expect(mixed.stretches(.foreign) == [german])
    #expect(mixed.metadata.language == "en")
    let foreign = try #require(Documents.read(Array("\(russian)\n\nДа.\n".utf8)).first).result.get().content
    #expect(foreign.metadata.language == "ru")
    #expect(foreign.prose.isEmpty)
    #expect(foreign.notes == ["Russian: kept for search, not read"])
    let plain = try #require(Documents.read(Array("\(english)\n\nMenu\n".utf8)).first).result.get().content
    #expect(plain.layout == .unknown)
  }

  @Test(arguments: [
    (
      "de",
      "Der Minister sagte am Montag, dass die Regierung das Abkommen nicht unterzeichnen werde und es keine Frist gebe."
    ),
    (
      "fr",
      "Le ministre a dit lundi que le gouvernement ne signera pas cet accord avec les pays voisins et que rien ne presse."
    ),
    (
      "es",
      "El ministro dijo el lunes que el gobierno no firmará el acuerdo con los países vecinos y que no hay ninguna prisa."
    ),
    (
      "tr",
      "Bakan pazartesi günü hükümetin komşu ülkelerle bu anlaşmayı imzalamayacağını ve bunun için bir süre olmadığını söyledi, ancak çok kişi daha sonra bu kadar olumsuz değil dedi."
    ),
    ("fa", "وزیر روز دوشنبه گفت که دولت این توافق را با کشورهای همسایه امضا نخواهد کرد و عجله‌ای نیست."),
    ("ar", "قال الوزير يوم الاثنين إن الحكومة لن توقع على الاتفاقية مع الدول المجاورة وإنه لا داعي للعجلة."),
    ("uk", "Міністр сказав у понеділок, що уряд не підпише цю угоду з сусідніми країнами і поспіху немає."),
    ("ja", "大臣は月曜日、政府は隣国との協定に署名しないと述べた。"),
    (
      "en",
      "The minister said on Monday that the government would not sign the agreement with its neighbours."
    ),
  ])
  func languagesAreTold(code: String, text: String) {
    #expect(LanguageIdentifier().language(of: text.utf8) == code)
  }

  /// Some words of English, as a dictionary would have them.
  private static let english: Set<String> = [
    "minister", "defence", "visited", "mayor", "city", "crowd", "applauded", "long", "time", "police",
    "removed",
    "evening", "banner", "stood", "said", "newspaper", "reported", "formed", "alliance", "attended",
    "simpler", "invoke",
    "first", "argument", "pointer", "size", "commercial", "product", "written", "language", "install",
    "program",
    "weak", "keys", "defines",
  ]

  private func foreign(in text: String) throws -> [String] {
    var reader = FileReader()
    reader.isWord = { Self.english.contains($0) }
    return try #require(reader.documents(Array(text.utf8)).first).result.get().content.stretches(.foreign)
      .map { $0.trimmingCharacters(in: .whitespaces) }
  }

  @Test(arguments: [
    "Der Bürgermeister empfing ihn im Rathaus.", "Wir haben keine Zeit mehr.",
    "Les habitants ont refusé de quitter leurs maisons.", "La banque a fermé.",
    "El alcalde anunció ayer nuevas medidas.", "Il governo ha firmato un accordo.",
    "Minister podpisał wczoraj nową ustawę.", "Командир сказал, что город взят.", "Город взят.",
    "قال القائد إن المدينة سقطت.", "城市被占领。", "De regering heeft het verdrag getekend.",
  ])
  func shortPassagesInOtherLanguagesAreTold(passage: String) throws {
    let english = "The minister of defence visited the mayor of the city on Tuesday."
    #expect(try foreign(in: "\(english)\n\n\(passage)\n\n\(english)\n") == [passage])
  }

  @Test(arguments: [
    ("He said: “", "Wir werden diese Stadt niemals verlassen.”", " The crowd applauded for a long time."),
    (
      "The crowd was loud. ", "Nous ne partirons jamais de cette ville !",
      " The police removed it in the evening."
    ),
    ("The banner was new. ", "¡El pueblo unido jamás será vencido!", " The crowd applauded the mayor."),
    ("The minister visited the city. ", "Мы никогда не уйдём отсюда.", " The mayor attended."),
  ])
  func aSentenceInAnotherLanguageIsToldWithinItsParagraph(before: String, sentence: String, after: String)
    throws
  {
    let found = try foreign(in: before + sentence + after + "\n")
    #expect(found.count == 1)
    #expect(found.first?.contains(sentence.dropFirst(12)) == true)
    #expect(found.first?.contains(after.dropFirst()) == false)
  }

  @Test(arguments: [
    "Charles de la Fontaine", "Gare du Nord", "Acme bought Initech.",
    "Partido Acción Nacional and Movimiento Ciudadano formed an alliance in Nuevo León.",
    "The size of a SHA256 digest, i.e. 32.", "Written in a commercial product",
    "DES has weak keys. Acme defines DES in 1999.",
    "int des_set_key (struct des ctx * ctx , const uint8 t * key )",
    "Vladimir Putin (Владимир Путин) visited the city.",
    "= (v − u)x |M 1 | + M 1 x D x |M 2 |",
    "Frankfurter Allgemeine Zeitung, El Mundo and La Repubblica attended.",
  ])
  func namesAndFormulasAreOfNoOtherLanguage(text: String) throws {
    let english = "The minister of defence visited the mayor of the city on Tuesday."
    #expect(try foreign(in: "\(english)\n\n\(text)\n\n\(english)\n").isEmpty)
  }
}
