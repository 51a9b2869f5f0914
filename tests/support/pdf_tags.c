/* pdf_tags.c - one walk from the structure tree's root. */
#include "pdf_tags.h"

#include "pdf_text.h"
#include <check.h>
#include <string.h>

typedef struct {
    qpdf_data pdf;
    PdfText *text; /* NULL: what is said isn't asked for */
    GArray *tags, *said;
} Walk;

static void clear_tag(void *data)
{
    Tag *tag = data;

    g_free(tag->language);
    g_free(tag->alternative);
    g_free(tag->id);
    g_free(tag->scope);
    g_free(tag->contents);
    g_free(tag->headers);
}

static void clear_said(void *data)
{
    g_free(((Said *)data)->text);
}

static char *string_of(qpdf_data pdf, qpdf_oh object, const char *key)
{
    qpdf_oh value = qpdf_oh_has_key(pdf, object, key) ? qpdf_oh_get_key(pdf, object, key) : 0;

    if (value == 0)
        return NULL;
    if (qpdf_oh_is_name(pdf, value))
        return g_strdup(qpdf_oh_get_name(pdf, value) + 1);
    return qpdf_oh_is_string(pdf, value) ? g_strdup(qpdf_oh_get_utf8_value(pdf, value)) : NULL;
}

static void read_attributes(qpdf_data pdf, qpdf_oh attributes, Tag *tag)
{
    tag->scope = string_of(pdf, attributes, "/Scope");
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

/* A piece of the element `own`, on its page or on another that it names. */
static void read_piece(const Walk *walk, qpdf_oh page, qpdf_oh number, int own)
{
    Tag *tag = &g_array_index(walk->tags, Tag, own);
    unsigned object = (unsigned)qpdf_oh_get_object_id(walk->pdf, page);
    Said said = {.tag = (unsigned)own};

    tag->leaf = true;
    tag->first_page = tag->first_page == 0 ? object : tag->first_page;
    tag->last_page = object;
    if (walk->text == NULL)
        return;
    said.text = g_strdup(pdf_text_piece(walk->text, page, qpdf_oh_get_uint_value_as_uint(walk->pdf, number)));
    ck_assert_msg(said.text != NULL, "a piece that isn't there");
    g_array_append_val(walk->said, said);
}

static int read_tag(const Walk *walk, qpdf_oh element, int depth, int parent)
{
    qpdf_data pdf = walk->pdf;
    Tag tag = {.depth = depth, .parent = parent, .span = 1};

    g_strlcpy(tag.name, qpdf_oh_get_name(pdf, qpdf_oh_get_key(pdf, element, "/S")) + 1, sizeof tag.name);
    tag.language = string_of(pdf, element, "/Lang");
    if (tag.language == NULL && parent >= 0)
        tag.language = g_strdup(tag_at(walk->tags, (unsigned)parent)->language);
    if (tag.language == NULL)
        tag.language = string_of(pdf, qpdf_get_root(pdf), "/Lang");
    tag.alternative = string_of(pdf, element, "/Alt");
    tag.id = string_of(pdf, element, "/ID");
    if (qpdf_oh_has_key(pdf, element, "/A"))
        read_attributes(pdf, qpdf_oh_get_key(pdf, element, "/A"), &tag);
    g_array_append_val(walk->tags, tag);
    return (int)walk->tags->len - 1;
}

static void read_element(const Walk *walk, qpdf_oh element, int depth, int parent)
{
    qpdf_data pdf = walk->pdf;
    qpdf_oh kids = qpdf_oh_get_key(pdf, element, "/K"), page = qpdf_oh_get_key(pdf, element, "/Pg");
    int own = read_tag(walk, element, depth, parent);

    if (!qpdf_oh_is_array(pdf, kids))
        kids = qpdf_oh_wrap_in_array(pdf, kids);
    for (int i = 0; i < qpdf_oh_get_array_n_items(pdf, kids); i++) {
        qpdf_oh kid = qpdf_oh_get_array_item(pdf, kids, i);

        if (qpdf_oh_is_integer(pdf, kid))
            read_piece(walk, page, kid, own);
        else if (!qpdf_oh_is_dictionary(pdf, kid))
            continue;
        else if (qpdf_oh_has_key(pdf, kid, "/MCID"))
            read_piece(walk, qpdf_oh_get_key(pdf, kid, "/Pg"), qpdf_oh_get_key(pdf, kid, "/MCID"), own);
        else if (qpdf_oh_has_key(pdf, kid, "/Obj"))
            g_array_index(walk->tags, Tag, own).contents =
                string_of(pdf, qpdf_oh_get_key(pdf, kid, "/Obj"), "/Contents");
        else
            read_element(walk, kid, depth + 1, own);
    }
}

static GArray *read_all(const char *path, GArray *said)
{
    Walk walk = {qpdf_init(), NULL, g_array_new(FALSE, TRUE, sizeof(Tag)), said};
    qpdf_oh root, kids;

    g_array_set_clear_func(walk.tags, clear_tag);
    ck_assert_int_eq(qpdf_read(walk.pdf, path, NULL), QPDF_SUCCESS);
    if (said != NULL)
        walk.text = pdf_text_new(walk.pdf);
    root = qpdf_oh_get_key(walk.pdf, qpdf_get_root(walk.pdf), "/StructTreeRoot");
    kids = qpdf_oh_get_key(walk.pdf, root, "/K");
    for (int i = 0; i < qpdf_oh_get_array_n_items(walk.pdf, kids); i++)
        read_element(&walk, qpdf_oh_get_array_item(walk.pdf, kids, i), 0, -1);
    ck_assert(!qpdf_has_error(walk.pdf) && !qpdf_more_warnings(walk.pdf));
    if (said != NULL)
        pdf_text_free(walk.text);
    qpdf_cleanup(&walk.pdf);
    return walk.tags;
}

GArray *read_tags(const char *path)
{
    return read_all(path, NULL);
}

GArray *read_said(const char *path, GArray **said)
{
    *said = g_array_new(FALSE, TRUE, sizeof(Said));
    g_array_set_clear_func(*said, clear_said);
    return read_all(path, *said);
}

const Tag *find_tag(const GArray *tags, const char *name, unsigned n)
{
    for (unsigned i = 0; i < tags->len; i++)
        if (strcmp(tag_at(tags, i)->name, name) == 0 && n-- == 0)
            return tag_at(tags, i);
    return NULL;
}

unsigned count_tags(const GArray *tags, const char *name)
{
    unsigned count = 0;

    for (unsigned i = 0; i < tags->len; i++)
        count += strcmp(tag_at(tags, i)->name, name) == 0;
    return count;
}

bool stands_in(const GArray *tags, unsigned at, const char *name)
{
    for (int i = tag_at(tags, at)->parent; i >= 0; i = tag_at(tags, (unsigned)i)->parent)
        if (strcmp(tag_at(tags, (unsigned)i)->name, name) == 0)
            return true;
    return false;
}
