#pragma once
#include <sqlite3.h>
#include <stdbool.h>

/// The text of `schema.sql`, compiled in, ending in a zero byte.
extern const char *annals_schema(void);

/// The script that moves the rows of a store of this version to the present one, ending in a zero byte; null if there is
/// none. What it expects is written at its top.
extern const char *annals_migration(int version);

/// `SQLITE_TRANSIENT`, a cast that Swift cannot import: SQLite copies the bytes before the call returns.
static inline sqlite3_destructor_type annals_transient(void) { return SQLITE_TRANSIENT; }

/// Settings of the library for the whole process, before the first connection is opened. Returns a result code;
/// `SQLITE_MISUSE` if somebody has used the library already, which does no harm.
extern int annals_configure(void);

/// Sets a connection up for files that somebody else may have made: extended result codes, no trust in functions that
/// a schema calls, no writing to shadow tables, and `"text"` means a column and nothing else. (`sqlite3_db_config` is
/// variadic, which Swift cannot call.)
/// Returns a result code.
extern int annals_harden(sqlite3 *connection);

/// The symbolic name of a primary or extended result code, `SQLITE_BUSY_SNAPSHOT`; `SQLITE_UNKNOWN` for any other number.
extern const char *annals_code_name(int code);
