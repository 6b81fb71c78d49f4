// For x86-64 with AVX-512 and VNNI: four products of bytes summed at a time.
#include "kernels.h"

#if defined(__x86_64__)
#include <immintrin.h>

#pragma clang attribute push( \
  __attribute__((target("avx512f,avx512bw,avx512vl,avx512dq,avx512vnni"))), apply_to = function)
#include "floats.h"

/// `height` rows against a block of 64 outputs: 24 sums stay in registers.
INLINE void linear_block(
  const kernels_matrix *matrix, const uint8_t *steps, const float *scales, float *results, size_t stride, size_t first,
  const size_t height) {
  const size_t inputs = matrix->inputs;
  const int8_t *weights = matrix->packed + first * inputs;
  __m512i sums[6][4];
  UNROLL
  for (size_t row = 0; row < height; row++)
    UNROLL
    for (int part = 0; part < 4; part++) sums[row][part] = _mm512_setzero_si512();
  for (size_t input = 0; input < inputs; input += 4, weights += 4 * KERNELS_BLOCK) {
    __m512i parts[4];
    UNROLL
    for (int part = 0; part < 4; part++) parts[part] = _mm512_loadu_si512(weights + 64 * part);
    UNROLL
    for (size_t row = 0; row < height; row++) {
      int32_t four;
      memcpy(&four, steps + row * inputs + input, 4);
      __m512i own = _mm512_set1_epi32(four);
      UNROLL
      for (int part = 0; part < 4; part++) sums[row][part] = _mm512_dpbusd_epi32(sums[row][part], own, parts[part]);
    }
  }
  const size_t count = matrix->outputs - first < KERNELS_BLOCK ? matrix->outputs - first : KERNELS_BLOCK;
  UNROLL
  for (int part = 0; part < 4; part++) {
    if ((size_t)part * 16 >= count) break;
    const size_t output = first + (size_t)part * 16;
    const size_t left = count - (size_t)part * 16;
    const __mmask16 mask = left >= 16 ? 0xFFFF : (__mmask16)((1u << left) - 1);
    const __m512i shift = _mm512_slli_epi32(_mm512_loadu_si512(matrix->sums + output), 7);
    const __m512 scale = _mm512_maskz_loadu_ps(mask, matrix->scales + output);
    const __m512 bias = matrix->bias ? _mm512_maskz_loadu_ps(mask, matrix->bias + output) : _mm512_setzero_ps();
    UNROLL
    for (size_t row = 0; row < height; row++) {
      __m512 sum = _mm512_cvtepi32_ps(_mm512_sub_epi32(sums[row][part], shift));
      sum = _mm512_mul_ps(sum, _mm512_mul_ps(_mm512_set1_ps(scales[row]), scale));
      if (matrix->bias) sum = _mm512_add_ps(sum, bias);
      _mm512_mask_storeu_ps(results + row * stride + output, mask, sum);
    }
  }
}

static void linear(
  const kernels_matrix *matrix, const uint8_t *steps, const float *scales, size_t rows, float *results, size_t stride) {
  const size_t inputs = matrix->inputs;
  for (size_t first = 0; first < matrix->outputs; first += KERNELS_BLOCK) {
    size_t row = 0;
    for (; row + 6 <= rows; row += 6)
      linear_block(matrix, steps + row * inputs, scales + row, results + row * stride, stride, first, 6);
    for (; row < rows; row++)
      linear_block(matrix, steps + row * inputs, scales + row, results + row * stride, stride, first, 1);
  }
}

const kernels_table kernels_avx512 = {"avx512vnni", quantise, linear, linear_float, add_and_normalise, gelu, exponentials, attend};
#pragma clang attribute pop
#endif
