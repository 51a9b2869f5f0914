/* tags.c - a stack of open elements. An element gets its object's number when something in it first needs it,
 * so that one that holds nothing leaves nothing behind. */
#include "pdf/tags.h"

#include "pdf/headers.h"
#include "pdf/leaves.h"
#include "pdf/links.h"
#include "pdf/syntax.h"
#include <string.h>

/* An open element. */
typedef struct {
    const char *name;
    GazElement element;
    unsigned number; /* of its object; 0: none yet */
    unsigned page;   /* object of the page that its pieces lie on, if nothing else is said of them; 0: none */
    GString *kids;   /* pieces, elements and links in it */
    unsigned count;  /* of those */
    GString *after;  /* of a Table: the notes in it, which go behind it */
    unsigned after_count; /* of those */
    GazExtent extent;     /* of a Figure on that page */
    bool boxed;           /* whether it has one */
} Open;

struct GazTags {
    GazObjects *objects;
    GPtrArray *open;    /* of Open: made once, used again */
    unsigned depth;     /* how many of them are open */
    unsigned apart;     /* how many are open inside of furniture, itself counted */
    unsigned root, top; /* objects of the tree and of the element that holds all others */
    unsigned page;      /* object of the page at hand */
    double height;
    GString *pieces; /* elements of the pieces of this page */
    unsigned piece_count;
    GazLeaves *parents; /* of pieces and of links */
    unsigned parent_count;
    GazHeaders *headers;
    GazLinks *links;
    GString *body, *key, *value;
};

static void free_open(void *data)
{
    Open *open = data;

    g_string_free(open->kids, TRUE);
    g_string_free(open->after, TRUE);
    g_free(open);
}

GazTags *gaz_tags_new(GazObjects *objects)
{
    GazTags *tags = g_new0(GazTags, 1);

    tags->objects = objects;
    tags->open = g_ptr_array_new_with_free_func(free_open);
    tags->root = gaz_objects_reserve(objects);
    tags->pieces = g_string_new(NULL);
    tags->parents = gaz_leaves_new(objects, "Nums");
    tags->headers = gaz_headers_new(objects);
    tags->links = gaz_links_new(objects);
    tags->body = g_string_new(NULL);
    tags->key = g_string_new(NULL);
    tags->value = g_string_new(NULL);
    return tags;
}

void gaz_tags_free(GazTags *tags)
{
    if (tags == NULL)
        return;
    g_ptr_array_unref(tags->open);
    g_string_free(tags->pieces, TRUE);
    gaz_leaves_free(tags->parents);
    gaz_headers_free(tags->headers);
    gaz_links_free(tags->links);
    g_string_free(tags->body, TRUE);
    g_string_free(tags->key, TRUE);
    g_string_free(tags->value, TRUE);
    g_free(tags);
}

static bool is_named(const Open *open, const char *name)
{
    return strcmp(open->name, name) == 0;
}

static bool is_cell(const Open *open)
{
    return is_named(open, "TD") || is_named(open, "TH");
}

static Open *open_at(const GazTags *tags, unsigned depth)
{
    return tags->open->pdata[depth];
}

static Open *last_open(const GazTags *tags)
{
    return open_at(tags, tags->depth - 1);
}

/* An unused place at the top of the stack. */
static Open *push(GazTags *tags)
{
    Open *open;

    if (tags->depth == tags->open->len) {
        open = g_new0(Open, 1);
        open->kids = g_string_new(NULL);
        open->after = g_string_new(NULL);
        g_ptr_array_add(tags->open, open);
    }
    open = open_at(tags, tags->depth++);
    g_string_truncate(open->kids, 0);
    g_string_truncate(open->after, 0);
    open->number = open->page = open->count = open->after_count = 0;
    open->boxed = false;
    return open;
}

void gaz_tags_open(GazTags *tags, const char *name, const GazElement *element)
{
    Open *open;

    if (tags->apart > 0 || strcmp(name, GAZ_FURNITURE) == 0) {
        tags->apart++;
        return;
    }
    open = push(tags);
    open->name = name;
    open->element = *element;
    if (is_named(open, "Table"))
        gaz_headers_begin_table(tags->headers);
    else if (is_named(open, "TBody") || is_named(open, "TFoot"))
        gaz_headers_begin_part(tags->headers);
    else if (is_named(open, "Link"))
        gaz_links_begin(tags->links, element);
}

static unsigned number_of(GazTags *tags, Open *open)
{
    if (open->number == 0)
        open->number = gaz_objects_reserve(tags->objects);
    return open->number;
}

unsigned gaz_tags_last(GazTags *tags)
{
    return number_of(tags, last_open(tags));
}

bool gaz_tags_in_heading(const GazTags *tags)
{
    return !gaz_tags_in_furniture(tags) && last_open(tags)->name[0] == 'H';
}

bool gaz_tags_in_furniture(const GazTags *tags)
{
    return tags->apart > 0 || tags->depth == 0;
}

/* Room for one more in a list of references. */
static GString *next_in(GString *list, unsigned *count)
{
    if ((*count)++ > 0)
        g_string_append_c(list, ' ');
    return list;
}

const char *gaz_tags_begin_piece(GazTags *tags, unsigned *number)
{
    Open *open;
    GString *kids;

    if (gaz_tags_in_furniture(tags))
        return NULL;
    open = last_open(tags);
    *number = tags->piece_count;
    gaz_put_reference(next_in(tags->pieces, &tags->piece_count), number_of(tags, open));
    if (open->page == 0)
        open->page = tags->page;
    kids = next_in(open->kids, &open->count);
    if (open->page != tags->page) {
        g_string_append(kids, "<</Type/MCR/Pg ");
        gaz_put_reference(kids, tags->page);
        g_string_append(kids, "/MCID ");
    }
    gaz_put_unsigned(kids, *number);
    if (open->page != tags->page)
        g_string_append(kids, ">>");
    return open->name;
}

void gaz_tags_draw(GazTags *tags, const GazMark *mark)
{
    Open *open;
    GazExtent more;

    if (gaz_tags_in_furniture(tags))
        return;
    open = last_open(tags);
    if (is_named(open, "Link")) {
        gaz_links_draw(tags->links, mark, tags->page, tags->height);
    } else if (is_named(open, "Figure") && open->page == tags->page) {
        more = gaz_links_extent(mark, tags->height);
        gaz_links_extend(&open->extent, &more, !open->boxed);
        open->boxed = true;
    }
}

void gaz_tags_begin_page(GazTags *tags, unsigned page, double height)
{
    tags->page = page;
    tags->height = height;
    tags->piece_count = 0;
    g_string_truncate(tags->pieces, 0);
}

/* The next key of the parent tree, whose value is in `value`. */
static unsigned add_parent(GazTags *tags, const GString *value)
{
    g_string_truncate(tags->key, 0);
    gaz_put_unsigned(tags->key, tags->parent_count);
    gaz_leaves_add(tags->parents, tags->key, value);
    return tags->parent_count++;
}

void gaz_tags_end_page(GazTags *tags, GString *keys)
{
    g_string_assign(tags->body, "[");
    g_string_append_len(tags->body, tags->pieces->str, (gssize)tags->pieces->len);
    g_string_append_c(tags->body, ']');
    g_string_truncate(tags->value, 0);
    gaz_put_reference(tags->value, gaz_objects_add(tags->objects, tags->body));
    g_string_append(keys, "/StructParents ");
    gaz_put_unsigned(keys, add_parent(tags, tags->value));
    gaz_links_end_page(tags->links, keys);
}

/* The links' annotations are children of the element behind its text. */
static void end_link(GazTags *tags, Open *open)
{
    for (unsigned i = 0; i < gaz_links_places(tags->links); i++) {
        g_string_truncate(tags->value, 0);
        gaz_put_reference(tags->value, number_of(tags, open));
        gaz_links_write(tags->links, i, add_parent(tags, tags->value), next_in(open->kids, &open->count));
    }
}

static void put_figure(const Open *open, GString *to)
{
    const double sides[] = {open->extent.left, open->extent.bottom, open->extent.right, open->extent.top};

    if (open->element.alternative != NULL) {
        g_string_append(to, "/Alt");
        gaz_put_text(to, open->element.alternative);
    }
    if (!open->boxed)
        return;
    g_string_append(to, "/A<</O/Layout/Placement/Block/BBox[");
    gaz_put_numbers(to, sides, G_N_ELEMENTS(sides));
    g_string_append(to, "]>>");
}

/* The dictionary of an element without its end. `parent`: its object. */
static void put_element(const Open *open, unsigned parent, GString *to)
{
    g_string_assign(to, "<</S");
    gaz_put_name(to, open->name);
    g_string_append(to, "/P ");
    gaz_put_reference(to, parent);
    if (open->page != 0) {
        g_string_append(to, "/Pg ");
        gaz_put_reference(to, open->page);
    }
    if (open->count > 0) {
        g_string_append(to, open->count > 1 ? "/K[" : "/K ");
        g_string_append_len(to, open->kids->str, (gssize)open->kids->len);
        if (open->count > 1)
            g_string_append_c(to, ']');
    }
    if (open->element.language != NULL) {
        g_string_append(to, "/Lang");
        gaz_put_text(to, open->element.language);
    }
    if (is_named(open, "Figure"))
        put_figure(open, to);
}

/* The depth of the element that `open`, which is closed, goes into: a note at the foot of a page where its
 * table goes on stands behind the table, which holds nothing but rows (14.8.4.3.4). `behind`: whether it is
 * such. */
static unsigned parent_of(const GazTags *tags, const Open *open, bool *behind)
{
    *behind = false;
    for (unsigned i = tags->depth; is_named(open, "Note") && i-- > 1;)
        if (is_named(open_at(tags, i), "Table")) {
            *behind = true;
            return i - 1;
        }
    return tags->depth - 1;
}

static void write_element(GazTags *tags, Open *open, unsigned parent)
{
    put_element(open, parent, tags->body);
    if (is_cell(open)) {
        gaz_headers_add_cell(tags->headers, open->number, tags->body, &open->element);
        return;
    }
    if (is_named(open, "Note")) /* PDF/UA 7.9 */
        gaz_headers_name(tags->headers, open->number, tags->body);
    g_string_append(tags->body, ">>");
    gaz_objects_put(tags->objects, open->number, tags->body);
    if (is_named(open, "TR"))
        gaz_headers_end_row(tags->headers);
}

/* Puts what is written into its parent; a table with the notes that go behind it. */
static void enter(GazTags *tags, const Open *open)
{
    bool behind;
    unsigned depth = parent_of(tags, open, &behind);
    Open *parent = open_at(tags, behind ? depth + 1 : depth);
    GString *list =
        behind ? next_in(parent->after, &parent->after_count) : next_in(parent->kids, &parent->count);

    gaz_put_reference(list, open->number);
    if (open->after_count == 0)
        return;
    g_string_append_c(parent->kids, ' ');
    g_string_append_len(parent->kids, open->after->str, (gssize)open->after->len);
    parent->count += open->after_count;
}

void gaz_tags_close(GazTags *tags)
{
    Open *open;
    bool behind;

    if (tags->apart > 0) {
        tags->apart--;
        return;
    }
    open = last_open(tags);
    if (is_named(open, "Link"))
        end_link(tags, open);
    if (is_cell(open)) /* an empty cell keeps its place in the row */
        number_of(tags, open);
    tags->depth--;
    if (open->number == 0 && open->after_count == 0)
        return;
    number_of(tags, open);
    if (tags->depth == 0) {
        write_element(tags, open, tags->root);
        tags->top = open->number;
        return;
    }
    write_element(tags, open, number_of(tags, open_at(tags, parent_of(tags, open, &behind))));
    enter(tags, open);
}

unsigned gaz_tags_finish(GazTags *tags)
{
    unsigned names = gaz_headers_finish(tags->headers), parents = gaz_leaves_finish(tags->parents);

    g_string_printf(tags->body, "<</Type/StructTreeRoot/K[%u 0 R]/ParentTree %u 0 R/ParentTreeNextKey %u",
                    tags->top, parents, tags->parent_count);
    if (names != 0)
        g_string_append_printf(tags->body, "/IDTree %u 0 R", names);
    g_string_append(tags->body, ">>");
    gaz_objects_put(tags->objects, tags->root, tags->body);
    return tags->root;
}
