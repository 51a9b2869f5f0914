/* pdf_tags.h - the structure tree of a PDF read back through qpdf, as a screen reader meets it. */
#ifndef GAZETTE_TESTS_PDF_TAGS_H
#define GAZETTE_TESTS_PDF_TAGS_H
#include <glib.h>
#include <stdbool.h>

typedef struct {
    char name[16];
    int depth;
    int parent;                                /* its number in the list; -1: none */
    char *language;                            /* in force: its own, or that of what it stands in */
    char *alternative, *id, *scope, *contents; /* NULL: none */
    char *headers;                             /* ids, blanks between; NULL: none */
    int span;                                  /* columns */
    bool has_box, leaf;                        /* leaf: it has marked content */
    unsigned first_page, last_page;            /* objects of the pages that its own pieces lie on; 0: none */
} Tag;

/* A piece of text and the number of the element that says it itself. */
typedef struct {
    unsigned tag;
    char *text;
} Said;

/* Every element in reading order. Yours: g_array_unref(), of Tag. */
GArray *read_tags(const char *path);

/* The same, and every piece of text in reading order: yours: g_array_unref(), of Said. */
GArray *read_said(const char *path, GArray **said);

static inline const Tag *tag_at(const GArray *tags, unsigned at)
{
    return &g_array_index(tags, Tag, at);
}

/* The n-th element of this name, n from 0; NULL: none. */
const Tag *find_tag(const GArray *tags, const char *name, unsigned n);
unsigned count_tags(const GArray *tags, const char *name);

/* Whether `at` stands somewhere in an element of this name. */
bool stands_in(const GArray *tags, unsigned at, const char *name);

#endif
