#include "CSQLite.h"

static const char schema[] = {
#embed "../../schema.sql"
    , 0};

static const char migration_1[] = {
#embed "migrations/1.sql"
    , 0};

const char *annals_schema(void) { return schema; }

const char *annals_migration(int version) { return version == 1 ? migration_1 : (const char *)0; }
