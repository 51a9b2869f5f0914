/* table_xml.h - a table as XML: element table, in it an element row each, in it an element for each cell that
 * holds something, named as its column. */
#ifndef GAZETTE_SITE_TABLE_XML_H
#define GAZETTE_SITE_TABLE_XML_H
#include "model/data.h"

/* Yours: g_string_free(). */
GString *gaz_table_xml_write(const GazTable *table, const GPtrArray *rows, GazDate as_of);

#endif
