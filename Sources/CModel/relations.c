#include "CModel.h"

__asm__(
  ".pushsection .rodata\n"
  ".balign 64\n"
  ".globl kg_cmodel_relations\n"
  ".hidden kg_cmodel_relations\n"
  "kg_cmodel_relations:\n"
  ".incbin \"relations.safetensors\"\n"
  ".globl kg_cmodel_relations_end\n"
  ".hidden kg_cmodel_relations_end\n"
  "kg_cmodel_relations_end:\n"
  ".byte 0\n"
  ".popsection\n");

extern const unsigned char kg_cmodel_relations[], kg_cmodel_relations_end[];

const unsigned char *cmodel_relations(size_t *count) {
  *count = (size_t)(kg_cmodel_relations_end - kg_cmodel_relations);
  return kg_cmodel_relations;
}
