// The float kernels, written once over vectors of 16 floats; each instruction set compiles them to its own width.
// The including file sets the target. Sums run over 16 lanes that are added up in one fixed order.
#pragma STDC FP_CONTRACT OFF
#pragma clang diagnostic ignored "-Wpsabi"

#include <math.h>
#include <string.h>

typedef float lanes __attribute__((vector_size(64)));
typedef int32_t integer_lanes __attribute__((vector_size(64)));

#define LANES 16
#define INLINE static inline __attribute__((always_inline))

INLINE lanes load(const float *source) {
  lanes result;
  memcpy(&result, source, sizeof result);
  return result;
}

INLINE void store(float *target, lanes value) { memcpy(target, &value, sizeof value); }

INLINE lanes all(float value) { return (lanes){0} + value; }

INLINE lanes chosen(integer_lanes mask, lanes yes, lanes no) {
  return (lanes)(((integer_lanes)yes & mask) | ((integer_lanes)no & ~mask));
}

INLINE float sum_of(lanes value) {
  float parts[LANES];
  memcpy(parts, &value, sizeof value);
  for (int width = LANES / 2; width > 0; width /= 2)
    for (int lane = 0; lane < width; lane++) parts[lane] += parts[lane + width];
  return parts[0];
}

INLINE float greatest_of(lanes value) {
  float parts[LANES];
  memcpy(parts, &value, sizeof value);
  float result = parts[0];
  for (int lane = 1; lane < LANES; lane++) result = parts[lane] > result ? parts[lane] : result;
  return result;
}

INLINE lanes greater(lanes a, lanes b) { return chosen(a > b, a, b); }
INLINE lanes smaller(lanes a, lanes b) { return chosen(a < b, a, b); }

/// e to the power of each lane, for lanes up to 0; a polynomial of degree 6 on [-ln 2 / 2, ln 2 / 2], relative error below 3e-7.
INLINE lanes exponential(lanes value) {
  value = greater(value, all(-87.0f));
  const lanes magic = all(12582912.0f);  // 1.5 × 2^23: adding it rounds to an integer
  lanes shifted = value * 1.44269504f + magic;
  lanes whole = shifted - magic;
  lanes rest = value - whole * 0.693359375f;
  rest = rest - whole * -2.12194440e-4f;
  lanes result = all(1.0f / 720);
  result = result * rest + 1.0f / 120;
  result = result * rest + 1.0f / 24;
  result = result * rest + 1.0f / 6;
  result = result * rest + 0.5f;
  result = result * rest + 1.0f;
  result = result * rest + 1.0f;
  integer_lanes exponent = ((integer_lanes)shifted - (integer_lanes)magic) << 23;
  return (lanes)((integer_lanes)result + exponent);
}

/// erf as x · P(x²) / Q(x²) for |x| < 4, beyond which it is 1 to float precision; absolute error below 5e-7.
INLINE lanes error_function(lanes value) {
  value = smaller(greater(value, all(-4.0f)), all(4.0f));
  lanes square = value * value;
  lanes above = all(-2.72614225801306e-10f);
  above = above * square + 2.77068142495902e-08f;
  above = above * square + -2.10102402082508e-06f;
  above = above * square + -5.69250639462346e-05f;
  above = above * square + -7.34990630326855e-04f;
  above = above * square + -2.95459980854025e-03f;
  above = above * square + -1.60960333262415e-02f;
  lanes below = all(-1.45660718464996e-05f);
  below = below * square + -2.13374055278905e-04f;
  below = below * square + -1.68282697438203e-03f;
  below = below * square + -7.37332916720468e-03f;
  below = below * square + -1.42647390514189e-02f;
  return value * above / below;
}

static void quantise(
  const float *values, size_t rows, size_t columns, size_t stride, uint8_t *steps, float *scales) {
  for (size_t row = 0; row < rows; row++) {
    const float *source = values + row * stride;
    uint8_t *target = steps + row * columns;
    lanes greatest = all(1e-8f);
    size_t column = 0;
    for (; column + LANES <= columns; column += LANES) {
      lanes value = load(source + column);
      greatest = greater(greatest, greater(value, -value));
    }
    float bound = greatest_of(greatest);
    for (; column < columns; column++) bound = fabsf(source[column]) > bound ? fabsf(source[column]) : bound;
    float inverse = 127.0f / bound;
    scales[row] = bound / 127.0f;
    const lanes magic = all(12582912.0f);
    for (column = 0; column + LANES <= columns; column += LANES) {
      integer_lanes whole = (integer_lanes)(load(source + column) * inverse + magic) - (integer_lanes)magic + 128;
      typedef uint8_t byte_lanes __attribute__((vector_size(16)));
      byte_lanes bytes = __builtin_convertvector(whole, byte_lanes);
      memcpy(target + column, &bytes, sizeof bytes);
    }
    for (; column < columns; column++) {
      float shifted = source[column] * inverse + 12582912.0f;
      target[column] = (uint8_t)((int32_t)(shifted - 12582912.0f) + 128);
    }
  }
}

INLINE void linear_float_block(
  const kernels_float_matrix *matrix, size_t first, const float *values, size_t value_stride, float *results,
  size_t stride, const size_t height, const size_t width) {
  lanes sums[4][4];
  UNROLL
  for (size_t row = 0; row < height; row++)
    UNROLL
    for (size_t part = 0; part < width; part++)
      sums[row][part] = matrix->bias ? load(matrix->bias + first + part * LANES) : all(0);
  for (size_t input = 0; input < matrix->inputs; input++) {
    lanes weights[4];
    UNROLL
    for (size_t part = 0; part < width; part++)
      weights[part] = load(matrix->values + input * matrix->stride + first + part * LANES);
    UNROLL
    for (size_t row = 0; row < height; row++) {
      lanes value = all(values[row * value_stride + input]);
      UNROLL
      for (size_t part = 0; part < width; part++) sums[row][part] += value * weights[part];
    }
  }
  UNROLL
  for (size_t row = 0; row < height; row++)
    UNROLL
    for (size_t part = 0; part < width; part++)
      store(results + row * stride + first + part * LANES, sums[row][part]);
}

INLINE void linear_float_rows(
  const kernels_float_matrix *matrix, size_t first, const float *values, size_t rows, size_t value_stride,
  float *results, size_t stride, const size_t width) {
  size_t row = 0;
  for (; row + 4 <= rows; row += 4)
    linear_float_block(
      matrix, first, values + row * value_stride, value_stride, results + row * stride, stride, 4, width);
  for (; row < rows; row++)
    linear_float_block(
      matrix, first, values + row * value_stride, value_stride, results + row * stride, stride, 1, width);
}

static void linear_float(
  const kernels_float_matrix *matrix, const float *values, size_t rows, size_t value_stride, float *results,
  size_t stride) {
  size_t first = 0;
  for (; first + 4 * LANES <= matrix->outputs; first += 4 * LANES)
    linear_float_rows(matrix, first, values, rows, value_stride, results, stride, 4);
  for (; first + LANES <= matrix->outputs; first += LANES)
    linear_float_rows(matrix, first, values, rows, value_stride, results, stride, 1);
  for (; first < matrix->outputs; first++)
    for (size_t row = 0; row < rows; row++) {
      float sum = matrix->bias ? matrix->bias[first] : 0;
      for (size_t input = 0; input < matrix->inputs; input++)
        sum += values[row * value_stride + input] * matrix->values[input * matrix->stride + first];
      results[row * stride + first] = sum;
    }
}

static void add_and_normalise(
  float *values, const float *added, size_t rows, size_t columns, const float *weight, const float *bias) {
  for (size_t row = 0; row < rows; row++) {
    float *target = values + row * columns;
    const float *other = added ? added + row * columns : 0;
    lanes total = all(0);
    for (size_t column = 0; column < columns; column += LANES) {
      lanes value = load(target + column);
      if (other) value += load(other + column);
      store(target + column, value);
      total += value;
    }
    float mean = sum_of(total) / (float)columns;
    lanes squares = all(0);
    for (size_t column = 0; column < columns; column += LANES) {
      lanes value = load(target + column) - mean;
      squares += value * value;
    }
    float factor = 1.0f / sqrtf(sum_of(squares) / (float)columns + 1e-12f);
    for (size_t column = 0; column < columns; column += LANES) {
      lanes value = (load(target + column) - mean) * factor;
      store(target + column, value * load(weight + column) + load(bias + column));
    }
  }
}

INLINE lanes gelu_of(lanes value) { return 0.5f * value * (1.0f + error_function(value * 0.70710678f)); }

static void gelu(float *values, size_t count) {
  size_t index = 0;
  for (; index + LANES <= count; index += LANES) store(values + index, gelu_of(load(values + index)));
  if (index < count) {
    float rest[LANES] = {0};
    memcpy(rest, values + index, (count - index) * sizeof(float));
    store(rest, gelu_of(load(rest)));
    memcpy(values + index, rest, (count - index) * sizeof(float));
  }
}

static void exponentials(float *values, size_t count) {
  size_t index = 0;
  for (; index + LANES <= count; index += LANES) store(values + index, exponential(load(values + index)));
  if (index < count) {
    float rest[LANES] = {0};
    memcpy(rest, values + index, (count - index) * sizeof(float));
    store(rest, exponential(load(rest)));
    memcpy(values + index, rest, (count - index) * sizeof(float));
  }
}

#define HEAD 32

/// `height` queries of one head at once: their sums are independent, so that no addition waits for the one before.
INLINE void attend_block(
  const float *query, const float *keys, const float *value, size_t row_size, size_t length, size_t padded,
  float *weights, float *output, size_t columns, const size_t height) {
  float bounds[4], factors[4];
  UNROLL
  for (size_t row = 0; row < height; row++) bounds[row] = -INFINITY;
  for (size_t other = 0; other < padded; other += LANES) {
    lanes sums[4];
    UNROLL
    for (size_t row = 0; row < height; row++) sums[row] = all(0);
    for (size_t place = 0; place < HEAD; place++) {
      lanes key = load(keys + place * padded + other);
      UNROLL
      for (size_t row = 0; row < height; row++) sums[row] += all(query[row * row_size + place]) * key;
    }
    UNROLL
    for (size_t row = 0; row < height; row++) {
      lanes sum = sums[row] * 0.17677669f;  // 1 / √32
      if (other + LANES > length) {
        integer_lanes number = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
        sum = chosen(number < (int32_t)(length - other), sum, all(-INFINITY));
      }
      store(weights + row * padded + other, sum);
    }
  }
  UNROLL
  for (size_t row = 0; row < height; row++) {
    float *own = weights + row * padded;
    lanes greatest = load(own);
    for (size_t other = LANES; other < padded; other += LANES) greatest = greater(greatest, load(own + other));
    bounds[row] = greatest_of(greatest);
    lanes total = all(0);
    for (size_t other = 0; other < padded; other += LANES) {
      lanes raw = load(own + other);
      lanes weight = chosen(raw == -INFINITY, all(0), exponential(raw - bounds[row]));
      store(own + other, weight);
      total += weight;
    }
    factors[row] = 1.0f / sum_of(total);
  }
  lanes low[4], high[4];
  UNROLL
  for (size_t row = 0; row < height; row++) low[row] = high[row] = all(0);
  for (size_t other = 0; other < length; other++) {
    lanes first = load(value + other * row_size), second = load(value + other * row_size + LANES);
    UNROLL
    for (size_t row = 0; row < height; row++) {
      lanes weight = all(weights[row * padded + other]);
      low[row] += weight * first;
      high[row] += weight * second;
    }
  }
  UNROLL
  for (size_t row = 0; row < height; row++) {
    store(output + row * columns, low[row] * factors[row]);
    store(output + row * columns + LANES, high[row] * factors[row]);
  }
}

static void attend(const float *input, size_t length, size_t heads, float *output, float *scratch) {
  const size_t columns = heads * HEAD, row_size = 3 * columns;
  const size_t padded = (length + LANES - 1) / LANES * LANES;
  float *keys = scratch, *weights = scratch + HEAD * padded;
  memset(keys, 0, HEAD * padded * sizeof(float));
  for (size_t head = 0; head < heads; head++) {
    const float *query = input + head * HEAD, *key = query + columns, *value = key + columns;
    for (size_t at = 0; at < length; at++)
      for (size_t place = 0; place < HEAD; place++) keys[place * padded + at] = key[at * row_size + place];
    size_t at = 0;
    for (; at + 4 <= length; at += 4)
      attend_block(
        query + at * row_size, keys, value, row_size, length, padded, weights, output + at * columns + head * HEAD,
        columns, 4);
    for (; at < length; at++)
      attend_block(
        query + at * row_size, keys, value, row_size, length, padded, weights, output + at * columns + head * HEAD,
        columns, 1);
  }
}
