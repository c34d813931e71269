# The door to Crashcart: `make run` starts it, `make test` checks it.
# Both need the Swift toolchain and git; what else is missing they install or name.

.PHONY: run test bench lint format clean prepare

# Tests are release builds: guests boot quickly in them. A debug build works too.
# Without frame pointers, for a handler of the machine is a few instructions long and setting up a
# frame would be half of them.
RELEASE := -c release --omit-frame-pointers
# Exclusive access is checked while the tests run, in debug builds and in these; the program and its
# benchmark leave the checks out, a third of what a hit of a breakpoint takes.
TESTS := $(RELEASE) -Xswiftc -enable-testing
PROGRAM := $(RELEASE) -Xswiftc -enforce-exclusivity=unchecked

run: prepare
	swift build $(PROGRAM) --product crashcart </dev/null
	@exec "$$(swift build $(PROGRAM) --show-bin-path)/crashcart" $(ARGS)

test: prepare
	swift test $(TESTS)

bench: prepare
	swift run $(PROGRAM) bench $(ARGS)

lint:
	swift format lint --strict --recursive Sources Tests Plugins Package.swift

format:
	swift format --in-place --recursive Sources Tests Plugins Package.swift

clean:
	swift package clean

prepare:
	@bash .ci/prepare
