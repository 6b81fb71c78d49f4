/// The sorts of pronouns by what they can stand for.
enum PronounSort {
  case he, she, it, they, speaker, addressee, this, these, both

  /// The sort of a pronoun in lower case; nil for all that stands for no thing named elsewhere.
  init?(_ pronoun: String) {
    switch pronoun {
    case "he", "him", "his", "himself": self = .he
    case "she", "her", "hers", "herself": self = .she
    case "it", "its", "itself": self = .it
    case "they", "them", "their", "theirs", "themselves": self = .they
    case "i", "me", "my", "mine", "myself": self = .speaker
    case "you", "your", "yours", "yourself": self = .addressee
    case "this", "that": self = .this
    case "these", "those": self = .these
    case "both": self = .both
    default: return nil
    }
  }

  /// Whether the pronoun can stand for one thing of a type.
  func fits(_ type: NameType) -> Bool {
    switch self {
    case .he, .she, .speaker, .addressee: type == .person || type == .unknown
    case .it, .this: type != .person && type != .group
    case .they, .these: type == .organization || type == .group || type == .unknown
    case .both: false
    }
  }
}
