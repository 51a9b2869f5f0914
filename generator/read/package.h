/* package.h - the zip file that a workbook is, its parts read as XML one node after the other. What is sent
 * to a public office can be anything: a part is never held in memory as a whole, and a package that would
 * unpack to more than a table can be is refused before, and again while, it is read. */
#ifndef GAZETTE_READ_PACKAGE_H
#define GAZETTE_READ_PACKAGE_H
#include "read/faults.h"
#include "read/input.h"
#include <libxml/xmlreader.h>

typedef struct GazPackage GazPackage;

/* Opens the zip file at `path`, to be called `file` in messages. NULL with a fault where it is none (locked
 * with a password, of the format before 2007, broken, a bomb), or with `error` set where it can't be read.
 * `file` and `report` must outlive it. Yours: gaz_package_free(). */
GazPackage *gaz_package_open(const char *path, const char *file, GazReport *report, GError **error);
void gaz_package_free(GazPackage *package);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(GazPackage, gaz_package_free)

/* Adds the fault that the package is broken, `what` (a part, or what is wrong with it): once a package. */
void gaz_package_break(GazPackage *package, const char *what);
/* The same for one with more text in its cells than GAZ_LARGEST_FILE. */
void gaz_package_overflow(GazPackage *package);
bool gaz_package_is_broken(const GazPackage *package);

bool gaz_package_has(const GazPackage *package, const char *part);

typedef struct GazPart GazPart;

/* Opens a part ("xl/workbook.xml"). NULL, with a fault, where it isn't there. Yours: gaz_part_free(), before
 * the package is freed. */
GazPart *gaz_part_open(GazPackage *package, const char *part);
void gaz_part_free(GazPart *part);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(GazPart, gaz_part_free)

typedef enum {
    GAZ_PART_START, /* of an element; gaz_part_is_empty(): no end follows */
    GAZ_PART_END,
    GAZ_PART_TEXT,
    GAZ_PART_DONE /* the part has ended, or is broken: that is told */
} GazPartEvent;

/* The next of these, others left out. */
GazPartEvent gaz_part_next(GazPart *part);

/* Of the element that started or ended: its name without prefix; lent. Whether it is called so. */
const char *gaz_part_name(const GazPart *part);
bool gaz_part_is(const GazPart *part, const char *name);
bool gaz_part_is_empty(const GazPart *part);

/* Passes over what stands in the element that started, up to its end. */
void gaz_part_skip(GazPart *part);

/* The text; lent until the next event. */
const char *gaz_part_text(const GazPart *part);

/* Copies the attribute of this local name; `prefixed`: that with a namespace (r:id beside id). NULL: none.
 * Yours: g_free(). */
char *gaz_part_attribute(const GazPart *part, const char *name, bool prefixed);

/* The same, lent until the next event, of an attribute whose value holds no entities. NULL: none, or empty.
 */
const char *gaz_part_peek(const GazPart *part, const char *name);

/* The same as a whole number from 0 up; `otherwise` where there is none. What is no such number breaks the
 * package: a place or a style taken for another would be a wrong value without a word. */
guint64 gaz_part_number(const GazPart *part, const char *name, guint64 otherwise);

/* Whether the attribute says yes (1, true). */
bool gaz_part_flag(const GazPart *part, const char *name);

/* Looks at every element of a part without making nodes of it, several times as fast: `look` is given its
 * local name and libxml2's attributes (five pointers each). False, with a fault, where it is broken. */
typedef void (*GazPartLook)(const char *name, int count, const xmlChar **attributes, void *data);
bool gaz_part_survey(GazPackage *package, const char *part, GazPartLook look, void *data);

#endif
