#ifndef KG_CSQLITE_SHIM_H
#define KG_CSQLITE_SHIM_H

#include <sqlite3.h>

// What Swift cannot call: variadic functions and macros that cast pointers.

/// Makes "a word in double quotes" an identifier only, so that a misspelt column is an error and not a string.
static inline int csqlite_forbid_double_quoted_strings(sqlite3 *connection) {
  int status = sqlite3_db_config(connection, SQLITE_DBCONFIG_DQS_DML, 0, (int *)0);
  if (status != SQLITE_OK) return status;
  return sqlite3_db_config(connection, SQLITE_DBCONFIG_DQS_DDL, 0, (int *)0);
}

/// Refuses what a crafted database file could do through its own schema.
static inline int csqlite_distrust_schema(sqlite3 *connection) {
  int status = sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0);
  if (status != SQLITE_OK) return status;
  return sqlite3_db_config(connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, (int *)0);
}

static inline int csqlite_bind_text(sqlite3_stmt *statement, int index, const void *bytes, sqlite3_uint64 count) {
  return sqlite3_bind_text64(statement, index, (const char *)bytes, count, SQLITE_TRANSIENT, SQLITE_UTF8);
}

static inline int csqlite_bind_blob(sqlite3_stmt *statement, int index, const void *bytes, sqlite3_uint64 count) {
  return sqlite3_bind_blob64(statement, index, bytes, count, SQLITE_TRANSIENT);
}

#endif
