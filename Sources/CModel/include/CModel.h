#ifndef KG_CMODEL_H
#define KG_CMODEL_H

#include <stddef.h>

/// The trained reading model, a safetensors file, as part of the binary; its pages are read only when they are used.
const unsigned char *cmodel_english(size_t *count);

/// The trained relation head over that model's encoder, a safetensors file, as part of the binary.
const unsigned char *cmodel_relations(size_t *count);

/// The trained judge of claims, a safetensors file, as part of the binary.
const unsigned char *cmodel_judge(size_t *count);

/// The weights of the segmenter, embedded in the binary; `count` becomes their number of bytes.
const unsigned char *cmodel_segmenter(size_t *count);

#endif
