/* leaves.c - a leaf at hand, and the list of those that are written. */
#include "pdf/leaves.h"

#include "pdf/syntax.h"

enum { MOST_KEYS = 128 };

struct GazLeaves {
    GazObjects *objects;
    const char *kind;
    GString *leaf, *first, *last; /* of the leaf at hand: keys with values, and its limits */
    unsigned keys;
    GString *written; /* references */
    GString *body;
};

GazLeaves *gaz_leaves_new(GazObjects *objects, const char *kind)
{
    GazLeaves *leaves = g_new0(GazLeaves, 1);

    leaves->objects = objects;
    leaves->kind = kind;
    leaves->leaf = g_string_new(NULL);
    leaves->first = g_string_new(NULL);
    leaves->last = g_string_new(NULL);
    leaves->written = g_string_new(NULL);
    leaves->body = g_string_new(NULL);
    return leaves;
}

void gaz_leaves_free(GazLeaves *leaves)
{
    if (leaves == NULL)
        return;
    g_string_free(leaves->leaf, TRUE);
    g_string_free(leaves->first, TRUE);
    g_string_free(leaves->last, TRUE);
    g_string_free(leaves->written, TRUE);
    g_string_free(leaves->body, TRUE);
    g_free(leaves);
}

static void copy(GString *to, const GString *from)
{
    g_string_truncate(to, 0);
    g_string_append_len(to, from->str, (gssize)from->len);
}

static void put(GString *to, const GString *from)
{
    g_string_append_len(to, from->str, (gssize)from->len);
}

static void end_leaf(GazLeaves *leaves)
{
    GString *body = leaves->body;

    if (leaves->keys == 0)
        return;
    g_string_assign(body, "<</Limits[");
    put(body, leaves->first);
    g_string_append_c(body, ' ');
    put(body, leaves->last);
    g_string_append_printf(body, "]/%s[", leaves->kind);
    put(body, leaves->leaf);
    g_string_append(body, "]>>");
    gaz_put_reference(leaves->written, gaz_objects_add(leaves->objects, body));
    g_string_append_c(leaves->written, ' ');
    g_string_truncate(leaves->leaf, 0);
    leaves->keys = 0;
}

void gaz_leaves_add(GazLeaves *leaves, const GString *key, const GString *value)
{
    if (leaves->keys++ == 0)
        copy(leaves->first, key);
    copy(leaves->last, key);
    put(leaves->leaf, key);
    g_string_append_c(leaves->leaf, ' ');
    put(leaves->leaf, value);
    g_string_append_c(leaves->leaf, ' ');
    if (leaves->keys == MOST_KEYS)
        end_leaf(leaves);
}

unsigned gaz_leaves_finish(GazLeaves *leaves)
{
    end_leaf(leaves);
    if (leaves->written->len == 0)
        return 0;
    g_string_assign(leaves->body, "<</Kids[");
    put(leaves->body, leaves->written);
    g_string_append(leaves->body, "]>>");
    return gaz_objects_add(leaves->objects, leaves->body);
}
