// For every processor: the compiler's own vectors, and integer products in plain loops.
#include "kernels.h"

#include "floats.h"

static void linear(
  const kernels_matrix *matrix, const uint8_t *steps, const float *scales, size_t rows, float *results, size_t stride) {
  const size_t inputs = matrix->inputs;
  for (size_t row = 0; row < rows; row++)
    for (size_t first = 0; first < matrix->outputs; first += KERNELS_BLOCK) {
      int32_t sums[KERNELS_BLOCK];
      const int8_t *weights = matrix->packed + first * inputs;
      const uint8_t *own = steps + row * inputs;
      for (size_t part = 0; part < KERNELS_BLOCK; part += LANES) {
        integer_lanes total = {0};
        for (size_t input = 0; input < inputs; input += 4) {
          integer_lanes four;  // each lane holds the four weights of one output
          memcpy(&four, weights + input * KERNELS_BLOCK + 4 * part, sizeof four);
          total += (four << 24 >> 24) * own[input] + (four << 16 >> 24) * own[input + 1] +
                   (four << 8 >> 24) * own[input + 2] + (four >> 24) * own[input + 3];
        }
        memcpy(sums + part, &total, sizeof total);
      }
      const size_t count = matrix->outputs - first < KERNELS_BLOCK ? matrix->outputs - first : KERNELS_BLOCK;
      for (size_t output = 0; output < count; output++) {
        float sum = (float)(sums[output] - 128 * matrix->sums[first + output]);
        sum = sum * (scales[row] * matrix->scales[first + output]);
        results[row * stride + first + output] = matrix->bias ? sum + matrix->bias[first + output] : sum;
      }
    }
}

const kernels_table kernels_baseline = {"baseline", quantise, linear, linear_float, add_and_normalise, gelu, exponentials, attend};
