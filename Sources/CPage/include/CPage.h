#ifndef KG_CPAGE_H
#define KG_CPAGE_H

#include <stddef.h>

/// A file of the page that `kg serve` shows, as part of the binary.
typedef struct {
  const char *name;
  const unsigned char *bytes;
  size_t count;
} cpage_file;

size_t cpage_file_count(void);

/// The file at an index, in the order in which the scripts have to run; NULL behind the last.
const cpage_file *cpage_file_at(size_t index);

#endif
