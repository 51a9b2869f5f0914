/* select.c - paths and tests are read anew each time: they are a few names. */
#include "site/select.h"
#include <glib.h>
#include <string.h>

#define NOT "not("
#define AND " and "
#define OR " or "

/* One of the tests with "and" between. */
typedef struct {
    const char *path;
    bool negated;     /* not(path) */
    char compared;    /* '=', '!' for != or '>' with the text; 0: there is to be one */
    const char *text; /* `length` of it */
    size_t length;
} Test;

static const char *skip_tests(const char *text);

static bool is_of_name(char c)
{
    return g_ascii_isalnum(c) || c == '-' || c == '_';
}

/* Of a name or *. Not strspn(), which makes a table of its characters each time. */
static size_t length_of_name(const char *text)
{
    size_t length = *text == '*' ? 1 : 0;

    if (length > 0)
        return length;

    while (is_of_name(text[length]))
        length++;
    return length;
}

/* Not g_str_has_prefix(), which measures first what is asked for with each test. */
static bool begins(const char *text, const char *with)
{
    for (; *with != '\0' && *text == *with; with++)
        text++;
    return *with == '\0';
}

/* What comes after a path; NULL: there is none. */
static const char *skip_path(const char *text)
{
    for (text += *text == '/'; text != NULL; text++) {
        bool attribute = *text == '@';

        text += attribute;
        if (!g_ascii_isalpha(*text) && (attribute || *text != '*'))
            return NULL;
        text += length_of_name(text);
        if (!attribute && *text == '[') {
            text = skip_tests(text + 1);
            if (text == NULL || *text++ != ']')
                return NULL;
        }
        if (attribute || *text != '/')
            return text;
    }
    return NULL;
}

/* Whether the path that ends there ends with an attribute, and not with an element or its test. */
static bool is_of_attribute(const char *path, const char *end)
{
    while (end > path && *end != '@' && *end != '/' && *end != ']')
        end--;
    return *end == '@';
}

/* Reads what an attribute is compared with. What comes after it; NULL: it isn't any such thing. */
static const char *read_comparison(const char *text, Test *test)
{
    bool number = begins(text, " > ");

    test->compared = text[1];
    if (number)
        test->text = text + strlen(" > ");
    else if (begins(text, " = '") || begins(text, " != '"))
        test->text = strchr(text, '\'') + 1;
    else
        return NULL;
    test->length = strspn(test->text, "0123456789");
    if (number)
        return test->length == 0 ? NULL : test->text + test->length;
    test->length = strcspn(test->text, "'");
    return test->text[test->length] == '\'' ? test->text + test->length + 1 : NULL;
}

/* Reads one test. What comes after it; NULL: there is none. */
static const char *read_test(const char *text, Test *test)
{
    const char *end;

    *test = (Test){.path = text, .negated = begins(text, NOT)};
    if (test->negated)
        test->path += strlen(NOT);
    end = skip_path(test->path);
    if (end == NULL || (test->negated && *end != ')'))
        return NULL;
    if (test->negated)
        return end + 1;
    if (*end != ' ' || begins(end, AND) || begins(end, OR))
        return end;
    return is_of_attribute(test->path, end - 1) ? read_comparison(end, test) : NULL;
}

static const char *skip_tests(const char *text)
{
    Test test;
    const char *end = read_test(text, &test);
    const char *between = end != NULL && begins(end, AND) ? AND : OR;

    while (end != NULL && begins(end, between))
        end = read_test(end + strlen(between), &test);
    return end;
}

bool gaz_select_is_path(const char *text)
{
    const char *end = skip_path(text);

    return end != NULL && *end == '\0';
}

bool gaz_select_is_value(const char *text)
{
    return gaz_select_is_path(text) && is_of_attribute(text, text + strlen(text) - 1);
}

bool gaz_select_is_test(const char *text)
{
    const char *end = skip_tests(text);

    return end != NULL && *end == '\0';
}

/* Whether the name that a path goes on with is `own`. Most names differ in their first letter. */
static bool is_name(const xmlChar *own, const char *name)
{
    if (*name == '*')
        return true;
    for (; *own != '\0' && *own == (xmlChar)*name; own++)
        name++;
    return *own == '\0' && !is_of_name(*name);
}

static const xmlNode *attribute_named(const xmlNode *node, const char *name)
{
    const xmlAttr *attribute = node->type == XML_ELEMENT_NODE ? node->properties : NULL;

    while (attribute != NULL && !is_name(attribute->name, name))
        attribute = attribute->next;
    return (const xmlNode *)attribute;
}

static bool walk(const xmlNode *node, const char *path, GazSeen seen, void *user)
{
    size_t length = length_of_name(path);
    const char *tests = path[length] == '[' ? path + length + 1 : NULL;
    const char *rest = tests == NULL ? path + length : skip_tests(tests) + 1;
    bool enough = false;

    if (*path == '@') {
        const xmlNode *attribute = attribute_named(node, path + 1);

        return attribute != NULL && seen(attribute, user);
    }
    if (length == 0)
        return seen(node, user);
    rest += *rest == '/';
    for (const xmlNode *inner = node->children; inner != NULL && !enough; inner = inner->next)
        if (inner->type == XML_ELEMENT_NODE && is_name(inner->name, path) &&
            (tests == NULL || gaz_select_test(inner, tests)))
            enough = walk(inner, rest, seen, user);
    return enough;
}

bool gaz_select(const xmlNode *node, const char *path, GazSeen seen, void *user)
{
    return *path == '/' ? walk((const xmlNode *)node->doc, path + 1, seen, user)
                        : walk(node, path, seen, user);
}

static bool keep_first(const xmlNode *found, void *user)
{
    *(const xmlNode **)user = found;
    return true;
}

const xmlNode *gaz_select_first(const xmlNode *node, const char *path)
{
    const xmlNode *found = NULL;

    if (*path == '@')
        return attribute_named(node, path + 1);
    gaz_select(node, path, keep_first, &found);
    return found;
}

static const char *value_of(const xmlNode *found)
{
    return found->type == XML_ATTRIBUTE_NODE ? gaz_text_in(found) : "";
}

const char *gaz_select_value(const xmlNode *node, const char *path)
{
    const xmlNode *found = gaz_select_first(node, path);

    return found == NULL ? "" : value_of(found);
}

/* What is no number is greater than none. */
static bool is_greater(const char *value, const char *than)
{
    char *end;
    double number = g_ascii_strtod(value, &end);

    return end != value && *end == '\0' && number > g_ascii_strtod(than, NULL);
}

static bool compare(const xmlNode *found, void *user)
{
    const Test *test = user;
    const char *value = value_of(found);
    bool equal = strncmp(value, test->text, test->length) == 0 && value[test->length] == '\0';

    return test->compared == '>' ? is_greater(value, test->text) : equal == (test->compared == '=');
}

static bool holds(const xmlNode *node, Test *test)
{
    if (test->compared != 0)
        return gaz_select(node, test->path, compare, test);
    return (gaz_select_first(node, test->path) != NULL) != test->negated;
}

bool gaz_select_test(const xmlNode *node, const char *text)
{
    Test test;
    const char *end = read_test(text, &test);
    bool holding = end != NULL && holds(node, &test);

    if (end != NULL && begins(end, AND))
        return holding && gaz_select_test(node, end + strlen(AND));
    if (end != NULL && begins(end, OR))
        return holding || gaz_select_test(node, end + strlen(OR));
    return holding;
}
