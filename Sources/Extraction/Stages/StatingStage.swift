internal import Claims
internal import Linguistics
internal import Schema

/// What all sources read, sentence by sentence, and what the statements take their parties for.
struct StatingStage: ReadingStage {
  let lexicon: Lexicon
  let frames: FrameTable
  /// Where somebody asks what was considered.
  let trace: ReadingTrace?

  /// A document with what the model's head of relations read in it.
  struct Needs {
    let cast: CastDocument
    let learned: [RelationReading]
  }

  /// What was read.
  struct Gives {
    var drafts = DraftArchive()
    var types = TypeSuggestions()
  }

  func run(_ needs: Needs) -> Gives {
    let document = needs.cast.document
    let sources: [any StatementSource] = [
      FrameSource(frames: frames), EllipsisSource(), CountSource(frames: frames),
      LearnedSource(document: document, readings: needs.learned, trace: trace), OpenSource(),
    ]
    var gives = Gives()
    var told = ToldStatements()
    for (index, sentence) in document.sentences.enumerated() {
      trace?.sentence = index
      let clauses = ClauseTable(document: document, lexicon: lexicon, sentence: sentence)
      let drafter = ClaimDrafter(cast: needs.cast, clauses: clauses, sentence: index)
      var context = SentenceContext(
        document: document, cast: needs.cast.cast, clauses: clauses, index: index, told: told, trace: trace)
      for source in sources {
        context.here += source.statements(in: context).map(drafter.meant)
      }
      told.add(context.here, of: index)
      gives.drafts.add(context.here.compactMap { draft(of: $0, by: drafter, &gives.types) })
    }
    return gives
  }

  private func draft(
    of meant: MeantStatement, by drafter: ClaimDrafter, _ types: inout TypeSuggestions
  ) -> ClaimDraft? {
    let statement = meant.statement
    if meant.facts.isQuestion {
      guard statement.layer == .canonical else { return nil }
      trace?.drop(
        statement.relation, .question, by: statement.proposal, subject: statement.subject,
        object: statement.object, facts: meant.facts)
      return nil
    }
    if let relation = statement.match?.pattern.relation {
      types.note(relation.subjectTypes, for: statement.subject)
      types.note(relation.objectTypes, for: statement.object)
    }
    return drafter.draft(of: meant)
  }
}
