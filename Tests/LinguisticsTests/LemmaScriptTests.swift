import Testing

@testable import Linguistics

@Suite struct LemmaScriptTests {
  @Test(arguments: [
    ("Running", "L\t0\t\t4\t", "run"), ("women", "L\t0\t\t2\tan", "woman"), ("PARIS", "T\t0\t\t0\t", "Paris"),
    ("Paris", "K\t0\t\t0\t", "Paris"), ("unhappier", "L\t2\t\t3\ty", "happy"), ("was", "A\tbe", "be"),
    ("ÉCLAIRS", "L\t0\t\t1\t", "éclair"),
  ])
  func aScriptMakesTheLemma(form: String, script: String, lemma: String) {
    #expect(LemmaScript(script)?.lemma(of: form) == lemma)
  }

  @Test func aScriptThatDropsTheWholeFormDoesNotFit() {
    #expect(LemmaScript("L\t0\t\t2\ty")?.lemma(of: "as") == nil)
    #expect(LemmaScript("L\t1\t\t1\t")?.lemma(of: "as") == nil)
  }

  @Test(arguments: ["", "L", "L\tx\t\t0\t", "Q\t0\t\t0\t", "L\t-1\t\t0\t", "L\t0\t\t0"])
  func anythingElseIsNoScript(line: String) {
    #expect(LemmaScript(line) == nil)
  }

  @Test func aKnownLemmaOfNearlyTheSameScoreIsPreferred() {
    let scripts = ["L\t0\t\t1\t", "L\t0\t\t3\ty", "L\t0\t\t0\t"].compactMap(LemmaScript.init)
    func lemma(_ scores: [Float], known: Set<String>) -> String {
      LemmaScript.lemma(of: "studies", scores: scores, scripts: scripts) { known.contains($0) }
    }
    #expect(lemma([5, 3, 0], known: ["study"]) == "study")
    #expect(lemma([5, 3, 2], known: ["study", "studies"]) == "study")
    #expect(lemma([5, 1, 0], known: ["studies"]) == "studie")
    #expect(lemma([5, 3, 0], known: ["studie", "study"]) == "studie")
    #expect(lemma([5, 3, 0], known: []) == "studie")
  }

  @Test(arguments: [
    ("studies", "study"), ("Businesses", "business"), ("votes", "vote"), ("runners", "runner"),
  ])
  func aKnownWordWhoseRegularFormItIsGoesBeforeAnUnknownLemma(form: String, known: String) {
    let scripts = ["L\t0\t\t1\tx", "L\t0\t\t0\t"].compactMap(LemmaScript.init)
    #expect(LemmaScript.lemma(of: form, scores: [9, 0], scripts: scripts) { $0 == known } == known)
  }

  @Test func aKnownFormIsItsLemmaWhereTheBestScriptLeavesOneLetter() {
    let scripts = ["L\t0\t\t2\t", "L\t1\t\t1\t"].compactMap(LemmaScript.init)
    #expect(
      LemmaScript.lemma(of: "Run", scores: [9, 8], scripts: scripts) { ["u", "run"].contains($0) } == "run")
    #expect(LemmaScript.lemma(of: "Run", scores: [9, 8], scripts: scripts) { _ in false } == "r")
  }

  @Test func theNextBestScriptIsTakenWhereTheBestDoesNotFit() {
    let scripts = ["L\t0\t\t3\t", "L\t0\t\t1\t", "A\tx"].compactMap(LemmaScript.init)
    #expect(LemmaScript.lemma(of: "dogs", scores: [3, 2, 1], scripts: scripts) == "d")
    #expect(LemmaScript.lemma(of: "as", scores: [3, 2, 1], scripts: scripts) == "a")
    #expect(LemmaScript.lemma(of: "a", scores: [3, 2, 1], scripts: scripts) == "x")
  }
}
