#include "CSQLite.h"

static const char schema[] = {
#embed "../../schema.sql"
    , 0};

const char *annals_schema(void) { return schema; }
