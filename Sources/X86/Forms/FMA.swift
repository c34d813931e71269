/// Fused multiplication and addition (FMA3).
///
/// In `vfmadd132ps a,b,c` the digits name the operands of product and sum: a*c+b; 213 is b*a+c and
/// 231 is b*c+a.
extension Form {
  static let fma: [Form] =
    fused(
      "vfmaddsub", 6,
      (.vfmaddsub132ps, .vfmaddsub213ps, .vfmaddsub231ps),
      (.vfmaddsub132pd, .vfmaddsub213pd, .vfmaddsub231pd))
    + fused(
      "vfmsubadd", 7,
      (.vfmsubadd132ps, .vfmsubadd213ps, .vfmsubadd231ps),
      (.vfmsubadd132pd, .vfmsubadd213pd, .vfmsubadd231pd))
    + fused(
      "vfmadd", 8, (.vfmadd132ps, .vfmadd213ps, .vfmadd231ps),
      (.vfmadd132pd, .vfmadd213pd, .vfmadd231pd))
    + fusedScalar(
      "vfmadd", 9, (.vfmadd132ss, .vfmadd213ss, .vfmadd231ss),
      (.vfmadd132sd, .vfmadd213sd, .vfmadd231sd))
    + fused(
      "vfmsub", 10, (.vfmsub132ps, .vfmsub213ps, .vfmsub231ps),
      (.vfmsub132pd, .vfmsub213pd, .vfmsub231pd))
    + fusedScalar(
      "vfmsub", 11, (.vfmsub132ss, .vfmsub213ss, .vfmsub231ss),
      (.vfmsub132sd, .vfmsub213sd, .vfmsub231sd))
    + fused(
      "vfnmadd", 12, (.vfnmadd132ps, .vfnmadd213ps, .vfnmadd231ps),
      (.vfnmadd132pd, .vfnmadd213pd, .vfnmadd231pd))
    + fusedScalar(
      "vfnmadd", 13, (.vfnmadd132ss, .vfnmadd213ss, .vfnmadd231ss),
      (.vfnmadd132sd, .vfnmadd213sd, .vfnmadd231sd))
    + fused(
      "vfnmsub", 14, (.vfnmsub132ps, .vfnmsub213ps, .vfnmsub231ps),
      (.vfnmsub132pd, .vfnmsub213pd, .vfnmsub231pd))
    + fusedScalar(
      "vfnmsub", 15, (.vfnmsub132ss, .vfnmsub213ss, .vfnmsub231ss),
      (.vfnmsub132sd, .vfnmsub213sd, .vfnmsub231sd))

  /// The meanings of the orders 132, 213 and 231.
  private typealias Orders = (Semantics, Semantics, Semantics)

  /// The six rows of packed operands; `digit` is the opcode's low one.
  private static func fused(
    _ name: String, _ digit: Int, _ singles: Orders, _ doubles: Orders
  ) -> [Form] {
    orders(name, digit, singles, doubles).flatMap { row in
      [
        Form("VEX 66 W0 0F 38 \(row.opcode) /r", row.name + "ps", row.single, .vec, .vecV, .vecRM),
        Form("VEX 66 W1 0F 38 \(row.opcode) /r", row.name + "pd", row.double, .vec, .vecV, .vecRM),
      ]
    }
  }

  private static func fusedScalar(
    _ name: String, _ digit: Int, _ singles: Orders, _ doubles: Orders
  ) -> [Form] {
    orders(name, digit, singles, doubles).flatMap { row in
      [
        Form(
          "VEX 66 W0 0F 38 \(row.opcode) /r", row.name + "ss", row.single, .xmm, .xmmV, .xmmRM32),
        Form(
          "VEX 66 W1 0F 38 \(row.opcode) /r", row.name + "sd", row.double, .xmm, .xmmV, .xmmRM64),
      ]
    }
  }

  private static func orders(
    _ name: String, _ digit: Int, _ singles: Orders, _ doubles: Orders
  ) -> [(opcode: String, name: String, single: Semantics, double: Semantics)] {
    let low = String(digit, radix: 16)
    return [
      ("9" + low, name + "132", singles.0, doubles.0),
      ("A" + low, name + "213", singles.1, doubles.1),
      ("B" + low, name + "231", singles.2, doubles.2),
    ]
  }
}
