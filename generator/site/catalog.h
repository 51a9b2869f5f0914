/* catalog.h - the open data described for machines: DCAT and schema.org as JSON-LD. */
#ifndef GAZETTE_SITE_CATALOG_H
#define GAZETTE_SITE_CATALOG_H
#include "site/run.h"

typedef enum { GAZ_FORMAT_CSV, GAZ_FORMAT_XLSX, GAZ_FORMAT_JSON, GAZ_FORMAT_XML, GAZ_FORMATS } GazFormat;
extern const char *const gaz_format_names[GAZ_FORMATS]; /* "csv": also the files' ending */

/* A table with how many rows its files have, and their sizes. */
typedef struct {
    const GazTable *table;
    size_t rows, bytes[GAZ_FORMATS];
} GazTableFiles;

/* "data/lines.csv". Yours: g_free(). */
char *gaz_table_path(const GazTable *table, GazFormat format);

/* A DataCatalog with a Dataset a table (of GazTableFiles) and its distributions; addresses are full where the
 * site's own is known. Yours: g_string_free(). */
GString *gaz_catalog_write(const GazSiteRun *run, GazLanguage language, const GArray *tables);

#endif
