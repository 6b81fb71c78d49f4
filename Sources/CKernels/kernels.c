#include "kernels.h"

#include <stdatomic.h>
#include <string.h>

static const kernels_table *best(void) {
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (
    __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") &&
    __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vnni"))
    return &kernels_avx512;
  if (__builtin_cpu_supports("avx2")) return &kernels_avx2;
#endif
  return &kernels_baseline;
}

static _Atomic(const kernels_table *) table;

static const kernels_table *current(void) {
  const kernels_table *found = atomic_load_explicit(&table, memory_order_relaxed);
  if (!found) {
    found = best();
    atomic_store_explicit(&table, found, memory_order_relaxed);
  }
  return found;
}

const char *kernels_instruction_set(void) { return current()->name; }

int kernels_use_instruction_set(const char *name) {
  const kernels_table *most = best();
#if defined(__x86_64__)
  const kernels_table *all[] = {&kernels_avx512, &kernels_avx2, &kernels_baseline};
#else
  const kernels_table *all[] = {&kernels_baseline};
#endif
  int supported = 0;
  for (size_t index = 0; index < sizeof all / sizeof all[0]; index++) {
    if (all[index] == most) supported = 1;
    if (strcmp(all[index]->name, name) == 0 && supported) {
      atomic_store_explicit(&table, all[index], memory_order_relaxed);
      return 1;
    }
  }
  return 0;
}

static size_t rounded(size_t outputs) { return (outputs + KERNELS_BLOCK - 1) / KERNELS_BLOCK * KERNELS_BLOCK; }

size_t kernels_packed_size(size_t outputs, size_t inputs) { return rounded(outputs) * inputs; }

void kernels_pack(const int8_t *weights, size_t outputs, size_t inputs, int8_t *packed, int32_t *sums) {
  // What is written for so many inputs of a block stays in the nearest cache.
  enum { PART = 64 };
  memset(sums, 0, rounded(outputs) * sizeof(int32_t));
  for (size_t first = 0; first < outputs; first += KERNELS_BLOCK) {
    const size_t height = outputs - first < KERNELS_BLOCK ? outputs - first : KERNELS_BLOCK;
    int8_t *block = packed + first * inputs;
    if (height < KERNELS_BLOCK) memset(block, 0, KERNELS_BLOCK * inputs);
    for (size_t start = 0; start < inputs; start += PART) {
      const size_t end = inputs - start < PART ? inputs : start + PART;
      for (size_t row = 0; row < height; row++) {
        const int8_t *source = weights + (first + row) * inputs;
        int32_t sum = 0;
        for (size_t input = start; input < end; input++) sum += source[input];
        sums[first + row] += sum;
        for (size_t input = start; input < end; input += 4)
          memcpy(block + input * KERNELS_BLOCK + row * 4, source + input, 4);
      }
    }
  }
}

void kernels_quantise(
  const float *values, size_t rows, size_t columns, size_t stride, uint8_t *steps, float *scales) {
  current()->quantise(values, rows, columns, stride, steps, scales);
}

void kernels_linear(
  const kernels_matrix *matrix, const uint8_t *steps, const float *scales, size_t rows, float *results, size_t stride) {
  current()->linear(matrix, steps, scales, rows, results, stride);
}

void kernels_linear_float(
  const kernels_float_matrix *matrix, const float *values, size_t rows, size_t value_stride, float *results,
  size_t stride) {
  current()->linear_float(matrix, values, rows, value_stride, results, stride);
}

void kernels_add_and_normalise(
  float *values, const float *added, size_t rows, size_t columns, const float *weight, const float *bias) {
  current()->add_and_normalise(values, added, rows, columns, weight, bias);
}

void kernels_gelu(float *values, size_t count) { current()->gelu(values, count); }

void kernels_exponentials(float *values, size_t count) { current()->exponentials(values, count); }

void kernels_attend(const float *input, size_t length, size_t heads, float *output, float *scratch) {
  current()->attend(input, length, heads, output, scratch);
}
