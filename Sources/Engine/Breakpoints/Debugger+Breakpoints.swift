// Arming breakpoints and resolving deferred ones.

extension Debugger {
  /// Adds a breakpoint, resolving it if it is deferred. Returns it as it stands.
  ///
  /// Throws `TargetError.badTrap` for data of another length than 1, 2, 4 or 8 or not aligned to it.
  @discardableResult
  public func add(_ breakpoint: Breakpoint) throws -> Breakpoint {
    var breakpoint = breakpoint
    if case .data(_, let length) = breakpoint.kind {
      let address = breakpoint.address ?? 0
      guard [1, 2, 4, 8].contains(length), address % UInt64(length) == 0 else {
        throw TargetError.badTrap(address: address, length: length)
      }
    }
    if case .deferred(let text) = breakpoint.location {
      breakpoint.address = resolveLocation?(text)
    }
    breakpoints.insert(breakpoint)
    return breakpoint
  }

  /// Finds the places of deferred breakpoints anew; called when modules come or go.
  public func resolveBreakpoints() {
    for var breakpoint in breakpoints.all {
      guard case .deferred(let text) = breakpoint.location else { continue }
      breakpoint.address = resolveLocation?(text)
      breakpoints[breakpoint.id] = breakpoint
    }
  }

  /// Removes the breakpoints on addresses in an image that goes; those on names wait for it.
  func forgetBreakpoints(in image: ImageNotice) {
    for breakpoint in breakpoints.all {
      guard case .address(let address) = breakpoint.location, address >= image.base,
        address &- image.base < image.size
      else { continue }
      breakpoints[breakpoint.id] = nil
    }
  }

  /// Makes the target's traps those of the enabled breakpoints and of the goal.
  func arm(_ goal: RunGoal) {
    if goal.places.isEmpty, armedGeneration == breakpoints.trapGeneration { return }
    armedGeneration = goal.places.isEmpty ? breakpoints.trapGeneration : nil
    var wanted = Set(breakpoints.all.compactMap(\.trap))
    for place in goal.places { wanted.insert(.execute(place.address)) }
    for call in pendingCalls.values { wanted.insert(.execute(call.back)) }
    for trap in armed.subtracting(wanted) { target.remove(trap) }
    var held = armed.intersection(wanted)
    for trap in wanted.subtracting(armed) where (try? target.insert(trap)) != nil {
      held.insert(trap)
    }
    armed = held
  }
}
