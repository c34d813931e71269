// swift-tools-version: 6.2
import PackageDescription

// An extension module of one's own, and a debugger that has it.
let package = Package(
  name: "survey",
  platforms: [.macOS(.v15)],
  products: [.library(name: "Survey", targets: ["Survey"])],
  dependencies: [.package(name: "crashcart", path: "../..")],
  targets: [
    .target(name: "Survey", dependencies: [.product(name: "CrashcartKit", package: "crashcart")]),
    .executableTarget(
      name: "survey-debugger",
      dependencies: ["Survey", .product(name: "CrashcartKit", package: "crashcart")]),
  ],
  swiftLanguageModes: [.v6]
)
