import DocumentInput
import GraphFormats

extension InputError {
  /// What happened, and the option that helps, of which the rooms below know nothing.
  var advice: String { message + (code == .lineTooLong ? "; raise the limit with --max-line" : "") }
}

extension GraphFileError {
  /// What happened, and the option that helps.
  var advice: String {
    switch code {
    case .badRow: message + " (--skip-bad leaves such rows out)"
    case .unknownColumns:
      message
        + " (say which is which: --columns subject=source,relation=type,object=target; --relation NAME for rows that name none)"
    case .unknownFormat: message + " (or say what it is with --format)"
    default: message
    }
  }
}
