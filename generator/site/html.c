/* html.c - one walk down and up, which no depth can overflow. libxml2's own writer asks its table of HTML 4
 * about every element and copies every text thrice: this pays a tenth of the time of a page. */
#include "site/html.h"
#include "site/append.h"
#include <libxml/parserInternals.h>
#include <libxml/uri.h>
#include <string.h>

/* What libxml2 leaves as it is in an address besides what it never escapes: with that all that is printed of
 * ASCII. What is escaped already stays so. */
#define PLAIN_IN_ADDRESS "\"#$%&+,/:;<=>?@[\\]^`{|}"

static bool is_any_of(const xmlChar *name, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (*name == (xmlChar)*names[i] && strcmp((const char *)name, names[i]) == 0)
            return true;
    return false;
}

/* Elements that have no end tag. */
static bool is_void(const xmlNode *node)
{
    static const char *const names[] = {"br",  "meta", "link", "input", "img", "hr",
                                        "col", "area", "base", "param", "wbr"};

    return node->ns == NULL && is_any_of(node->name, names, G_N_ELEMENTS(names));
}

/* Attributes whose name says it all. */
static bool is_flag(const xmlChar *name)
{
    static const char *const names[] = {"checked",  "defer",    "disabled", "ismap",
                                        "multiple", "readonly", "selected", "nowrap"};

    return is_any_of(name, names, G_N_ELEMENTS(names));
}

static bool is_address(const char *name)
{
    static const char *const names[] = {"href", "src", "action"};

    return is_any_of(BAD_CAST name, names, G_N_ELEMENTS(names));
}

bool gaz_html_is_raw(const xmlNode *element)
{
    static const char *const names[] = {"script", "style"};

    return is_any_of(element->name, names, G_N_ELEMENTS(names));
}

static const char *entity(char c)
{
    return c == '<' ? "&lt;" : c == '>' ? "&gt;" : c == '&' ? "&amp;" : "&quot;";
}

/* Adds `text` with each of the characters `special` as its entity. */
static void add_escaped(GString *html, const char *text, const char *special)
{
    for (size_t plain; *text != '\0'; text += plain) {
        plain = strcspn(text, special);
        gaz_append_len(html, text, plain);
        if (text[plain] != '\0')
            gaz_append(html, entity(text[plain++]));
    }
}

void gaz_html_add_text(GString *html, const char *text)
{
    add_escaped(html, text, "<>&");
}

/* In quotes the value doesn't hold; where it holds both, the double ones become entities. */
static void add_quoted(GString *html, const char *value)
{
    bool single = strchr(value, '"') != NULL && strchr(value, '\'') == NULL;

    g_string_append_c(html, single ? '\'' : '"');
    add_escaped(html, value, single ? "<>&" : "<>&\"");
    g_string_append_c(html, single ? '\'' : '"');
}

static void add_address(GString *html, const char *value)
{
    const char *at;
    xmlChar *escaped;

    while (g_ascii_isspace(*value))
        value++;
    for (at = value; g_ascii_isgraph(*at);)
        at++;
    if (*at == '\0') { /* most are of what stays as it is */
        add_quoted(html, value);
        return;
    }
    escaped = xmlURIEscapeStr(BAD_CAST value, BAD_CAST PLAIN_IN_ADDRESS);
    add_quoted(html, (const char *)escaped);
    xmlFree(escaped);
}

static void add_name(GString *html, const char *name)
{
    g_string_append_c(html, ' ');
    gaz_append(html, name);
    g_string_append_c(html, '=');
}

void gaz_html_add_value(GString *html, const char *name, const char *value)
{
    add_name(html, name);
    add_quoted(html, value);
}

void gaz_html_add_address(GString *html, const char *name, const char *value)
{
    add_name(html, name);
    add_address(html, value);
}

void gaz_html_add_attribute(GString *html, const xmlNs *space, const char *name, const char *value)
{
    if (is_flag(BAD_CAST name))
        gaz_append(g_string_append_c(html, ' '), name);
    else if (space == NULL && is_address(name))
        gaz_html_add_address(html, name, value);
    else
        gaz_html_add_value(html, name, value);
}

/* One without a text has no value either. */
static void add_attribute(GString *html, const xmlAttr *attribute)
{
    const xmlNode *text = attribute->children;
    const char *name = (const char *)attribute->name;
    xmlChar *joined =
        text != NULL && text->next != NULL ? xmlNodeGetContent((const xmlNode *)attribute) : NULL;
    const char *value = (const char *)(joined != NULL ? joined : text == NULL ? NULL : text->content);

    if (text == NULL)
        gaz_append(g_string_append_c(html, ' '), name);
    else
        gaz_html_add_attribute(html, attribute->parent->ns, name, value == NULL ? "" : value);
    xmlFree(joined);
}

void gaz_html_open(GString *html, const xmlNode *element)
{
    g_string_append_c(html, '<');
    gaz_append(html, (const char *)element->name);
    for (const xmlNs *space = element->nsDef; space != NULL; space = space->next)
        gaz_html_add_value(html, "xmlns", (const char *)space->href);
}

static void add_start(GString *html, const xmlNode *element)
{
    gaz_html_open(html, element);
    for (const xmlAttr *attribute = element->properties; attribute != NULL; attribute = attribute->next)
        add_attribute(html, attribute);
    g_string_append_c(html, '>');
}

void gaz_html_close(GString *html, const xmlNode *element)
{
    if (is_void(element))
        return;
    gaz_append(html, "</");
    gaz_append(html, (const char *)element->name);
    g_string_append_c(html, '>');
}

/* Scripts and style sheets are no HTML. */
static void add_text(GString *html, const xmlNode *text)
{
    if (text->name == xmlStringTextNoenc || gaz_html_is_raw(text->parent))
        gaz_append(html, (const char *)text->content);
    else
        gaz_html_add_text(html, (const char *)text->content);
}

static void add_instruction(GString *html, const xmlNode *instruction)
{
    g_string_append_printf(html, "<?%s %s>", (const char *)instruction->name,
                           (const char *)instruction->content);
}

void gaz_html_add_part(GString *html, const char *name)
{
    gaz_append(html, "<?part ");
    gaz_append(html, name);
    g_string_append_c(html, '>');
}

static void enter(GString *html, const xmlNode *node)
{
    if (node->type == XML_ELEMENT_NODE)
        add_start(html, node);
    else if (node->type == XML_PI_NODE)
        add_instruction(html, node);
    else if (node->content != NULL)
        add_text(html, node);
}

static const xmlNode *inner(const xmlNode *node)
{
    return node->type == XML_ELEMENT_NODE ? node->children : NULL;
}

void gaz_html_write(GString *html, const xmlNode *top)
{
    const xmlNode *node = top;

    for (;;) {
        enter(html, node);
        if (inner(node) != NULL) {
            node = inner(node);
            continue;
        }
        for (;; node = node->parent) {
            if (node->type == XML_ELEMENT_NODE)
                gaz_html_close(html, node);
            if (node == top)
                return;
            if (node->next != NULL)
                break;
        }
        node = node->next;
    }
}
