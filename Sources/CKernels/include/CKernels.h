#ifndef KG_CKERNELS_H
#define KG_CKERNELS_H

#include <stddef.h>
#include <stdint.h>

// The arithmetic of the reading model. Every function gives the same bits on every processor: integers are summed
// exactly, and floats in an order that does not depend on the width of the vector unit; nothing is contracted.

/// The outputs of an integer matrix are stored in blocks of so many; the last block is filled up with zeros.
#define KERNELS_BLOCK 64

/// The bytes that `kernels_pack` needs for a matrix of `outputs` rows and `inputs` columns (a multiple of 4).
size_t kernels_packed_size(size_t outputs, size_t inputs);

/// Rearranges a row-major int8 matrix [outputs, inputs] for `kernels_linear`, and sums its rows.
///
/// `sums` has room for `outputs` rounded up to KERNELS_BLOCK.
void kernels_pack(const int8_t *weights, size_t outputs, size_t inputs, int8_t *packed, int32_t *sums);

/// Rounds rows of floats to 255 steps each: value ~ (steps - 128) * scale.
void kernels_quantise(const float *values, size_t rows, size_t columns, size_t stride, uint8_t *steps, float *scales);

/// A matrix of `kernels_pack` with what belongs to it.
typedef struct {
  const int8_t *packed;
  const int32_t *sums;
  const float *scales;  // one an output
  const float *bias;    // one an output, or NULL
  size_t outputs, inputs;
} kernels_matrix;

/// results[row, output] = (inputs[row] · matrix[output]) + bias[output]; rows of results are `stride` floats apart.
void kernels_linear(
  const kernels_matrix *matrix, const uint8_t *steps, const float *scales, size_t rows, float *results, size_t stride);

/// A matrix of floats stored as [inputs, outputs], `stride` floats from one input to the next.
typedef struct {
  const float *values;
  const float *bias;  // one an output, or NULL
  size_t inputs, outputs, stride;
} kernels_float_matrix;

/// results[row, output] = values[row] · matrix[·, output] + bias[output], summed in the order of the inputs.
void kernels_linear_float(
  const kernels_float_matrix *matrix, const float *values, size_t rows, size_t value_stride, float *results,
  size_t stride);

/// values = LayerNorm(values + added); `added` may be NULL. The number of columns is a multiple of 16.
void kernels_add_and_normalise(
  float *values, const float *added, size_t rows, size_t columns, const float *weight, const float *bias);

/// The exact form of GELU, in place.
void kernels_gelu(float *values, size_t count);

/// e to the power of each value, in place, for values up to 0; below -87 as for -87.
void kernels_exponentials(float *values, size_t count);

/// Attention inside one sequence: `input` has a row of queries, keys and values (each `heads` × 32) a piece.
///
/// `scratch` has room for 36 × (length rounded up to 16) floats.
void kernels_attend(const float *input, size_t length, size_t heads, float *output, float *scratch);

/// The instruction set in use: "avx512vnni", "avx2" or "baseline".
const char *kernels_instruction_set(void);

/// Chooses an instruction set by name, for tests; returns 0 where this processor lacks it.
int kernels_use_instruction_set(const char *name);

#endif
