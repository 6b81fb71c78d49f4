// For x86-64 with AVX2: products of 16-bit integers, two summed at a time.
#include "kernels.h"

#if defined(__x86_64__)
#include <immintrin.h>

#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#include "floats.h"

/// `height` rows against 16 outputs, so that each widened weight serves all of them.
INLINE void linear_block(
  const kernels_matrix *matrix, const uint8_t *steps, const float *scales, float *results, size_t stride, size_t first,
  const size_t height) {
  const size_t inputs = matrix->inputs;
  const int8_t *weights =
    matrix->packed + first / KERNELS_BLOCK * KERNELS_BLOCK * inputs + first % KERNELS_BLOCK * 4;
  __m256i sums[2][4];
  UNROLL
  for (size_t row = 0; row < height; row++)
    UNROLL
    for (int part = 0; part < 4; part++) sums[row][part] = _mm256_setzero_si256();
  for (size_t input = 0; input < inputs; input += 4, weights += 4 * KERNELS_BLOCK) {
    __m256i own[2];
    UNROLL
    for (size_t row = 0; row < height; row++) {
      int32_t four;
      memcpy(&four, steps + row * inputs + input, 4);
      own[row] = _mm256_broadcastq_epi64(_mm_cvtepu8_epi16(_mm_cvtsi32_si128(four)));
    }
    UNROLL
    for (int part = 0; part < 4; part++) {
      __m256i wide = _mm256_cvtepi8_epi16(_mm_loadu_si128((const __m128i *)(weights + 16 * part)));
      UNROLL
      for (size_t row = 0; row < height; row++)
        sums[row][part] = _mm256_add_epi32(sums[row][part], _mm256_madd_epi16(own[row], wide));
    }
  }
  UNROLL
  for (size_t row = 0; row < height; row++) {
    int32_t pairs[32];
    memcpy(pairs, sums[row], sizeof pairs);
    for (size_t output = first; output < first + 16 && output < matrix->outputs; output++) {
      int32_t whole = pairs[2 * (output - first)] + pairs[2 * (output - first) + 1];
      float sum = (float)(whole - 128 * matrix->sums[output]);
      sum = sum * (scales[row] * matrix->scales[output]);
      results[row * stride + output] = matrix->bias ? sum + matrix->bias[output] : sum;
    }
  }
}

static void linear(
  const kernels_matrix *matrix, const uint8_t *steps, const float *scales, size_t rows, float *results, size_t stride) {
  const size_t inputs = matrix->inputs;
  for (size_t first = 0; first < matrix->outputs; first += 16) {
    size_t row = 0;
    for (; row + 2 <= rows; row += 2)
      linear_block(matrix, steps + row * inputs, scales + row, results + row * stride, stride, first, 2);
    if (row < rows)
      linear_block(matrix, steps + row * inputs, scales + row, results + row * stride, stride, first, 1);
  }
}

const kernels_table kernels_avx2 = {"avx2", quantise, linear, linear_float, add_and_normalise, gelu, exponentials, attend};
#pragma clang attribute pop
#endif
