#ifndef KG_CSQLITE_SHIM_H
#define KG_CSQLITE_SHIM_H

#include <sqlite3.h>
#include <time.h>

// What Swift cannot call: variadic functions and macros that cast pointers.

/// Makes "a word in double quotes" an identifier only, so that a misspelt column is an error and not a string.
static inline int csqlite_forbid_double_quoted_strings(sqlite3 *connection) {
  int status = sqlite3_db_config(connection, SQLITE_DBCONFIG_DQS_DML, 0, (int *)0);
  if (status != SQLITE_OK) return status;
  return sqlite3_db_config(connection, SQLITE_DBCONFIG_DQS_DDL, 0, (int *)0);
}

/// Takes a file for data and not for code: SQL cannot corrupt it, views are not looked through, and unless asked for, triggers do not
/// run and what the schema says runs no function or virtual table with effects. (To SQLite, a full-text index in a trigger is one.)
static inline int csqlite_defend(sqlite3 *connection, int runs_triggers) {
  int status = sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0);
  if (status == SQLITE_OK) status = sqlite3_db_config(connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, runs_triggers, (int *)0);
  if (status == SQLITE_OK) status = sqlite3_db_config(connection, SQLITE_DBCONFIG_ENABLE_VIEW, 0, (int *)0);
  if (status == SQLITE_OK) {
    status = sqlite3_db_config(connection, SQLITE_DBCONFIG_ENABLE_TRIGGER, runs_triggers, (int *)0);
  }
  return status;
}

/// Lets SQL write to the tables behind a full-text index, or forbids it again.
static inline int csqlite_set_defensive(sqlite3 *connection, int is_defensive) {
  return sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, is_defensive, (int *)0);
}

static inline int csqlite_bind_text(sqlite3_stmt *statement, int index, const void *bytes, sqlite3_uint64 count) {
  return sqlite3_bind_text64(statement, index, (const char *)bytes, count, SQLITE_TRANSIENT, SQLITE_UTF8);
}

/// Binds without a copy: the bytes must stay where they are until the statement is reset.
static inline int csqlite_bind_text_in_place(sqlite3_stmt *statement, int index, const void *bytes,
                                             sqlite3_uint64 count) {
  return sqlite3_bind_text64(statement, index, (const char *)bytes, count, SQLITE_STATIC, SQLITE_UTF8);
}

static inline int csqlite_bind_blob(sqlite3_stmt *statement, int index, const void *bytes, sqlite3_uint64 count) {
  return sqlite3_bind_blob64(statement, index, bytes, count, SQLITE_TRANSIENT);
}

static inline int csqlite_may_read(void *context, int action, const char *first, const char *second, const char *database,
                                   const char *view) {
  (void)context, (void)first, (void)database, (void)view;
  switch (action) {
    case SQLITE_SELECT:
    case SQLITE_READ:
    case SQLITE_RECURSIVE:
      return SQLITE_OK;
    case SQLITE_FUNCTION:
      return second && sqlite3_stricmp(second, "load_extension") == 0 ? SQLITE_DENY : SQLITE_OK;
    default:
      return SQLITE_DENY;
  }
}

static inline double csqlite_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

static inline int csqlite_is_late(void *deadline) { return csqlite_now() > *(double *)deadline; }

static inline void csqlite_hide_views(sqlite3 *connection) {
  sqlite3_db_config(connection, SQLITE_DBCONFIG_ENABLE_VIEW, 0, (int *)0);
}

/// From now on statements may only read, views are looked through, and each ends with an interrupt after `*deadline`, which has to live
/// as long as the connection.
static inline int csqlite_answer_questions(sqlite3 *connection, double *deadline, double seconds) {
  *deadline = csqlite_now() + seconds;
  int status = sqlite3_db_config(connection, SQLITE_DBCONFIG_ENABLE_VIEW, 1, (int *)0);
  if (status != SQLITE_OK) return status;
  sqlite3_progress_handler(connection, 1000, csqlite_is_late, deadline);
  return sqlite3_set_authorizer(connection, csqlite_may_read, 0);
}

#endif
