#include "CModel.h"

// The assembler takes a file in (25 MB are too many for the compiler's #embed): cmodel_NAME gives its bytes.
#define EMBEDDED(name, file)                                     \
  __asm__(                                                       \
    ".pushsection .rodata\n"                                     \
    ".balign 64\n"                                               \
    ".globl kg_cmodel_" #name "\n"                               \
    ".hidden kg_cmodel_" #name "\n"                              \
    "kg_cmodel_" #name ":\n"                                     \
    ".incbin \"" file "\"\n"                                     \
    ".globl kg_cmodel_" #name "_end\n"                           \
    ".hidden kg_cmodel_" #name "_end\n"                          \
    "kg_cmodel_" #name "_end:\n"                                 \
    ".byte 0\n"                                                  \
    ".popsection\n");                                            \
  extern const unsigned char kg_cmodel_##name[], kg_cmodel_##name##_end[]; \
  const unsigned char *cmodel_##name(size_t *count) {            \
    *count = (size_t)(kg_cmodel_##name##_end - kg_cmodel_##name); \
    return kg_cmodel_##name;                                     \
  }
