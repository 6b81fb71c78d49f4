import ArgumentParser
import DocumentInput
import Evaluation
import Extraction
import GraphFormats
import GraphStore
import Linguistics
import Serving

#if canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// A command that ends with a message and a status.
struct Failure: Error {
  /// The exit status, from BSD's sysexits.h where it has one.
  enum Status: Int32 {
    case notFound = 1
    case usage = 64
    case badData = 65
    case noInput = 66
    case `internal` = 70
    case cannotCreate = 73
    case missingProgram = 69
    case inputOutput = 74
    case interrupted = 130
  }

  let status: Status
  /// What to say, or nil where it was said already.
  let message: String?

  init(status: Status, _ message: String?) {
    self.status = status
    self.message = message
  }

  init?(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let error as GraphError: self.init(status: Self.status(error.code), error.message)
    case let error as InputError: self.init(status: Self.status(error), error.advice)
    case let error as ServingError: self.init(status: .inputOutput, error.message)
    case let error as GraphFileError: self.init(status: Self.status(error), error.advice)
    case let error as EvaluationError: self.init(status: .badData, error.message)
    case let error as ExtractionError: self.init(status: .badData, error.message)
    case let error as LinguisticsError: self.init(status: Self.status(error), error.message)
    default: return nil
    }
  }

  /// Ends the process: with kg's own message and status, or with what the argument parser has to say.
  static func exit(_ error: any Error) -> Never {
    guard let failure = Failure(error) ?? Failure(parsing: error) else { exit(parserMessage: error) }
    if let message = failure.message { StandardError.message(message) }
    Glibc.exit(failure.status.rawValue)
  }

  /// Prints what the argument parser has to say: help, the version, a script.
  private static func exit(parserMessage error: any Error) -> Never {
    let text = KG.fullMessage(for: error)
    let code = KG.exitCode(for: error)
    if !code.isSuccess {
      StandardError.message(text)
    } else if !text.isEmpty {
      do { try StandardOutput.write(text + "\n") } catch { exit(error) }
    }
    Glibc.exit(code.rawValue)
  }

  /// One line for a wrong command line; nil for a wish for help or the version, which the argument parser prints.
  private init?(parsing error: any Error) {
    if let message = CommandNames.unknownCommand(in: Array(CommandLine.arguments.dropFirst())) {
      self.init(status: .usage, message)
      return
    }
    guard KG.exitCode(for: error) == .validationFailure else { return nil }
    let lines = KG.message(for: error).split(separator: "\n").map { $0.drop { $0 == " " } }
    var text = lines.joined(separator: " ")
    if text.hasSuffix(".") { text.removeLast() }
    self.init(status: .usage, "\(text); `kg --help` lists the commands and their options")
  }

  static func status(_ error: InputError) -> Status {
    switch error.code {
    case .notFound, .unreadable: .noInput
    case .interrupted: .interrupted
    case .missingProgram: .missingProgram
    default: .badData
    }
  }

  private static func status(_ error: LinguisticsError) -> Status {
    switch error.code {
    case .badCoNLLU, .badModelFile: .badData
    case .unreadableModel: .noInput
    default: .internal
    }
  }

  private static func status(_ error: GraphFileError) -> Status {
    switch error.code {
    case .notFound, .unreadable: .noInput
    case .interrupted: .interrupted
    default: .badData
    }
  }

  static func status(_ code: GraphError.Code) -> Status {
    switch code {
    case .noGraph, .unknownDocument: .noInput
    case .badGraph, .newerGraph, .olderGraph, .badData, .nameTaken, .refused: .badData
    case .cannotWrite: .cannotCreate
    case .inputOutput, .busy, .tooLong: .inputOutput
    case .interrupted: .interrupted
    case .unknownRelation, .tooLarge, .badQuestion: .usage
    default: .internal
    }
  }
}
