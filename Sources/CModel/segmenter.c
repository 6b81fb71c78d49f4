#include "CModel.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char segmenter[] = {
#embed "segmenter.weights"
};

const unsigned char *cmodel_segmenter(size_t *count) {
  *count = sizeof segmenter;
  return segmenter;
}
