/* workbook_parts.h - what the parts of a workbook share; inside read/ only. */
#ifndef GAZETTE_READ_WORKBOOK_PARTS_H
#define GAZETTE_READ_WORKBOOK_PARTS_H
#include "read/number_format.h"
#include "read/package.h"
#include "read/workbook.h"

/* Shared strings, all in one text: none is longer than GAZ_LONGEST_FIELD. */
typedef struct {
    GString *text;   /* one behind the other, a NUL behind each */
    GArray *offsets; /* of gsize */
} GazSharedStrings;

struct GazWorkbook {
    GazPackage *package;
    GazReport *report;
    const char *file;
    GArray *sheets;   /* of GazSheet */
    GPtrArray *parts; /* of char *: each sheet's part */
    GazSharedStrings strings;
    GArray *formats; /* of GazNumberFormat: by the index of a cell's style */
    bool since_1904;
};

/* Appends the text inside the element `name` (is, si) that just started: that of its t elements, but not that
 * of rPh, the reading aid over East Asian text; _x000D_ is the character 000D. False where the part ends. */
bool gaz_part_append_rich_text(GazPart *part, const char *name, GString *text);

/* Appends with _xHHHH_ made characters. */
void gaz_append_unescaped(GString *to, const char *text, size_t length);

/* Reads them into a new workbook. False with a fault. */
bool gaz_shared_read(GazWorkbook *workbook, const char *part);
bool gaz_styles_read(GazWorkbook *workbook, const char *part);

/* The shared string of this index; NULL: none. Lent while the workbook lives. */
const char *gaz_shared_get(const GazSharedStrings *strings, guint64 index);

#endif
