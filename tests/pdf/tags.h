/* tags.h - the structure tree of a PDF read back through qpdf, as a screen reader meets it. */
#ifndef GAZETTE_TESTS_PDF_TAGS_H
#define GAZETTE_TESTS_PDF_TAGS_H
#include <check.h>
#include <glib.h>
#include <qpdf/qpdf-c.h>
#include <stdbool.h>
#include <string.h>

typedef struct {
    char name[16];
    int depth;
    int parent;                                /* its number in the list; -1: none */
    char *language;                            /* in force: its own, or that of what it stands in */
    char *alternative, *id, *scope, *contents; /* NULL: none */
    char *headers;                             /* ids, blanks between; NULL: none */
    int span;                                  /* columns */
    bool has_box, leaf;                        /* leaf: it has marked content */
} Tag;

static inline void clear_tag(void *data)
{
    Tag *tag = data;

    g_free(tag->language);
    g_free(tag->alternative);
    g_free(tag->id);
    g_free(tag->scope);
    g_free(tag->contents);
    g_free(tag->headers);
}

static inline char *tag_string(qpdf_data pdf, qpdf_oh object, const char *key)
{
    qpdf_oh value = qpdf_oh_has_key(pdf, object, key) ? qpdf_oh_get_key(pdf, object, key) : 0;

    if (value == 0)
        return NULL;
    if (qpdf_oh_is_name(pdf, value))
        return g_strdup(qpdf_oh_get_name(pdf, value) + 1);
    return qpdf_oh_is_string(pdf, value) ? g_strdup(qpdf_oh_get_utf8_value(pdf, value)) : NULL;
}

static inline void read_attributes(qpdf_data pdf, qpdf_oh attributes, Tag *tag)
{
    tag->scope = tag_string(pdf, attributes, "/Scope");
    tag->has_box = qpdf_oh_has_key(pdf, attributes, "/BBox");
    if (qpdf_oh_has_key(pdf, attributes, "/ColSpan"))
        tag->span = qpdf_oh_get_int_value_as_int(pdf, qpdf_oh_get_key(pdf, attributes, "/ColSpan"));
    if (qpdf_oh_has_key(pdf, attributes, "/Headers")) {
        qpdf_oh headers = qpdf_oh_get_key(pdf, attributes, "/Headers");
        g_autoptr(GString) all = g_string_new(NULL);

        for (int i = 0; i < qpdf_oh_get_array_n_items(pdf, headers); i++)
            g_string_append_printf(all, "%s%s", i == 0 ? "" : " ",
                                   qpdf_oh_get_utf8_value(pdf, qpdf_oh_get_array_item(pdf, headers, i)));
        tag->headers = g_strdup(all->str);
    }
}

static inline void read_tag(qpdf_data pdf, qpdf_oh element, int depth, int parent, GArray *tags)
{
    Tag tag = {.depth = depth, .parent = parent, .span = 1};
    qpdf_oh kids = qpdf_oh_get_key(pdf, element, "/K");
    int own = (int)tags->len;

    g_strlcpy(tag.name, qpdf_oh_get_name(pdf, qpdf_oh_get_key(pdf, element, "/S")) + 1, sizeof tag.name);
    tag.language = tag_string(pdf, element, "/Lang");
    if (tag.language == NULL && parent >= 0)
        tag.language = g_strdup(g_array_index(tags, Tag, parent).language);
    if (tag.language == NULL)
        tag.language = tag_string(pdf, qpdf_get_root(pdf), "/Lang");
    tag.alternative = tag_string(pdf, element, "/Alt");
    tag.id = tag_string(pdf, element, "/ID");
    if (qpdf_oh_has_key(pdf, element, "/A"))
        read_attributes(pdf, qpdf_oh_get_key(pdf, element, "/A"), &tag);
    g_array_append_val(tags, tag);
    if (!qpdf_oh_is_array(pdf, kids))
        kids = qpdf_oh_wrap_in_array(pdf, kids);
    for (int i = 0; i < qpdf_oh_get_array_n_items(pdf, kids); i++) {
        qpdf_oh kid = qpdf_oh_get_array_item(pdf, kids, i);

        if (qpdf_oh_is_integer(pdf, kid))
            g_array_index(tags, Tag, own).leaf = true;
        else if (qpdf_oh_is_dictionary(pdf, kid) && qpdf_oh_has_key(pdf, kid, "/Obj"))
            g_array_index(tags, Tag, own).contents =
                tag_string(pdf, qpdf_oh_get_key(pdf, kid, "/Obj"), "/Contents");
        else if (qpdf_oh_is_dictionary(pdf, kid))
            read_tag(pdf, kid, depth + 1, own, tags);
    }
}

/* Every element in reading order. Yours: g_array_unref(), of Tag. */
static inline GArray *read_tags(const char *path)
{
    GArray *tags = g_array_new(FALSE, TRUE, sizeof(Tag));
    qpdf_data pdf = qpdf_init();
    qpdf_oh root, kids;

    g_array_set_clear_func(tags, clear_tag);
    ck_assert_int_eq(qpdf_read(pdf, path, NULL), QPDF_SUCCESS);
    root = qpdf_oh_get_key(pdf, qpdf_get_root(pdf), "/StructTreeRoot");
    kids = qpdf_oh_get_key(pdf, root, "/K");
    for (int i = 0; i < qpdf_oh_get_array_n_items(pdf, kids); i++)
        read_tag(pdf, qpdf_oh_get_array_item(pdf, kids, i), 0, -1, tags);
    ck_assert(!qpdf_has_error(pdf) && !qpdf_more_warnings(pdf));
    qpdf_cleanup(&pdf);
    return tags;
}

static inline const Tag *tag_at(const GArray *tags, unsigned at)
{
    return &g_array_index(tags, Tag, at);
}

/* The n-th element of this name, n from 0; NULL: none. */
static inline const Tag *find_tag(const GArray *tags, const char *name, unsigned n)
{
    for (unsigned i = 0; i < tags->len; i++)
        if (strcmp(tag_at(tags, i)->name, name) == 0 && n-- == 0)
            return tag_at(tags, i);
    return NULL;
}

static inline unsigned count_tags(const GArray *tags, const char *name)
{
    unsigned count = 0;

    while (find_tag(tags, name, count) != NULL)
        count++;
    return count;
}

/* Whether `at` stands somewhere in an element of this name. */
static inline bool stands_in(const GArray *tags, unsigned at, const char *name)
{
    for (int i = tag_at(tags, at)->parent; i >= 0; i = tag_at(tags, (unsigned)i)->parent)
        if (strcmp(tag_at(tags, (unsigned)i)->name, name) == 0)
            return true;
    return false;
}

#endif
