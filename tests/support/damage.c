/* damage.c - a generator of pseudo-random numbers chooses what is done and where; libzip unpacks and packs.
 */
#include "damage.h"

#include "sample_workbook.h"
#include <check.h>
#include <stdbool.h>
#include <string.h>

static void free_part(void *data)
{
    DamagePart *part = data;

    g_free(part->name);
    g_string_free(part->text, TRUE);
    g_free(part);
}

static DamagePart *new_part(const char *name, const char *text, gsize length)
{
    DamagePart *part = g_new(DamagePart, 1);

    part->name = g_strdup(name);
    part->text = g_string_new_len(text, (gssize)length);
    return part;
}

static DamagePart *unpack_part(zip_t *zip, zip_uint64_t index)
{
    g_autofree char *text = NULL;
    zip_file_t *file = zip_fopen_index(zip, index, 0);
    zip_stat_t status;

    ck_assert_int_eq(zip_stat_index(zip, index, 0, &status), 0);
    text = g_malloc(status.size + 1);
    ck_assert_int_eq(zip_fread(file, text, status.size), (zip_int64_t)status.size);
    zip_fclose(file);
    return new_part(status.name, text, status.size);
}

GPtrArray *damage_unpack(GBytes *whole)
{
    GPtrArray *parts = g_ptr_array_new_with_free_func(free_part);
    zip_source_t *memory =
        zip_source_buffer_create(g_bytes_get_data(whole, NULL), g_bytes_get_size(whole), 0, NULL);
    zip_t *zip = zip_open_from_source(memory, ZIP_RDONLY, NULL);

    ck_assert_ptr_nonnull(zip);
    for (zip_int64_t i = 0; i < zip_get_num_entries(zip, 0); i++)
        g_ptr_array_add(parts, unpack_part(zip, (zip_uint64_t)i));
    zip_discard(zip);
    return parts;
}

DamagePart *damage_find(const GPtrArray *parts, const char *name)
{
    for (guint i = 0; i < parts->len; i++)
        if (strcmp(((DamagePart *)parts->pdata[i])->name, name) == 0)
            return parts->pdata[i];
    return NULL;
}

/* libzip writes no name twice: parts are packed under names as long as theirs, put right in what came out. */
static char *packed_name(const GPtrArray *parts, guint index)
{
    const DamagePart *part = parts->pdata[index];
    char *name = g_strdup(part->name);

    if (*name != '\0')
        *name = (char)(0x80 + index % 64);
    return name;
}

static void put_names_right(char *bytes, gsize length, const GPtrArray *parts)
{
    for (guint i = 0; i < parts->len; i++) {
        const DamagePart *part = parts->pdata[i];
        g_autofree char *packed = packed_name(parts, i);

        for (char *at = bytes; *packed != '\0' && (at = memmem(at, length - (gsize)(at - bytes), packed,
                                                               strlen(packed))) != NULL;)
            *at = *part->name;
    }
}

static void pack_part(zip_t *zip, const GPtrArray *parts, guint index)
{
    const DamagePart *part = parts->pdata[index];
    g_autofree char *name = packed_name(parts, index);
    zip_source_t *source = zip_source_buffer(zip, part->text->str, part->text->len, 0);

    ck_assert_int_ge(zip_file_add(zip, name, source, ZIP_FL_ENC_RAW), 0);
}

GBytes *damage_pack(const GPtrArray *parts)
{
    zip_source_t *memory = zip_source_buffer_create(NULL, 0, 0, NULL);
    zip_t *zip = zip_open_from_source(memory, ZIP_TRUNCATE, NULL);
    gsize length;
    char *bytes;

    ck_assert_ptr_nonnull(zip);
    zip_source_keep(memory);
    for (guint i = 0; i < parts->len; i++)
        pack_part(zip, parts, i);
    bytes = g_bytes_unref_to_data(sample_zip_bytes(zip, memory), &length);
    put_names_right(bytes, length, parts);
    return g_bytes_new_take(bytes, length);
}

static gsize below(GRand *rand, gsize limit)
{
    return limit == 0 ? 0 : (gsize)g_rand_int_range(rand, 0, (gint32)MIN(limit, (gsize)G_MAXINT32));
}

/* A range of at most `most` bytes. */
static void choose_range(GRand *rand, gsize length, gsize most, gsize *from, gsize *count)
{
    *from = below(rand, length);
    *count = 1 + below(rand, most);
    *count = MIN(*count, length - *from);
}

static GBytes *damage_bytes(GBytes *whole, GRand *rand)
{
    GString *bytes = g_string_new_len(g_bytes_get_data(whole, NULL), (gssize)g_bytes_get_size(whole));
    g_autofree char *piece = NULL;
    gsize from, count;

    choose_range(rand, bytes->len, 40, &from, &count);
    switch (below(rand, 6)) {
    case 0: /* one bit */
        bytes->str[from] = (char)(bytes->str[from] ^ (1 << below(rand, 8)));
        break;
    case 1: /* the end is missing */
        g_string_truncate(bytes, from);
        break;
    case 2:
        g_string_erase(bytes, (gssize)from, (gssize)count);
        break;
    case 3: /* doubled */
        piece = g_memdup2(bytes->str + from, count);
        g_string_insert_len(bytes, (gssize)from, piece, (gssize)count);
        break;
    case 4: /* sizes, offsets and counts as large or small as can be */
        memset(bytes->str + from, below(rand, 2) == 0 ? '\xFF' : '\0', MIN(count, 8));
        break;
    default: /* something behind its end */
        for (gsize i = 0; i < count; i++)
            g_string_append_c(bytes, (char)below(rand, 256));
    }
    return g_string_free_to_bytes(bytes);
}

/* An element of a text, from its "<" to behind its ">". */
typedef struct {
    gsize from, to;
} Span;

/* The element called `name` that begins at or behind `from`; none: false. Such elements hold none of their
 * own. */
static bool find_element(const GString *text, const char *name, gsize from, Span *span)
{
    g_autofree char *begin = g_strdup_printf("<%s", name), *end = g_strdup_printf("</%s>", name);
    const char *at = text->str + from, *close;

    do {
        at = strstr(at, begin);
    } while (at != NULL && strchr(" >/", at[strlen(begin)]) == NULL && *++at != '\0');
    if (at == NULL || (close = strchr(at, '>')) == NULL)
        return false;
    if (close[-1] != '/' && (close = strstr(at, end)) != NULL)
        close += strlen(end) - 1;
    *span = (Span){(gsize)(at - text->str), close == NULL ? 0 : (gsize)(close - text->str) + 1};
    return close != NULL;
}

static bool choose_element(const GString *text, GRand *rand, const char *name, Span *span)
{
    return find_element(text, name, below(rand, text->len), span) || find_element(text, name, 0, span);
}

static void change_element(GString *text, GRand *rand, const char *name)
{
    Span one, other;
    g_autofree char *kept = NULL;

    if (!choose_element(text, rand, name, &one))
        return;
    kept = g_strndup(text->str + one.from, one.to - one.from);
    switch (below(rand, 3)) {
    case 0:
        g_string_erase(text, (gssize)one.from, (gssize)strlen(kept));
        break;
    case 1:
        g_string_insert(text, (gssize)one.from, kept);
        break;
    default:
        g_string_erase(text, (gssize)one.from, (gssize)strlen(kept));
        if (choose_element(text, rand, name, &other))
            g_string_insert(text, (gssize)other.from, kept);
    }
}

static DamagePart *choose_part(GPtrArray *parts, GRand *rand)
{
    return parts->pdata[below(rand, parts->len)];
}

static void damage_elements(GPtrArray *parts, GRand *rand)
{
    static const char *const names[] = {"c", "row", "mergeCell", "col", "v"};
    DamagePart *sheet;

    do {
        sheet = choose_part(parts, rand);
    } while (!g_str_has_prefix(sheet->name, "xl/worksheets/sheet"));
    change_element(sheet->text, rand, names[below(rand, G_N_ELEMENTS(names))]);
}

static const char *const absurd[] = {
    "",
    "0",
    "-1",
    "4294967295",
    "18446744073709551616",
    "99999999999999999999999999",
    "1e308",
    "-1e999",
    "NaN",
    "inf",
    "0x10",
    " 1 ",
    "1,5",
    "A0",
    "XFD1048576",
    "XFE1",
    "A1048577",
    "ZZZZZZZZ1",
    "$A$1",
    "A1:XFD1048576",
    "B2:A1",
    "A1:A1:A1",
    "1A",
    "&#0;",
    "&#xD800;",
    "&#x10FFFF;",
    "&#x202E;",
    "&b;",
    "&amp;amp;",
    "<",
    "]]>",
    "\x01",
    "\xFF\xFE",
    "_x0000_",
    "_x000D_",
    "../../../../etc/passwd",
    "/xl/workbook.xml",
    "xl/worksheets",
    "file:///dev/zero",
    "http://127.0.0.1/",
    "inlineStr",
    "str",
    "s",
    "e",
    "b",
    "d",
    "yyyy",
    "[$-F800]",
    "\"",
    "\xE2\x80\xAE",
};

/* What stands between two marks at or behind `from`: quotes, or ">" and "<". */
static bool find_between(const GString *text, gsize from, char open, char close, Span *span)
{
    const char *at = strchr(text->str + from, open), *end = at == NULL ? NULL : strchr(at + 1, close);

    if (end == NULL)
        return false;
    *span = (Span){(gsize)(at - text->str) + 1, (gsize)(end - text->str)};
    return true;
}

static void damage_values(GPtrArray *parts, GRand *rand)
{
    GString *text = choose_part(parts, rand)->text;
    const char *value = absurd[below(rand, G_N_ELEMENTS(absurd))];
    bool quoted = below(rand, 2) == 0;
    Span span;

    if (!find_between(text, below(rand, text->len), quoted ? '"' : '>', quoted ? '"' : '<', &span))
        return;
    g_string_erase(text, (gssize)span.from, (gssize)(span.to - span.from));
    g_string_insert(text, (gssize)span.from, value);
}

static void recode(GString *text, const char *encoding)
{
    gsize length;
    g_autofree char *other = g_convert(text->str, (gssize)text->len, encoding, "UTF-8", NULL, &length, NULL);

    if (other == NULL)
        return;
    g_string_truncate(text, 0);
    g_string_append_len(text, other, (gssize)length);
}

static void declare(GString *text, GRand *rand)
{
    static const char *const encodings[] = {"UTF-8",      "UTF-16", "UTF-16LE", "GB18030",
                                            "ISO-8859-1", "UTF-7",  "x-none"};
    const char *said = encodings[below(rand, G_N_ELEMENTS(encodings))];
    const char *end = g_str_has_prefix(text->str, "<?xml") ? strstr(text->str, "?>") : NULL;

    if (end != NULL)
        g_string_erase(text, 0, end + 2 - text->str);
    if (below(rand, 4) != 0) {
        g_string_prepend(text, "\"?>");
        g_string_prepend(text, said);
        g_string_prepend(text, "<?xml version=\"1.0\" encoding=\"");
    }
    recode(text, encodings[below(rand, 5)]);
}

/* Entities within entities: 10 to the power of 9 of one character. */
static void add_entities(GString *text)
{
    g_autoptr(GString) type = g_string_new("<!DOCTYPE a [<!ENTITY e0 \"x\">");
    const char *end = g_str_has_prefix(text->str, "<?xml") ? strstr(text->str, "?>") : NULL;

    for (unsigned i = 1; i < 10; i++) {
        g_string_append_printf(type, "<!ENTITY e%u \"", i);
        for (unsigned j = 0; j < 10; j++)
            g_string_append_printf(type, "&e%u;", i - 1);
        g_string_append(type, "\">");
    }
    g_string_append(type, "]>");
    g_string_insert(text, end == NULL ? 0 : end + 2 - text->str, type->str);
    g_string_replace(text, "</v>", "&e9;</v>", 1);
    g_string_replace(text, "</t>", "&e9;</t>", 1);
}

static void rename_part(DamagePart *part, GRand *rand, const char *other)
{
    static const char *const folders[] = {"../", "/", "./", "..\\", "xl/../"};
    char *name = NULL;

    if (below(rand, 2) == 0)
        name = g_strdup(other); /* two of one name */
    else if (below(rand, 2) == 0)
        name = g_strconcat(folders[below(rand, G_N_ELEMENTS(folders))], part->name, NULL);
    else
        name = g_ascii_strup(part->name, -1);
    g_free(part->name);
    part->name = name;
}

static void damage_parts(GPtrArray *parts, GRand *rand)
{
    DamagePart *one = choose_part(parts, rand), *other = choose_part(parts, rand);

    switch (below(rand, 7)) {
    case 0:
        g_ptr_array_remove(parts, one);
        break;
    case 1: /* one in the other's place: relationships go in circles, sheets are styles */
        g_string_assign(one->text, other->text->str);
        break;
    case 2:
        g_ptr_array_add(parts, new_part(one->name, other->text->str, other->text->len));
        break;
    case 3:
        rename_part(one, rand, other->name);
        break;
    case 4:
        declare(one->text, rand);
        break;
    case 5:
        add_entities(one->text);
        break;
    default:
        change_element(one->text, rand, below(rand, 2) == 0 ? "Relationship" : "xf");
    }
}

GBytes *damage(GBytes *whole, Damage kind, guint32 seed)
{
    static void (*const damages[])(GPtrArray *, GRand *) = {
        [DAMAGE_ELEMENTS] = damage_elements, [DAMAGE_VALUES] = damage_values, [DAMAGE_PARTS] = damage_parts};
    GRand *rand = g_rand_new_with_seed(seed);
    g_autoptr(GPtrArray) parts = NULL;
    GBytes *damaged = NULL;

    if (kind == DAMAGE_BYTES) {
        damaged = damage_bytes(whole, rand);
    } else {
        parts = damage_unpack(whole);
        damages[kind](parts, rand);
        damaged = damage_pack(parts);
    }
    g_rand_free(rand);
    return damaged;
}
