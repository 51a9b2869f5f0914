/* pages.c - a tree of two levels, so that the last page of thousands is found as fast as the first. */
#include "pdf/pages.h"

#include "pdf/syntax.h"

enum { MOST_KIDS = 64 };

struct GazPages {
    GazObjects *objects;
    unsigned resources;
    unsigned root, node, page; /* objects of the tree, of its node at hand, of the page at hand */
    GString *nodes, *kids;     /* references: of the tree, of the node */
    unsigned count, kid_count; /* of pages: in all, in the node */
    GString *labels;
    unsigned expected; /* the number of the next page if its label goes without saying */
    GString *body;
};

GazPages *gaz_pages_new(GazObjects *objects, unsigned resources)
{
    GazPages *pages = g_new0(GazPages, 1);

    pages->objects = objects;
    pages->resources = resources;
    pages->root = gaz_objects_reserve(objects);
    pages->nodes = g_string_new(NULL);
    pages->kids = g_string_new(NULL);
    pages->labels = g_string_new(NULL);
    pages->body = g_string_new(NULL);
    return pages;
}

void gaz_pages_free(GazPages *pages)
{
    if (pages == NULL)
        return;
    g_string_free(pages->nodes, TRUE);
    g_string_free(pages->kids, TRUE);
    g_string_free(pages->labels, TRUE);
    g_string_free(pages->body, TRUE);
    g_free(pages);
}

unsigned gaz_pages_begin(GazPages *pages)
{
    if (pages->kid_count == 0)
        pages->node = gaz_objects_reserve(pages->objects);
    pages->page = gaz_objects_reserve(pages->objects);
    gaz_put_reference(pages->kids, pages->page);
    g_string_append_c(pages->kids, ' ');
    return pages->page;
}

static void end_node(GazPages *pages)
{
    if (pages->kid_count == 0)
        return;
    g_string_printf(pages->body, "<</Type/Pages/Parent %u 0 R/Count %u/Kids[%s]>>", pages->root,
                    pages->kid_count, pages->kids->str);
    gaz_objects_put(pages->objects, pages->node, pages->body);
    gaz_put_reference(pages->nodes, pages->node);
    g_string_append_c(pages->nodes, ' ');
    g_string_truncate(pages->kids, 0);
    pages->kid_count = 0;
}

/* A range of labels ends where a page isn't numbered one on from the last. */
static void label(GazPages *pages, unsigned number)
{
    if (number != pages->expected)
        g_string_append_printf(pages->labels, "%u<</S/D/St %u>>", pages->count, number);
    pages->expected = number + 1;
}

void gaz_pages_end(GazPages *pages, const GazPage *page, const GString *content, const GString *keys)
{
    const double size[] = {page->width, page->height};
    unsigned stream = gaz_objects_add_stream(pages->objects, "", content->str, content->len, true);

    g_string_printf(pages->body, "<</Type/Page/Parent %u 0 R/Resources %u 0 R/Contents %u 0 R/MediaBox[0 0 ",
                    pages->node, pages->resources, stream);
    gaz_put_numbers(pages->body, size, 2);
    g_string_append_c(pages->body, ']');
    g_string_append_len(pages->body, keys->str, (gssize)keys->len);
    g_string_append(pages->body, ">>");
    gaz_objects_put(pages->objects, pages->page, pages->body);
    label(pages, page->number);
    pages->count++;
    if (++pages->kid_count == MOST_KIDS)
        end_node(pages);
}

unsigned gaz_pages_count(const GazPages *pages)
{
    return pages->count;
}

void gaz_pages_finish(GazPages *pages, GString *keys)
{
    end_node(pages);
    g_string_printf(pages->body, "<</Type/Pages/Count %u/Kids[%s]>>", pages->count, pages->nodes->str);
    gaz_objects_put(pages->objects, pages->root, pages->body);
    g_string_append_printf(keys, "/Pages %u 0 R/PageLabels<</Nums[%s]>>", pages->root, pages->labels->str);
}
