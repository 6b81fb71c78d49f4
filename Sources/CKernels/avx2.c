// For x86-64 with AVX2: products of bytes, four summed at a time.
#include "kernels.h"

#if defined(__x86_64__)
#include <immintrin.h>

#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#include "floats.h"

// How many rows share what is loaded of a matrix, and the most inputs that a row may have.
enum { ROWS = 4, MOST_INPUTS = 2048 };

/// `height` rows against 16 outputs: eight sums, four products of bytes each, stay in registers.
///
/// The instruction multiplies bytes without a sign by bytes with one and adds two products into 16 bits. Steps from -128 to 127 give
/// their sign to the weight, so that no sum is greater than 2 · 128 · 127, which 16 bits hold: the result is exact.
INLINE void linear_block(
  const kernels_matrix *matrix, const int8_t *centred, const uint8_t *magnitudes, const float *scales, float *results,
  size_t stride, size_t first, const size_t height) {
  const size_t inputs = matrix->inputs;
  const int8_t *weights =
    matrix->packed + first / KERNELS_BLOCK * KERNELS_BLOCK * inputs + first % KERNELS_BLOCK * 4;
  const __m256i ones = _mm256_set1_epi16(1);
  __m256i sums[ROWS][2];
  UNROLL
  for (size_t row = 0; row < height; row++)
    UNROLL
    for (int part = 0; part < 2; part++) sums[row][part] = _mm256_setzero_si256();
  for (size_t input = 0; input < inputs; input += 4, weights += 4 * KERNELS_BLOCK) {
    const __m256i parts[2] = {
      _mm256_loadu_si256((const __m256i *)weights), _mm256_loadu_si256((const __m256i *)(weights + 32))};
    UNROLL
    for (size_t row = 0; row < height; row++) {
      int32_t sign, magnitude;
      memcpy(&sign, centred + row * inputs + input, 4);
      memcpy(&magnitude, magnitudes + row * inputs + input, 4);
      const __m256i signs = _mm256_set1_epi32(sign);
      const __m256i own = _mm256_set1_epi32(magnitude);
      UNROLL
      for (int part = 0; part < 2; part++) {
        const __m256i pairs = _mm256_maddubs_epi16(own, _mm256_sign_epi8(parts[part], signs));
        sums[row][part] = _mm256_add_epi32(sums[row][part], _mm256_madd_epi16(pairs, ones));
      }
    }
  }
  UNROLL
  for (size_t row = 0; row < height; row++) {
    int32_t whole[16];
    memcpy(whole, sums[row], sizeof whole);
    for (size_t output = first; output < first + 16 && output < matrix->outputs; output++) {
      float sum = (float)whole[output - first];
      sum = sum * (scales[row] * matrix->scales[output]);
      results[row * stride + output] = matrix->bias ? sum + matrix->bias[output] : sum;
    }
  }
}

static void linear(
  const kernels_matrix *matrix, const uint8_t *steps, const float *scales, size_t rows, float *results, size_t stride) {
  const size_t inputs = matrix->inputs;
  if (inputs > MOST_INPUTS) {
    kernels_baseline.linear(matrix, steps, scales, rows, results, stride);
    return;
  }
  // Steps less 128, as they are and without their sign.
  int8_t centred[ROWS * MOST_INPUTS];
  uint8_t magnitudes[ROWS * MOST_INPUTS];
  for (size_t row = 0; row < rows;) {
    const size_t height = rows - row < ROWS ? rows - row : ROWS;
    for (size_t index = 0; index < height * inputs; index++) {
      const int step = (int)steps[row * inputs + index] - 128;
      centred[index] = (int8_t)step;
      magnitudes[index] = (uint8_t)(step < 0 ? -step : step);
    }
    for (size_t first = 0; first < matrix->outputs; first += 16) {
      if (height == ROWS) {
        linear_block(matrix, centred, magnitudes, scales + row, results + row * stride, stride, first, ROWS);
      } else {
        for (size_t own = 0; own < height; own++)
          linear_block(matrix, centred + own * inputs, magnitudes + own * inputs, scales + row + own,
            results + (row + own) * stride, stride, first, 1);
      }
    }
    row += height;
  }
}

const kernels_table kernels_avx2 = {"avx2", quantise, linear, linear_float, add_and_normalise, gelu, exponentials, attend};
#pragma clang attribute pop
#endif
