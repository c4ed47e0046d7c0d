#include "CSQLite.h"

static const char schema[] = {
#embed "../../schema.sql"
    , 0};

static const char migration_1[] = {
#embed "migrations/1.sql"
    , 0};

static const char migration_2[] = {
#embed "migrations/2.sql"
    , 0};

const char *annals_schema(void) { return schema; }

const char *annals_migration(int version) {
    switch (version) {
    case 1: return migration_1;
    case 2: return migration_2;
    default: return (const char *)0;
    }
}
