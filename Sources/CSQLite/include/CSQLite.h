#pragma once
#include <sqlite3.h>

/// The text of `schema.sql`, compiled in, ending in a zero byte.
extern const char *annals_schema(void);
