/// A step on the way from an analysis to what was read of a document: what it needs, and what it gives.
///
/// A stage is a function of what it needs and of what the extractor was made with: it changes nothing, and asks nobody else. The
/// compiler holds that each is run with what those before it gave (`Extractor.read`).
protocol ReadingStage {
  associatedtype Needs
  associatedtype Gives

  func run(_ needs: Needs) -> Gives
}
