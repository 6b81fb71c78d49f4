// The functions of one instruction set; kernels.c chooses among them.
#ifndef KG_KERNELS_H
#define KG_KERNELS_H

#include "CKernels.h"

// For loops over sums that are to stay in registers.
#define UNROLL _Pragma("clang loop unroll(full)")

typedef struct {
  const char *name;
  void (*quantise)(const float *, size_t, size_t, size_t, uint8_t *, float *);
  void (*linear)(const kernels_matrix *, const uint8_t *, const float *, size_t, float *, size_t);
  void (*linear_float)(const kernels_float_matrix *, const float *, size_t, size_t, float *, size_t);
  void (*add_and_normalise)(float *, const float *, size_t, size_t, const float *, const float *);
  void (*gelu)(float *, size_t);
  void (*exponentials)(float *, size_t);
  void (*attend)(const float *, size_t, size_t, float *, float *);
} kernels_table;

extern const kernels_table kernels_baseline;
#if defined(__x86_64__)
extern const kernels_table kernels_avx2;
extern const kernels_table kernels_avx512;
#endif

#endif
