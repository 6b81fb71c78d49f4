#include "CModel.h"

// The assembler takes the file in: 25 MB are too many for the compiler's #embed.
__asm__(
  ".pushsection .rodata\n"
  ".balign 64\n"
  ".globl kg_cmodel_english\n"
  ".hidden kg_cmodel_english\n"
  "kg_cmodel_english:\n"
  ".incbin \"kg-english.safetensors\"\n"
  ".globl kg_cmodel_english_end\n"
  ".hidden kg_cmodel_english_end\n"
  "kg_cmodel_english_end:\n"
  ".byte 0\n"
  ".popsection\n");

extern const unsigned char kg_cmodel_english[], kg_cmodel_english_end[];

const unsigned char *cmodel_english(size_t *count) {
  *count = (size_t)(kg_cmodel_english_end - kg_cmodel_english);
  return kg_cmodel_english;
}
