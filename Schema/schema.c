#include "CSchema.h"

// Each file once: as bytes below, and as a row of the table after them.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char migration_1[] = {
#embed "migrations/001-graph.sql"
};
static const unsigned char migration_2[] = {
#embed "migrations/002-origin.sql"
};
static const unsigned char migration_3[] = {
#embed "migrations/003-views.sql"
};
static const unsigned char migration_6[] = {
#embed "migrations/006-search.sql"
};
static const unsigned char migration_7[] = {
#embed "migrations/007-changes.sql"
};
static const unsigned char migration_8[] = {
#embed "migrations/008-more-views.sql"
};
static const unsigned char migration_9[] = {
#embed "migrations/009-lists.sql"
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
static const unsigned char classes[] = {
#embed "classes.tsv"
};
static const unsigned char frames_people[] = {
#embed "frames/people.frames"
};
static const unsigned char frames_organizations[] = {
#embed "frames/organizations.frames"
};
static const unsigned char frames_places[] = {
#embed "frames/places.frames"
};
static const unsigned char frames_politics[] = {
#embed "frames/politics.frames"
};
static const unsigned char frames_conflict[] = {
#embed "frames/conflict.frames"
};
static const unsigned char factuality[] = {
#embed "factuality.tsv"
};
static const unsigned char regions[] = {
#embed "regions.tsv"
};
static const unsigned char given_names[] = {
#embed "given-names.tsv"
};
static const unsigned char times[] = {
#embed "times.tsv"
};
static const unsigned char pronouns[] = {
#embed "pronouns.tsv"
};
static const unsigned char offices[] = {
#embed "offices.tsv"
};
static const unsigned char one_valued[] = {
#embed "one-valued.tsv"
};
static const unsigned char layout[] = {
#embed "layout.tsv"
};
static const unsigned char folding[] = {
#embed "folding.tsv"
};
static const unsigned char migration_4[] = {
#embed "migrations/004-documents.sql"
};
static const unsigned char languages[] = {
#embed "languages.tsv"
};
static const unsigned char document_words[] = {
#embed "document-words.tsv"
};

static const unsigned char migration_5[] = {
#embed "migrations/005-identity.sql"
};

static const unsigned char identity[] = {
#embed "identity.tsv"
};

static const unsigned char romanisation[] = {
#embed "romanisation.tsv"
};

static const cschema_file files[] = {
  {"migrations/001-graph.sql", migration_1, sizeof migration_1},
  {"migrations/002-origin.sql", migration_2, sizeof migration_2},
  {"migrations/003-views.sql", migration_3, sizeof migration_3},
  {"migrations/004-documents.sql", migration_4, sizeof migration_4},
  {"migrations/005-identity.sql", migration_5, sizeof migration_5},
  {"migrations/006-search.sql", migration_6, sizeof migration_6},
  {"migrations/007-changes.sql", migration_7, sizeof migration_7},
  {"migrations/008-more-views.sql", migration_8, sizeof migration_8},
  {"migrations/009-lists.sql", migration_9, sizeof migration_9},
  {"identity.tsv", identity, sizeof identity},
  {"romanisation.tsv", romanisation, sizeof romanisation},
  {"relations.tsv", relations, sizeof relations},
  {"aliases.tsv", aliases, sizeof aliases},
  {"places.tsv", places, sizeof places},
  {"words.tsv", words, sizeof words},
  {"classes.tsv", classes, sizeof classes},
  {"frames/people.frames", frames_people, sizeof frames_people},
  {"frames/organizations.frames", frames_organizations, sizeof frames_organizations},
  {"frames/places.frames", frames_places, sizeof frames_places},
  {"frames/politics.frames", frames_politics, sizeof frames_politics},
  {"frames/conflict.frames", frames_conflict, sizeof frames_conflict},
  {"factuality.tsv", factuality, sizeof factuality},
  {"regions.tsv", regions, sizeof regions},
  {"given-names.tsv", given_names, sizeof given_names},
  {"times.tsv", times, sizeof times},
  {"pronouns.tsv", pronouns, sizeof pronouns},
  {"offices.tsv", offices, sizeof offices},
  {"one-valued.tsv", one_valued, sizeof one_valued},
  {"layout.tsv", layout, sizeof layout},
  {"folding.tsv", folding, sizeof folding},
  {"languages.tsv", languages, sizeof languages},
  {"document-words.tsv", document_words, sizeof document_words},
};

size_t cschema_file_count(void) { return sizeof files / sizeof files[0]; }

const cschema_file *cschema_file_at(size_t index) { return &files[index]; }
