/* outline.c - entries as a list with levels, turned into PDF's chains at the end. */
#include "pdf/outline.h"

#include "pdf/leaves.h"
#include "pdf/syntax.h"
#include <string.h>

typedef struct {
    unsigned page;
    double y;
} Spot;

typedef struct {
    char *title;
    unsigned level, element; /* its object; 0: none yet */
    Spot spot;
    unsigned parent, before, next, first, last, below; /* entries by their number, from 1; 0: none */
} Entry;

typedef struct {
    char *name;
    Spot spot;
} Target;

struct GazOutline {
    GazObjects *objects;
    GArray *entries; /* of Entry; number 0 is the outline itself */
    GArray *targets; /* of Target */
};

static void clear_entry(void *data)
{
    g_free(((Entry *)data)->title);
}

static void clear_target(void *data)
{
    g_free(((Target *)data)->name);
}

GazOutline *gaz_outline_new(GazObjects *objects)
{
    GazOutline *outline = g_new0(GazOutline, 1);

    outline->objects = objects;
    outline->entries = g_array_new(FALSE, TRUE, sizeof(Entry));
    outline->targets = g_array_new(FALSE, TRUE, sizeof(Target));
    g_array_set_clear_func(outline->entries, clear_entry);
    g_array_set_clear_func(outline->targets, clear_target);
    g_array_set_size(outline->entries, 1);
    return outline;
}

void gaz_outline_free(GazOutline *outline)
{
    if (outline == NULL)
        return;
    g_array_unref(outline->entries);
    g_array_unref(outline->targets);
    g_free(outline);
}

static Entry *entry_at(const GazOutline *outline, unsigned at)
{
    return &g_array_index(outline->entries, Entry, at);
}

/* The last entry of a higher level, which the next at `level` stands below. */
static unsigned parent_for(const GazOutline *outline, unsigned level)
{
    unsigned at = outline->entries->len - 1;

    while (at != 0 && entry_at(outline, at)->level >= level)
        at = entry_at(outline, at)->parent;
    return at;
}

void gaz_outline_add(GazOutline *outline, const char *title, unsigned level, unsigned page, double y)
{
    unsigned number = outline->entries->len, parent = parent_for(outline, level);
    Entry entry = {.title = g_strdup(title), .level = level, .spot = {page, y}, .parent = parent};
    Entry *above = entry_at(outline, parent);

    entry.before = above->last;
    if (above->last != 0)
        entry_at(outline, above->last)->next = number;
    else
        above->first = number;
    above->last = number;
    g_array_append_val(outline->entries, entry);
    for (unsigned at = parent;; at = entry_at(outline, at)->parent) {
        entry_at(outline, at)->below++;
        if (at == 0)
            break;
    }
}

void gaz_outline_add_target(GazOutline *outline, const char *name, unsigned page, double y)
{
    Target target = {g_strdup(name), {page, y}};

    g_array_append_val(outline->targets, target);
}

bool gaz_outline_wants_element(const GazOutline *outline)
{
    return outline->entries->len > 1 && entry_at(outline, outline->entries->len - 1)->element == 0;
}

void gaz_outline_set_element(GazOutline *outline, unsigned element)
{
    entry_at(outline, outline->entries->len - 1)->element = element;
}

static void put_spot(GString *to, const Spot *spot)
{
    g_string_append_c(to, '[');
    gaz_put_reference(to, spot->page);
    g_string_append(to, "/XYZ 0 ");
    gaz_put_number(to, spot->y);
    g_string_append(to, " null]");
}

/* Objects of the entries have numbers in a row from `base`. */
static void put_neighbour(GString *to, const char *key, unsigned base, unsigned at)
{
    if (at == 0)
        return;
    g_string_append(to, key);
    gaz_put_reference(to, base + at);
}

static void write_entry(const GazOutline *outline, unsigned at, unsigned base)
{
    const Entry *entry = entry_at(outline, at);
    g_autoptr(GString) body = g_string_new("<</Title");

    gaz_put_text(body, entry->title);
    g_string_append(body, "/Parent ");
    gaz_put_reference(body, base + entry->parent);
    put_neighbour(body, "/Prev ", base, entry->before);
    put_neighbour(body, "/Next ", base, entry->next);
    put_neighbour(body, "/First ", base, entry->first);
    put_neighbour(body, "/Last ", base, entry->last);
    if (entry->below > 0)
        g_string_append_printf(body, "/Count %u", entry->below);
    g_string_append(body, "/Dest");
    put_spot(body, &entry->spot);
    put_neighbour(body, "/SE ", 0, entry->element);
    g_string_append(body, ">>");
    gaz_objects_put(outline->objects, base + at, body);
}

static void write_outline(const GazOutline *outline, GString *keys)
{
    const Entry *root = entry_at(outline, 0);
    g_autoptr(GString) body = g_string_new("<</Type/Outlines");
    unsigned base = gaz_objects_count(outline->objects) + 1;

    for (unsigned i = 0; i < outline->entries->len; i++)
        gaz_objects_reserve(outline->objects);
    put_neighbour(body, "/First ", base, root->first);
    put_neighbour(body, "/Last ", base, root->last);
    g_string_append_printf(body, "/Count %u>>", root->below);
    gaz_objects_put(outline->objects, base, body);
    for (unsigned i = 1; i < outline->entries->len; i++)
        write_entry(outline, i, base);
    g_string_append(keys, "/Outlines ");
    gaz_put_reference(keys, base);
    g_string_append(keys, "/PageMode/UseOutlines");
}

static int by_name(const void *one, const void *two)
{
    return strcmp(((const Target *)one)->name, ((const Target *)two)->name);
}

static void write_targets(const GazOutline *outline, GString *keys)
{
    g_autoptr(GazLeaves) leaves = gaz_leaves_new(outline->objects, "Names");
    g_autoptr(GString) key = g_string_new(NULL), value = g_string_new(NULL);

    g_array_sort(outline->targets, by_name);
    for (unsigned i = 0; i < outline->targets->len; i++) {
        const Target *target = &g_array_index(outline->targets, Target, i);

        g_string_truncate(key, 0);
        gaz_put_bytes(key, target->name, strlen(target->name));
        g_string_truncate(value, 0);
        put_spot(value, &target->spot);
        gaz_leaves_add(leaves, key, value);
    }
    if (outline->targets->len > 0)
        g_string_append_printf(keys, "/Names<</Dests %u 0 R>>", gaz_leaves_finish(leaves));
}

void gaz_outline_finish(GazOutline *outline, GString *keys)
{
    if (outline->entries->len > 1)
        write_outline(outline, keys);
    write_targets(outline, keys);
}
