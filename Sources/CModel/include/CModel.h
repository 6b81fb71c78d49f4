#ifndef KG_CMODEL_H
#define KG_CMODEL_H

#include <stddef.h>

/// The weights of the segmenter, embedded in the binary; `count` becomes their number of bytes.
const unsigned char *cmodel_segmenter(size_t *count);

#endif
