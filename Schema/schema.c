#include "CSchema.h"

// Each file once: as bytes below, and as a row of the table after them.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char migration_1[] = {
#embed "migrations/001-graph.sql"
};
static const unsigned char relations[] = {
#embed "relations.tsv"
};
static const unsigned char aliases[] = {
#embed "aliases.tsv"
};
static const unsigned char places[] = {
#embed "places.tsv"
};
static const unsigned char words[] = {
#embed "words.tsv"
};
static const unsigned char times[] = {
#embed "times.tsv"
};
static const unsigned char frames[] = {
#embed "first.frames"
};
static const unsigned char folding[] = {
#embed "folding.tsv"
};

static const cschema_file files[] = {
  {"migrations/001-graph.sql", migration_1, sizeof migration_1},
  {"relations.tsv", relations, sizeof relations},
  {"aliases.tsv", aliases, sizeof aliases},
  {"places.tsv", places, sizeof places},
  {"words.tsv", words, sizeof words},
  {"times.tsv", times, sizeof times},
  {"first.frames", frames, sizeof frames},
  {"folding.tsv", folding, sizeof folding},
};

size_t cschema_file_count(void) { return sizeof files / sizeof files[0]; }

const cschema_file *cschema_file_at(size_t index) { return &files[index]; }
