/* sums.c - a line for each file. */
#include "publish/sums.h"

#include "publish/file.h"
#include <errno.h>
#include <string.h>

enum { NAME_AT = GAZ_SUM_LENGTH + 2, USUAL_LINE = NAME_AT + 64 /* [bytes] */ };

/* One writing. */
typedef struct {
    const char *folder;
    GazKept *known;
    GArray *lines;       /* of GazSumsLine, by name */
    GStringChunk *texts; /* of those that nobody else owns */
} Writing;

/* The sum of a file that nobody knows. NULL with `error` set. */
static const char *make_sum(const Writing *writing, const char *name, GError **error)
{
    g_autofree char *path = g_build_filename(writing->folder, name, NULL);
    g_autofree char *sum = gaz_file_sum(path, error);

    return sum == NULL ? NULL : g_string_chunk_insert(writing->texts, sum);
}

/* sha256sum has a way of its own to write these names, which none of ours needs. */
static bool name_fits(const char *name, GError **error)
{
    if (strpbrk(name, "\n\r\\") == NULL)
        return true;
    errno = EILSEQ;
    return gaz_tree_fail(error, name, "list a name with a line break or backslash");
}

/* Whoever knows of a file has taken or written it: that it isn't there would be a lost page. `found`: how
 * many are. */
static bool none_is_lost(const Writing *writing, const GazTree *tree, unsigned found, GError **error)
{
    g_autoptr(GPtrArray) names = writing->known == NULL ? NULL : gaz_kept_names(writing->known);

    if (names == NULL || names->len == found)
        return true;
    for (unsigned i = 0; i < names->len; i++) {
        if (gaz_tree_has_file(tree, names->pdata[i]))
            continue;
        errno = ENOENT;
        return gaz_tree_fail_below(error, writing->folder, names->pdata[i], "find what was written");
    }
    return true;
}

static bool add_files(const Writing *writing, const GazTree *tree, GError **error)
{
    unsigned found = 0;

    for (unsigned i = 0; i < tree->files->len; i++) {
        GazKeptFile file = {NULL, NULL, 0};
        GazSumsLine line = {.name = tree->files->pdata[i]};

        found += writing->known != NULL && gaz_kept_find(writing->known, line.name, &file);
        line.sum = file.sum;
        if (!name_fits(line.name, error) ||
            (line.sum == NULL && (line.sum = make_sum(writing, line.name, error)) == NULL))
            return false;
        g_array_append_val(writing->lines, line);
    }
    return none_is_lost(writing, tree, found, error);
}

/* An empty text with room for so many lines. */
static GString *text_for(const GArray *lines)
{
    return g_string_sized_new((gsize)lines->len * USUAL_LINE);
}

/* A line of SHA256SUMS. */
static void append_line(GString *text, const char *sum, const char *name)
{
    g_string_append_len(text, sum, GAZ_SUM_LENGTH);
    g_string_append(text, "  ");
    g_string_append(text, name);
    g_string_append_c(text, '\n');
}

/* Adds the line to those that are there, in its place. */
static void insert_line(GArray *lines, GazSumsLine line)
{
    unsigned at = 0;

    while (at < lines->len && strcmp(g_array_index(lines, GazSumsLine, at).name, line.name) < 0)
        at++;
    g_array_insert_val(lines, at, line);
}

/* Writes SHA256SUMS over what stands below `inner`, and adds a line for that file. */
static bool write_inner(const Writing *writing, const char *inner, GError **error)
{
    g_autofree char *start = g_strconcat(inner, "/", NULL);
    g_autofree char *name = g_strconcat(start, GAZ_SUMS_NAME, NULL);
    g_autoptr(GString) own = text_for(writing->lines);
    GazSum sum;

    for (unsigned i = 0; i < writing->lines->len; i++) {
        const GazSumsLine *line = &g_array_index(writing->lines, GazSumsLine, i);

        if (g_str_has_prefix(line->name, start))
            append_line(own, line->sum, line->name + strlen(start));
    }
    sum = gaz_sum_of(own->str, own->len);
    insert_line(writing->lines, (GazSumsLine){g_string_chunk_insert(writing->texts, name),
                                              g_string_chunk_insert(writing->texts, sum.text)});
    return gaz_file_write_staged(writing->folder, name, own->str, error);
}

/* Takes the `text`, and cuts it. */
static GazSums *take_text(char *text)
{
    GazSums *sums = g_new0(GazSums, 1);
    char *line = text, *end;

    sums->text = text;
    sums->lines = g_array_new(FALSE, FALSE, sizeof(GazSumsLine));
    for (; *line != '\0'; line = end) {
        const GazSumsLine said = {line + NAME_AT, line};
        bool has_name;

        end = strchrnul(line, '\n');
        has_name = end - line > NAME_AT;
        if (*end != '\0')
            *end++ = '\0';
        if (!has_name)
            continue;
        line[GAZ_SUM_LENGTH] = '\0';
        g_array_append_val(sums->lines, said);
    }
    return sums;
}

GHashTable *gaz_sums_by_name(GazSums *sums)
{
    if (sums->by_name != NULL)
        return sums->by_name;
    sums->by_name = g_hash_table_new(g_str_hash, g_str_equal);
    for (unsigned i = 0; i < sums->lines->len; i++) {
        const GazSumsLine *line = &g_array_index(sums->lines, GazSumsLine, i);

        g_hash_table_insert(sums->by_name, (char *)line->name, (char *)line->sum);
    }
    return sums->by_name;
}

static GazSums *write_lines(const Writing *writing, GError **error)
{
    GString *text = text_for(writing->lines);

    for (unsigned i = 0; i < writing->lines->len; i++) {
        const GazSumsLine *line = &g_array_index(writing->lines, GazSumsLine, i);

        append_line(text, line->sum, line->name);
    }
    if (gaz_file_write_staged(writing->folder, GAZ_SUMS_NAME, text->str, error))
        return take_text(g_string_free(text, FALSE));
    g_string_free(text, TRUE);
    return NULL;
}

GazSums *gaz_sums_write(const char *folder, const GazTree *tree, const char *inner, GazKept *known,
                        GError **error)
{
    g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(GazSumsLine));
    Writing writing = {folder, known, lines, g_string_chunk_new(1024)};
    GazSums *sums = NULL;

    if (add_files(&writing, tree, error) && (inner == NULL || write_inner(&writing, inner, error)))
        sums = write_lines(&writing, error);
    g_string_chunk_free(writing.texts);
    return sums;
}

GazSums *gaz_sums_read(const char *folder, GError **error)
{
    g_autofree char *path = g_build_filename(folder, GAZ_SUMS_NAME, NULL);
    char *text = NULL;

    return g_file_get_contents(path, &text, NULL, error) ? take_text(text) : NULL;
}

GazSums *gaz_sums_read_inner(const char *folder, const char *inner, GError **error)
{
    g_autofree char *below = g_build_filename(folder, inner, NULL);
    g_autofree char *list = g_build_filename(inner, GAZ_SUMS_NAME, NULL);
    g_autofree char *path = g_build_filename(folder, list, NULL);
    g_autofree char *own_sum = gaz_file_sum(path, error); /* a whole list has a line of this one too */
    g_autoptr(GazSums) own = own_sum == NULL ? NULL : gaz_sums_read(below, error);
    GString *text;

    if (own == NULL)
        return NULL;
    text = text_for(own->lines);
    append_line(text, own_sum, list);
    for (unsigned i = 0; i < own->lines->len; i++) {
        const GazSumsLine *line = &g_array_index(own->lines, GazSumsLine, i);
        g_autofree char *whole = g_build_filename(inner, line->name, NULL);

        append_line(text, line->sum, whole);
    }
    return take_text(g_string_free(text, FALSE));
}

void gaz_sums_free(GazSums *sums)
{
    if (sums == NULL)
        return;
    g_clear_pointer(&sums->by_name, g_hash_table_unref);
    g_array_unref(sums->lines);
    g_free(sums->text);
    g_free(sums);
}
