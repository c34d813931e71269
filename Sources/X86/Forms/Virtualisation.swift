extension Form {
  /// VMX (Intel SDM volume 3, chapter 31) and SVM (AMD APM volume 3): shown, not executed.
  static let virtualisation: [Form] = [
    Form("NP 0F 01 C0", "enclv", .textOnly),
    Form("NP 0F 01 C2", "vmlaunch", .textOnly),
    Form("NP 0F 01 C3", "vmresume", .textOnly),
    Form("NP 0F 01 C4", "vmxoff", .textOnly),
    Form("NP 0F 01 D4", "vmfunc", .textOnly),
    Form("NP 0F 78 /r", "vmread", .textOnly, .rmNative, .rNative, flags: .compare),
    Form("NP 0F 79 /r", "vmwrite", .textOnly, .rNative, .rmNative, flags: .compare),
    Form("NP 0F C7 /6 mem", "vmptrld", .textOnly, .m64, flags: .compare),
    Form("66 0F C7 /6 mem", "vmclear", .textOnly, .m64, flags: .compare),
    Form("F3 0F C7 /6 mem", "vmxon", .textOnly, .m64, flags: .compare),
    Form("NP 0F C7 /7 mem", "vmptrst", .textOnly, .m64),
    Form("66 0F 38 80 /r mem", "invept", .textOnly, .rNative, .m128, flags: .compare),
    Form("66 0F 38 81 /r mem", "invvpid", .textOnly, .rNative, .m128, flags: .compare),
    Form("0F 01 D8", "vmrun", .textOnly),
    Form("0F 01 DA", "vmload", .textOnly),
    Form("0F 01 DB", "vmsave", .textOnly),
    Form("0F 01 DC", "stgi", .textOnly),
    Form("0F 01 DD", "clgi", .textOnly),
    Form("0F 01 DE", "skinit", .textOnly),
    Form("0F 01 DF", "invlpga", .textOnly),
  ]
}
