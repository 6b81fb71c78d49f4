#ifndef KG_CSCHEMA_H
#define KG_CSCHEMA_H

#include <stddef.h>

/// A file of the Schema folder, embedded in the binary.
typedef struct {
  const char *path;
  const unsigned char *bytes;
  size_t count;
} cschema_file;

/// The number of embedded files.
size_t cschema_file_count(void);

/// The embedded file at `index`, from 0; files stand in the order in which schema.c lists them.
const cschema_file *cschema_file_at(size_t index);

#endif
