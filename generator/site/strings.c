/* strings.c - texts of the interface and their placeholders. */
#include "site/strings.h"
#include "site/append.h"
#include <gio/gio.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>

/* One text; `one` is the English form for exactly one, NULL where there is none of its own. */
typedef struct {
    char *in[GAZ_LANGUAGES];
    char *one;
} Wording;

struct GazStrings {
    GHashTable *wordings; /* char * to Wording * */
};

static void free_wording(void *data)
{
    Wording *wording = data;

    for (int i = 0; i < GAZ_LANGUAGES; i++)
        g_free(wording->in[i]);
    g_free(wording->one);
    g_free(wording);
}

static char *take_xml(xmlChar *text)
{
    char *copy = g_strdup((const char *)text);

    xmlFree(text);
    return copy;
}

static Wording *read_wording(xmlNodePtr node)
{
    Wording *wording = g_new0(Wording, 1);

    for (xmlNodePtr child = xmlFirstElementChild(node); child != NULL; child = xmlNextElementSibling(child)) {
        GazLanguage language = strcmp((const char *)child->name, "zh") == 0 ? GAZ_ZH : GAZ_EN;

        g_free(wording->in[language]);
        wording->in[language] = take_xml(xmlNodeGetContent(child));
        if (language == GAZ_EN)
            wording->one = take_xml(xmlGetNoNsProp(child, BAD_CAST "one"));
    }
    return wording;
}

/* Takes one element of the file; false with `error` set where it isn't whole. */
static bool add_wording(GazStrings *strings, xmlNodePtr node, const char *path, GError **error)
{
    g_autofree char *id = take_xml(xmlGetNoNsProp(node, BAD_CAST "id"));
    Wording *wording = read_wording(node);

    if (id == NULL || wording->in[GAZ_ZH] == NULL || wording->in[GAZ_EN] == NULL ||
        g_hash_table_contains(strings->wordings, id)) {
        free_wording(wording);
        g_set_error(error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                    "%s:%ld: the text “%s” needs an id of its own and both languages", path,
                    xmlGetLineNo(node), id == NULL ? "" : id);
        return false;
    }
    g_hash_table_insert(strings->wordings, g_steal_pointer(&id), wording);
    return true;
}

GazStrings *gaz_strings_read(const char *path, GError **error)
{
    xmlDocPtr doc = xmlReadFile(path, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    g_autoptr(GazStrings) strings = g_new0(GazStrings, 1);
    bool whole = doc != NULL;

    strings->wordings = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_wording);
    if (doc == NULL)
        g_set_error(error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s: not to be read as XML", path);
    for (xmlNodePtr node = doc == NULL ? NULL : xmlFirstElementChild(xmlDocGetRootElement(doc));
         node != NULL && whole; node = xmlNextElementSibling(node))
        whole = add_wording(strings, node, path, error);
    xmlFreeDoc(doc);
    return whole ? g_steal_pointer(&strings) : NULL;
}

void gaz_strings_free(GazStrings *strings)
{
    if (strings == NULL)
        return;
    g_hash_table_unref(strings->wordings);
    g_free(strings);
}

static const char *value_of(const GazStringValue *values, unsigned count, const char *name, size_t length)
{
    for (unsigned i = 0; i < count; i++)
        if (strlen(values[i].name) == length && strncmp(values[i].name, name, length) == 0)
            return values[i].value;
    return NULL;
}

/* Which form of the text is right for the number {n}. */
static const char *form_for(const Wording *wording, GazLanguage language, const GazStringValue *values,
                            unsigned count)
{
    const char *n = value_of(values, count, "n", 1);

    return language == GAZ_EN && wording->one != NULL && g_strcmp0(n, "1") == 0 ? wording->one
                                                                                : wording->in[language];
}

static bool fill(const char *text, const char *id, const GazStringValue *values, unsigned count, GString *out,
                 GError **error)
{
    for (const char *open; (open = strchr(text, '{')) != NULL;) {
        const char *close = strchr(open, '}');
        const char *value =
            close == NULL ? NULL : value_of(values, count, open + 1, (size_t)(close - open) - 1);

        if (value == NULL) {
            g_set_error(error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                        "strings.xml: the text “%s” has a placeholder without a value: %s", id, open);
            return false;
        }
        gaz_append_len(out, text, (size_t)(open - text));
        gaz_append(out, value);
        text = close + 1;
    }
    gaz_append(out, text);
    return true;
}

bool gaz_strings_add(const GazStrings *strings, GazLanguage language, const char *id,
                     const GazStringValue *values, unsigned count, GString *to, GError **error)
{
    const Wording *wording = g_hash_table_lookup(strings->wordings, id);

    if (wording == NULL)
        g_set_error(error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "strings.xml: there is no text “%s”", id);
    return wording != NULL && fill(form_for(wording, language, values, count), id, values, count, to, error);
}

char *gaz_strings_say(const GazStrings *strings, GazLanguage language, const char *id,
                      const GazStringValue *values, unsigned count, GError **error)
{
    GString *text = g_string_new(NULL);
    bool said = gaz_strings_add(strings, language, id, values, count, text, error);

    return g_string_free(text, !said);
}
