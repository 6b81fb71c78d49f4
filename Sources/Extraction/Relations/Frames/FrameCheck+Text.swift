extension FrameCheck.Outcome {
  /// The outcome for people: the verdict, the place, the sentence, what it yields and what was expected instead.
  package var text: String {
    let sign = example.expected.isEmpty ? "-" : "+"
    var text =
      "\(isRight ? "ok   " : "wrong") \(example.file):\(example.line)  \(example.relation) \(sign) \(example.sentence)\n"
    text += "        \(found.isEmpty ? "nothing" : found.joined(separator: " ; "))\n"
    if !isRight, !example.expected.isEmpty {
      text += "        expected \(example.expected.joined(separator: " ; "))\n"
    }
    return text
  }
}
