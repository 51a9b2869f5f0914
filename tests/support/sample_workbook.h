/* sample_workbook.h - workbooks made part by part, for tests of what is in them and of what is wrong with
 * them. */
#ifndef GAZETTE_TESTS_SAMPLE_WORKBOOK_H
#define GAZETTE_TESTS_SAMPLE_WORKBOOK_H
#include <glib.h>
#include <zip.h>

/* A part that stands in place of the usual one, or beside them; name NULL: the end of a list; text NULL: the
 * part is left out. */
typedef struct {
    const char *name, *text;
} SamplePart;

/* A workbook of one sheet, "清单", whose part is <worksheet>`rows`</worksheet>; `parts` may be NULL. Styles:
 * 0 a number, 1 yyyy-mm-dd, 2 yyyy"年"m"月"d"日" h"时", 3 h:mm, 4 0.0%, 5 text. Shared strings: 0 "水泥", 1
 * "熟料" in two runs with a reading aid, 2 "a" CR LF "b", 3 "" . Yours: g_bytes_unref(). */
GBytes *sample_workbook(const char *rows, const SamplePart *parts);

/* Ends both `zip` and `memory`, which it was opened on and which was kept; gives the file. Yours:
 * g_bytes_unref(). */
GBytes *sample_zip_bytes(zip_t *zip, zip_source_t *memory);

#endif
