internal import CKernels

/// The instructions of the processor that the model's arithmetic uses.
package enum InstructionSet {
  /// Its name, and how it compares in speed.
  package static var description: String {
    switch String(cString: kernels_instruction_set()) {
    case "avx512vnni": "AVX-512 with VNNI, the fastest of three"
    case "avx2": "AVX2, about a quarter as fast as AVX-512 with VNNI"
    default: "none beyond the processor's base, the slowest of three"
    }
  }
}
