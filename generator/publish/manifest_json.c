/* manifest_json.c - a manifest as JSON. Members stand in an order of their own, so that two manifests can be
 * compared line by line. Reading is strict: what isn't known is refused, as nobody could say what it means.
 */
#include "publish/faults.h"
#include "publish/file.h"
#include "publish/manifest.h"
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

static void set_string(json_t *object, const char *name, const char *text)
{
    json_object_set_new(object, name, text == NULL ? json_null() : json_string(text));
}

static json_t *title_to_json(GazText title)
{
    json_t *object = json_object();

    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++)
        if (title.in[language] != NULL)
            set_string(object, gaz_language_code(language), title.in[language]);
    return object;
}

static json_t *notice_to_json(const GazAnnounced *notice)
{
    json_t *object = json_object();

    set_string(object, "id", notice->id);
    json_object_set_new(object, "version", json_integer(notice->version));
    set_string(object, "kind", notice->kind);
    set_string(object, "number", notice->number);
    set_string(object, "date", notice->date);
    json_object_set_new(object, "title", title_to_json(notice->title));
    set_string(object, "status", notice->status);
    set_string(object, "by", notice->by);
    set_string(object, "address", notice->address);
    set_string(object, "sha256", notice->sha256);
    set_string(object, "announced_sha256", notice->announced_sha256);
    set_string(object, "tree", notice->tree);
    set_string(object, "tree_sha256", notice->tree_sha256);
    return object;
}

/* NULL: the first of its chain. */
static json_t *previous_to_json(const GazManifest *manifest)
{
    json_t *object;

    if (manifest->previous == NULL)
        return json_null();
    object = json_object();
    set_string(object, "manifest", gaz_manifest_name(manifest->arena, manifest->sequence - 1));
    set_string(object, "sha256", manifest->previous);
    return object;
}

char *gaz_manifest_write(const GazManifest *manifest)
{
    json_t *object = json_object(), *notices = json_array();
    char *dumped, *text;

    json_object_set_new(object, "format", json_integer(GAZ_MANIFEST_FORMAT));
    json_object_set_new(object, "sequence", json_integer(manifest->sequence));
    json_object_set_new(object, "previous", previous_to_json(manifest));
    set_string(object, "publication", manifest->publication);
    json_object_set_new(object, "title", title_to_json(manifest->title));
    set_string(object, "as_of", manifest->as_of);
    json_object_set_new(object, "layout_reset", json_boolean(manifest->layout_reset));
    for (unsigned i = 0; i < manifest->notices->len; i++)
        json_array_append_new(notices, notice_to_json(manifest->notices->pdata[i]));
    json_object_set_new(object, "notices", notices);
    dumped = json_dumps(object, JSON_INDENT(2));
    text = g_strconcat(dumped, "\n", NULL);
    free(dumped);
    json_decref(object);
    return text;
}

/* One manifest while it is read. */
typedef struct {
    GazManifest *manifest;
    GazPlace at;
    GazReport *report;
    const char *of; /* "notices[3]."; "" for the manifest itself */
    bool good;
} Reading;

static void complain(Reading *reading, const char *member, const char *found, const char *expected)
{
    g_autofree char *field = g_strconcat(reading->of, member, NULL);

    reading->good = false;
    gaz_report_add(reading->report, &reading->at, &gaz_publish_faults[GAZ_PUBLISH_MANIFEST_FAULTY], field,
                   found, "%s", expected);
}

/* A text that would write something else to a terminal than it says. */
static bool has_controls(const char *text)
{
    for (; *text != '\0'; text = g_utf8_next_char(text))
        if (g_unichar_iscntrl(g_utf8_get_char(text)))
            return true;
    return false;
}

/* In the manifest's arena; NULL for NULL. */
static const char *keep(Reading *reading, const char *name, const char *text)
{
    if (text != NULL && has_controls(text))
        complain(reading, name, text, "a text without control characters");
    return gaz_arena_strdup(reading->manifest->arena, text);
}

/* A text of the object, which must be there; `may_be_null`: or null. In the manifest's arena. */
static const char *take_string(Reading *reading, const json_t *object, const char *name, bool may_be_null)
{
    const json_t *value = json_object_get(object, name);

    if (may_be_null && json_is_null(value))
        return NULL;
    if (!json_is_string(value))
        complain(reading, name, NULL, "a text");
    return keep(reading, name, json_is_string(value) ? json_string_value(value) : "");
}

static const char *take_sum(Reading *reading, const json_t *object, const char *name)
{
    const char *text = take_string(reading, object, name, false);

    if (reading->good && !gaz_is_sum(text))
        complain(reading, name, text, "64 hexadecimal digits");
    return text;
}

static unsigned take_count(Reading *reading, const json_t *object, const char *name)
{
    json_int_t value = json_integer_value(json_object_get(object, name));

    if (value < 1 || value > G_MAXINT32)
        complain(reading, name, NULL, "a whole number from 1");
    return (unsigned)value;
}

static GazText take_title(Reading *reading, const json_t *object)
{
    const json_t *title = json_object_get(object, "title");
    GazText text = {{NULL, NULL}};

    if (!json_is_object(title))
        complain(reading, "title", NULL, "an object with zh, en or both");
    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++)
        text.in[language] =
            keep(reading, "title", json_string_value(json_object_get(title, gaz_language_code(language))));
    return text;
}

/* Whether the address stays inside the folder; an id may well have two dots in it. */
static bool stays_inside(const char *address)
{
    g_auto(GStrv) parts = g_strsplit(address, "/", -1);

    for (char **part = parts; *part != NULL; part++)
        if (**part == '\0' || strcmp(*part, ".") == 0 || strcmp(*part, "..") == 0)
            return false;
    return parts[0] != NULL;
}

/* An address as this program writes them. */
static const char *take_address(Reading *reading, const json_t *object, const char *name)
{
    const char *text = take_string(reading, object, name, false);

    if (reading->good && !stays_inside(text))
        complain(reading, name, text, "an address below the folder");
    return text;
}

/* Whether the object has no members but `count`, all of which were asked for. */
static void expect_members(Reading *reading, const json_t *object, size_t count)
{
    if (reading->good && json_object_size(object) != count)
        complain(reading, "members", NULL, "none but those of this format");
}

static void take_notice(Reading *reading, const json_t *object)
{
    enum { MEMBERS = 13 };
    GazAnnounced notice = {.id = take_string(reading, object, "id", false),
                           .version = take_count(reading, object, "version"),
                           .kind = take_string(reading, object, "kind", false),
                           .status = take_string(reading, object, "status", false),
                           .by = take_string(reading, object, "by", true),
                           .number = take_string(reading, object, "number", true),
                           .date = take_string(reading, object, "date", false),
                           .title = take_title(reading, object),
                           .address = take_address(reading, object, "address"),
                           .sha256 = take_sum(reading, object, "sha256"),
                           .announced_sha256 = take_sum(reading, object, "announced_sha256"),
                           .tree = take_address(reading, object, "tree"),
                           .tree_sha256 = take_sum(reading, object, "tree_sha256")};

    expect_members(reading, object, MEMBERS);
    if (reading->good && gaz_manifest_lookup(reading->manifest, notice.id, notice.version) != NULL)
        complain(reading, "id", notice.id, "each version of a notice once");
    if (reading->good)
        gaz_manifest_add(reading->manifest, &notice);
}

static void take_notices(Reading *reading, const json_t *root)
{
    const json_t *notices = json_object_get(root, "notices");

    if (!json_is_array(notices)) {
        complain(reading, "notices", NULL, "an array");
        return;
    }
    for (size_t i = 0; i < json_array_size(notices) && reading->good; i++) {
        g_autofree char *of = g_strdup_printf("notices[%zu].", i);

        reading->of = of;
        take_notice(reading, json_array_get(notices, i));
        reading->of = "";
    }
}

static void take_previous(Reading *reading, const json_t *root)
{
    const json_t *previous = json_object_get(root, "previous");
    GazManifest *manifest = reading->manifest;
    const char *name;

    if (json_is_null(previous) == (manifest->sequence > 1)) {
        complain(reading, "previous", NULL, "null in the first manifest, an object in every other");
        return;
    }
    if (manifest->sequence == 1)
        return;
    reading->of = "previous.";
    name = take_string(reading, previous, "manifest", false);
    manifest->previous = take_sum(reading, previous, "sha256");
    if (reading->good && strcmp(name, gaz_manifest_name(manifest->arena, manifest->sequence - 1)) != 0)
        complain(reading, "manifest", name, "the one before it");
    expect_members(reading, previous, 2);
    reading->of = "";
}

static void take_manifest(Reading *reading, const json_t *root)
{
    enum { MEMBERS = 8 };
    GazManifest *manifest = reading->manifest;

    if (json_integer_value(json_object_get(root, "format")) != GAZ_MANIFEST_FORMAT) {
        complain(reading, "format", NULL, "1");
        return;
    }
    manifest->sequence = take_count(reading, root, "sequence");
    manifest->publication = take_string(reading, root, "publication", false);
    manifest->title = take_title(reading, root);
    manifest->as_of = take_string(reading, root, "as_of", false);
    manifest->layout_reset = json_is_true(json_object_get(root, "layout_reset"));
    if (!json_is_boolean(json_object_get(root, "layout_reset")))
        complain(reading, "layout_reset", NULL, "true or false");
    if (reading->good)
        take_previous(reading, root);
    if (reading->good)
        take_notices(reading, root);
    expect_members(reading, root, MEMBERS);
}

GazManifest *gaz_manifest_read(const char *text, const char *file, GazReport *report)
{
    json_error_t problem;
    json_t *root = json_loads(text, JSON_REJECT_DUPLICATES, &problem);
    g_autoptr(GazManifest) manifest = gaz_manifest_new();
    Reading reading = {manifest, {.file = file}, report, "", true};

    if (root == NULL) {
        reading.at.line = (unsigned)MAX(problem.line, 0);
        reading.at.column = (unsigned)MAX(problem.column, 0);
        complain(&reading, "JSON", problem.text, "a manifest in JSON");
        return NULL;
    }
    take_manifest(&reading, root);
    json_decref(root);
    return reading.good ? g_steal_pointer(&manifest) : NULL;
}
