// swift-tools-version: 6.2
import PackageDescription

/// Every target of ours is Swift 6 with warnings as errors.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

// Targets stand in dependency order; Docs/Rooms.md says what belongs where.
let package = Package(
  name: "crashcart",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "crashcart", targets: ["crashcart"]),
    // For debuggers with extension modules of their own (Docs/Extensions.md).
    .library(name: "CrashcartKit", targets: ["Engine", "Language", "Terminal", "Workbench"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // Bounded reading and writing of untrusted bytes.
    .target(
      name: "Bytes", swiftSettings: strict + [.enableExperimentalFeature("Lifetimes")]),
    .testTarget(name: "BytesTests", dependencies: ["Bytes"], swiftSettings: strict),
    // The instruction set: table, decoder, text. Pure.
    .target(name: "X86", swiftSettings: strict),
    .testTarget(name: "X86Tests", dependencies: ["X86"], swiftSettings: strict),
    // Bytes on standard input, our lines on standard output: what Tests/Vectors compares.
    .executableTarget(
      name: "x86lines", dependencies: ["X86"], path: "Tests/x86lines", swiftSettings: strict),
    // The simulated machine: processors, memory, devices, clock, snapshots.
    .target(
      name: "Machine", dependencies: ["X86"], exclude: ["Loops/tables.py"],
      swiftSettings: strict),
    .testTarget(
      name: "MachineTests", dependencies: ["Machine", "X86"], exclude: ["Vectors"],
      swiftSettings: strict),
    // The machine against other processors: the host's, and unicorn.
    .target(
      name: "Oracles", dependencies: ["Machine", "X86"], path: "Tests/Differential/Oracles",
      swiftSettings: strict),
    .executableTarget(
      name: "differential", dependencies: ["Oracles", "X86"], path: "Tests/Differential/Command",
      swiftSettings: strict),
    .testTarget(
      name: "DifferentialTests", dependencies: ["Oracles", "X86"], path: "Tests/Differential/Tests",
      swiftSettings: strict),
    // A Linux program in user mode of a machine: what others wrote to test processors.
    .target(
      name: "LinuxRunner", dependencies: ["Machine"], path: "Tests/Linux/Runner",
      swiftSettings: strict),
    .executableTarget(
      name: "linux-run", dependencies: ["LinuxRunner", "Machine"], path: "Tests/Linux/Command",
      swiftSettings: strict),
    .testTarget(
      name: "LinuxTests", dependencies: ["LinuxRunner", "Machine"], path: "Tests/Linux/Tests",
      swiftSettings: strict),
    // PE images.
    .target(name: "Images", dependencies: ["Bytes"], swiftSettings: strict),
    .testTarget(name: "ImagesTests", dependencies: ["Images"], swiftSettings: strict),
    // PDB symbol files.
    .target(name: "Symbols", dependencies: ["Bytes"], swiftSettings: strict),
    .testTarget(name: "SymbolsTests", dependencies: ["Symbols"], swiftSettings: strict),
    // Crash dumps.
    .target(name: "Dumps", dependencies: ["Bytes"], swiftSettings: strict),
    .testTarget(name: "DumpsTests", dependencies: ["Dumps"], swiftSettings: strict),
    // Targets, modules, breakpoints, stepping, unwinding.
    .target(
      name: "Engine", dependencies: ["Bytes", "Dumps", "X86", "Machine", "Images", "Symbols"],
      swiftSettings: strict),
    .testTarget(
      name: "EngineTests", dependencies: ["Engine", "Scenarios"], exclude: ["Fixtures"],
      swiftSettings: strict),
    // Lexer, evaluators, command declarations and dispatch.
    .target(
      name: "Language", dependencies: ["Dumps", "Engine", "Symbols", "X86"], swiftSettings: strict),
    .testTarget(
      name: "LanguageTests", dependencies: ["Language", "Commands", "Machine", "Images"],
      swiftSettings: strict),
    // The built-in and dot commands, one file a family.
    .target(
      name: "Commands",
      dependencies: ["Bytes", "Dumps", "Language", "Engine", "Images", "Symbols", "X86"],
      swiftSettings: strict),
    // The extension modules (`!name`), one folder each.
    .target(
      name: "Extensions", dependencies: ["Bytes", "Images", "Language", "Engine", "Symbols"],
      swiftSettings: strict),
    // Gurney, the guest operating system: C and assembly, built by the plugin into PE and PDB.
    .target(
      name: "Guest",
      exclude: ["images.txt", "include", "rtl", "nt", "hal", "kdsim", "drivers", "user"],
      swiftSettings: strict, plugins: ["GuestBuild"]),
    .plugin(name: "GuestBuild", capability: .buildTool()),
    // Named targets: which images, boot options and inputs; the boot loader.
    .target(
      name: "Scenarios",
      dependencies: ["Bytes", "Engine", "Guest", "Images", "Machine", "Symbols"],
      swiftSettings: strict),
    // The guest, booted: what a person at its console sees.
    .testTarget(
      name: "GuestTests", dependencies: ["Guest", "Machine", "Scenarios"], swiftSettings: strict),
    // Transcripts: reading, replaying, recording.
    .target(name: "Replay", dependencies: ["Engine", "Language"], swiftSettings: strict),
    .testTarget(name: "ReplayTests", dependencies: ["Replay"], swiftSettings: strict),
    // Line editing, from the system.
    .systemLibrary(
      name: "CEdit", pkgConfig: "libedit",
      providers: [.apt(["libedit-dev"]), .brew(["libedit"])]),
    // The prompt: editing, history, completion, colour.
    .target(
      name: "Terminal", dependencies: ["Engine", "Language", "CEdit"], swiftSettings: strict),
    .testTarget(name: "TerminalTests", dependencies: ["Terminal"], swiftSettings: strict),
    // Everything put together: a session on a scenario, with every command and extension.
    .target(
      name: "Workbench",
      dependencies: ["Commands", "Engine", "Extensions", "Language", "Scenarios"],
      swiftSettings: strict),
    // Sessions written as text, in Tests/Transcripts.
    .testTarget(
      name: "TranscriptTests", dependencies: ["Replay", "Workbench"], swiftSettings: strict),
    // Lines of every kind, typed at sessions: nothing may crash or hang.
    .executableTarget(
      name: "fuzz", dependencies: ["Commands", "Engine", "Extensions", "Language", "Workbench"],
      path: "Tests/Fuzz", exclude: ["README.md"], swiftSettings: strict),
    .executableTarget(
      name: "crashcart",
      dependencies: [
        "Bytes", "Language", "Replay", "Scenarios", "Terminal", "Workbench",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strict),
    // Guest instructions per second and other figures, side by side.
    .executableTarget(
      name: "bench",
      dependencies: ["Engine", "Language", "Machine", "Scenarios", "Terminal", "Workbench"],
      exclude: [
        "Programs/integers.c", "Programs/machine.c", "Programs/make.sh", "Programs/mixed.c",
        "Programs/tables.c",
      ],
      swiftSettings: strict),
    // The example of an extension module, which is a package of its own as well.
    .target(
      name: "Survey", dependencies: ["Engine", "Language"],
      path: "Examples/Extensions/Sources/Survey", swiftSettings: strict),
    .testTarget(
      name: "ExtensionTests", dependencies: ["Survey", "Workbench"], swiftSettings: strict),
    // For whoever works on the project: coverage of the documented commands, the manual's pages.
    .executableTarget(
      name: "dev",
      dependencies: [
        "Language", "Workbench",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], exclude: ["Reference"], swiftSettings: strict),
    .testTarget(name: "DevTests", dependencies: ["dev"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
