/* input.h - the bytes of one file and the places in them.
 * Whatever its format, a file is checked here first: UTF-8, no NUL byte, and none of the invisible characters
 * that make a text say something else than it shows. */
#ifndef GAZETTE_READ_INPUT_H
#define GAZETTE_READ_INPUT_H
#include "base/place.h"
#include "read/faults.h"

#define GAZ_BYTE_ORDER_MARK "\xEF\xBB\xBF" /* what a text in UTF-8 may begin with */

/* No file of a data folder is larger [bytes]: a table of a million rows isn't. */
#define GAZ_LARGEST_FILE ((size_t)512 << 20)

typedef struct {
    const char *file; /* for places; lent, outlives the input */
    const char *text; /* what follows the byte order mark, if there is one; a NUL stands after its end */
    size_t length;    /* [bytes] of text */
    bool clean;       /* no forbidden character was found; set by gaz_input_check() */
    char *bytes;      /* the input's own */
    /* Where the last call of gaz_input_place() left off. */
    size_t offset;
    unsigned line, column;
    size_t walked; /* [bytes] passed over by all its calls: the tests judge growth by it */
} GazInput;

/* Reads the file at `path`, to be named `file` in messages. False with `error` set where it can't be read
 * (G_FILE_ERROR_NOENT: there is none). A file that is too large isn't read: gaz_input_check(), which comes
 * before anything else, refuses it. gaz_input_clear() in any case. */
bool gaz_input_load(GazInput *input, const char *path, const char *file, GError **error);

/* The same with bytes at hand; copies them. */
void gaz_input_init(GazInput *input, const char *file, const void *bytes, size_t length);
void gaz_input_clear(GazInput *input);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(GazInput, gaz_input_clear)

/* Whether the bytes are text: not too many, UTF-8 without NUL bytes. The first that isn't becomes a fault.
 * Forbidden characters become faults too, but the text can still be read (`clean` is false then). */
bool gaz_input_check(GazInput *input, GazReport *report);

/* Line and column, in characters, of the byte at `offset` (length: the end). A line ends with LF, CR LF or
 * CR. Each call goes on from the last one, so that asking in ascending order costs no more than one walk
 * through the text. */
GazPlace gaz_input_place(GazInput *input, size_t offset);

/* The first forbidden character of `text` (UTF-8), none of which is to be seen: C0 and C1 controls but tab
 * and line ends; line and paragraph separators (U+2028, U+2029); marks of direction (U+061C, U+200E, U+200F,
 * U+202A to U+202E, U+2066 to U+2069); marks of a break, of a join or of none (U+00AD, U+200B to U+200D,
 * U+2060 to U+2065, a byte order mark that isn't one: U+FEFF); fillers (U+115F, U+1160, U+17B4, U+17B5,
 * U+180B to U+180F, U+3164, U+FFA0); what annotates (U+206A to U+206F, U+FFF9 to U+FFFB, U+E0000 to U+E007F).
 * Lent; NULL: none. */
const char *gaz_forbidden_character(const char *text);

#endif
