import Engine

extension CommandError {
  /// Any error as the person at the prompt is told it.
  public init(_ error: any Error) {
    switch error {
    case let error as CommandError: self = error
    case is Cancelled: self = .cancelled
    default: self = .message(String(describing: error))
    }
  }
}
