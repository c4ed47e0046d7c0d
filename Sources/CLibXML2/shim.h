// What Reading uses of libxml2, and the C library's converter of character sets.
#include <iconv.h>
// Debian builds libxml2 with ICU, whose headers clash with those inside Swift's Foundation. Without the macro they
// stay out; only the private tail of a structure that is never made here depends on it.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>

/// `xmlFree` is a variable that holds a function, which Swift's concurrency checks do not let through.
static inline void annals_xml_free(void *memory) { xmlFree(memory); }
