/* data.c - the order in which a data folder is read, and what must be there for it to be of use. */
#include "model/data.h"

#include "base/files.h"
#include "model/headings.h"
#include "model/names.h"
#include "model/sources.h"
#include "model/unknown.h"
#include <string.h>

static GazData *new_data(const char *folder)
{
    GazData *data = g_new0(GazData, 1);

    data->arena = gaz_arena_new();
    data->folder = gaz_arena_strdup(data->arena, folder);
    data->arrays = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
    data->records = g_hash_table_new(g_str_hash, g_str_equal);
    data->texts = g_hash_table_new(g_str_hash, g_str_equal);
    data->known_until = GAZ_NO_DATE;
    data->years = g_ptr_array_new();
    g_ptr_array_add(data->arrays, data->years);
    return data;
}

void gaz_data_free(GazData *data)
{
    if (data == NULL)
        return;
    for (unsigned i = 0; data->of == NULL && i < data->years->len; i++)
        g_hash_table_unref(((GazPublication *)data->years->pdata[i])->meta);
    g_clear_pointer(&data->copies, g_hash_table_unref);
    g_hash_table_unref(data->records);
    g_hash_table_unref(data->texts);
    g_ptr_array_unref(data->arrays);
    gaz_arena_free(data->arena);
    g_free(data);
}

const void *gaz_data_lookup(const GazData *data, const char *table, const char *id)
{
    g_autofree char *key = g_strconcat(table, "/", id, NULL);
    const void *record = g_hash_table_lookup(data->records, key);

    return record == NULL || data->copies == NULL ? record : g_hash_table_lookup(data->copies, record);
}

GPtrArray *gaz_reading_array(GazReading *reading)
{
    GPtrArray *array = g_ptr_array_new();

    g_ptr_array_add(reading->data->arrays, array);
    return array;
}

/* The schema `name` of the folder beside the rules, read at the first call: rules are in several files. */
static const GazSchema *find_schema(GazReading *reading, const char *name, GError **error)
{
    g_autofree char *path = g_build_filename(reading->rules_folder, "..", "schema", name, NULL);
    GazSchema *schema;

    if (reading->schemas == NULL)
        reading->schemas =
            g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)gaz_schema_free);
    schema = g_hash_table_lookup(reading->schemas, name);
    if (schema == NULL && (schema = gaz_schema_read(path, error)) != NULL)
        g_hash_table_insert(reading->schemas, g_strdup(name), schema);
    return schema;
}

const GazElement *gaz_reading_xml(GazReading *reading, const char *path, const char *file, const char *name,
                                  bool required, bool *valid, GError **error)
{
    const GazSchema *schema;
    g_auto(GazInput) input = {0};
    GazPlace place = {.file = file};

    *valid = false;
    if (!g_file_test(path, G_FILE_TEST_EXISTS)) {
        if (required)
            gaz_report_add(reading->report, &place, &gaz_read_faults[GAZ_READ_FILE_MISSING], NULL, NULL,
                           NULL);
        *valid = !required;
        return NULL;
    }
    schema = find_schema(reading, name, error);
    if (schema == NULL || !gaz_input_load(&input, path, file, error))
        return NULL;
    return gaz_elements_parse(reading->data->arena, &input, schema, reading->report, valid);
}

static bool read_tables(GazReading *reading, GError **error)
{
    g_autoptr(GazSources) sources = gaz_sources_open(reading, error);

    for (unsigned i = 0; i < gaz_table_count && sources != NULL; i++)
        if (!gaz_reading_table(reading, sources, &gaz_tables[i], error))
            return false;
    return sources != NULL;
}

static bool is_known_file(const char *name)
{
    if (strcmp(name, "publication.xml") == 0 || strcmp(name, "rules.xml") == 0)
        return true;
    for (unsigned i = 0; i < gaz_table_count; i++)
        if (g_str_has_prefix(name, gaz_tables[i].name) &&
            strcmp(name + strlen(gaz_tables[i].name), ".csv") == 0)
            return true;
    return false;
}

/* What an editor makes of a table that it saves as a text: findings.csv.txt. */
static bool is_table_as_text(const char *name)
{
    for (unsigned i = 0; i < gaz_table_count; i++) {
        size_t length = strlen(gaz_tables[i].name);

        if (g_ascii_strncasecmp(name, gaz_tables[i].name, length) == 0 &&
            (g_ascii_strcasecmp(name + length, ".txt") == 0 ||
             g_ascii_strcasecmp(name + length, ".csv.txt") == 0))
            return true;
    }
    return false;
}

static bool is_misspelt(const char *name)
{
    if (gaz_file_ends(name, ".csv") || gaz_file_ends(name, ".xml"))
        return !is_known_file(name);
    return is_table_as_text(name) || (gaz_file_ends(name, ".xlsx") && !g_str_has_suffix(name, ".xlsx"));
}

/* A file under a misspelt name would be left out without a word. */
static bool check_names(GazReading *reading, GError **error)
{
    GDir *folder = g_dir_open(reading->folder, 0, error);

    if (folder == NULL)
        return false;
    for (const char *name; (name = g_dir_read_name(folder)) != NULL;) {
        GazPlace place = {.file = gaz_reading_file(reading, gaz_reading_shown(reading, name))};

        if (is_misspelt(name))
            gaz_report_add(
                reading->report, &place, GAZ_MODEL_FAULT(FILE_UNKNOWN), NULL, NULL,
                "publication.xml, rules.xml or the name of a table, as data/README.md lists them, in "
                "small letters");
    }
    g_dir_close(folder);
    return true;
}

bool gaz_reading_folder(GazReading *reading, GError **error)
{
    const char *path = gaz_reading_path(reading, "publication.xml");
    const char *file = gaz_reading_file(reading, "publication.xml");
    const GazElement *root;
    bool valid;

    if (!check_names(reading, error))
        return false;
    root = gaz_reading_xml(reading, path, file, "publication.rng", true, &valid, error);
    if (*error != NULL)
        return false;
    if (reading->later
            ? !gaz_reading_later_rules(reading, error)
            : !gaz_reading_rules(reading, root == NULL ? NULL : gaz_element_attribute(root, "region"), error))
        return false;
    if (valid)
        gaz_reading_publication(reading, root);
    else
        reading->broken = reading->unnamed = true;
    if (!read_tables(reading, error) || !gaz_reading_texts(reading, error))
        return false;
    if (valid)
        gaz_reading_subjects(reading, root);
    return true;
}

static bool read_all(GazReading *reading, GError **error)
{
    for (unsigned i = 0; i < gaz_table_count; i++)
        *(GPtrArray **)((char *)reading->data + gaz_tables[i].list) = gaz_reading_array(reading);
    /* Without the first year there is nothing that a later one could add to. */
    if (!gaz_reading_folder(reading, error) ||
        (reading->data->publication != NULL && !gaz_reading_years(reading, error)))
        return false;
    gaz_reading_changes(reading);
    gaz_reading_corrections(reading);
    gaz_reading_rewordings(reading);
    return true;
}

GazData *gaz_data_read(const char *folder, const char *rules_folder, GazReport *report, GError **error)
{
    g_autoptr(GazData) data = new_data(folder);
    GazReading reading = {
        .data = data, .report = report, .rules_folder = rules_folder, .folder = data->folder, .prefix = ""};
    GError *failure = NULL;
    bool read;

    reading.left_out = g_hash_table_new(g_str_hash, g_str_equal);
    reading.unknown = gaz_unknown_new();
    reading.named = g_hash_table_new(g_str_hash, g_str_equal);
    reading.partial = g_hash_table_new(g_str_hash, g_str_equal);
    reading.credit_codes = g_hash_table_new(g_str_hash, g_str_equal);
    reading.renewed = g_hash_table_new(g_str_hash, g_str_equal);
    read = read_all(&reading, &failure);
    gaz_unknown_tell(&reading);
    g_hash_table_unref(reading.unknown);
    g_hash_table_unref(reading.left_out);
    g_hash_table_unref(reading.named);
    g_hash_table_unref(reading.partial);
    g_hash_table_unref(reading.credit_codes);
    g_hash_table_unref(reading.renewed);
    g_clear_pointer(&reading.schemas, g_hash_table_unref);
    gaz_names_clear(&reading);
    gaz_headings_free(reading.headings);
    if (!read)
        g_propagate_error(error, failure);
    return read && !reading.broken && !reading.no_rules ? g_steal_pointer(&data) : NULL;
}
