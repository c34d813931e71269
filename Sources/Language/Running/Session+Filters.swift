import Engine

// Changing the event filters: what the `sx` commands do.

/// A change of a filter, as typed.
public struct EventFilterChange: Sendable {
  /// The new break status, or with `isHandling` what it says about handling; nil changes neither.
  public var breaks: EventFilter.Break?
  public var isHandling: Bool
  public var command: String?
  public var secondCommand: String?

  /// A change.
  public init(
    breaks: EventFilter.Break?, isHandling: Bool = false, command: String? = nil,
    secondCommand: String? = nil
  ) {
    self.breaks = breaks
    self.isHandling = isHandling
    self.command = command
    self.secondCommand = secondCommand
  }

  fileprivate func apply(to filter: inout EventFilter, asHandling: Bool) {
    if let command { filter.command = command }
    if let secondCommand { filter.secondCommand = secondCommand }
    guard let breaks else { return }
    if asHandling || isHandling {
      filter.isHandled = breaks == .enabled
    } else {
      filter.breaks = breaks
    }
  }
}

extension Session {
  /// Changes the filter of a code (`av`, `ld`, `bpec`, `*`); `argument` chooses modules, processes
  /// or texts. Returns false when no filter has that code or it takes no argument.
  public func changeFilter(
    _ code: String, argument: String?, _ change: EventFilterChange
  ) -> Bool {
    let isHandling = eventFilters.isHandlingCode(code)
    var takesArgument = argument == nil
    return eventFilters.change(code) { filter in
      if case .event(let event) = filter.subject, event.hasArgument {
        takesArgument = true
        if change.breaks != nil { filter.argument = argument }
      }
      if takesArgument { change.apply(to: &filter, asHandling: isHandling) }
    } && takesArgument
  }

  /// Changes the filter of an exception by its number.
  public func changeFilter(exception code: UInt32, _ change: EventFilterChange) {
    eventFilters.change(exception: code) { change.apply(to: &$0, asHandling: false) }
  }

  /// Sets all filters back to their defaults (`sxr`).
  public func resetFilters() { eventFilters = EventFilters(debugger.target.kind) }
}
