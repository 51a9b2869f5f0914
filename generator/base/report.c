/* report.c - faults kept in one arena, sorted when first read. */
#include "base/report.h"

#include "base/arena.h"
#include <stdarg.h>
#include <string.h>

enum { SHOWN_CHARACTERS = 80 }; /* what was found is shown up to here: a cell can hold a megabyte */

struct GazReport {
    GazArena *arena;
    GArray *faults, *notes; /* of GazFault */
    bool sorted;
};

GazReport *gaz_report_new(void)
{
    GazReport *report = g_new0(GazReport, 1);

    report->arena = gaz_arena_new();
    report->faults = g_array_new(FALSE, TRUE, sizeof(GazFault));
    report->notes = g_array_new(FALSE, TRUE, sizeof(GazFault));
    return report;
}

void gaz_report_free(GazReport *report)
{
    if (report == NULL)
        return;
    g_array_free(report->faults, TRUE);
    g_array_free(report->notes, TRUE);
    gaz_arena_free(report->arena);
    g_free(report);
}

/* Controls, bidi marks among them, must not reach a terminal: they are shown as U+XXXX. */
static bool is_printable(gunichar character)
{
    GUnicodeType type = g_unichar_type(character);

    return type != G_UNICODE_CONTROL && type != G_UNICODE_FORMAT && type != G_UNICODE_LINE_SEPARATOR &&
           type != G_UNICODE_PARAGRAPH_SEPARATOR && type != G_UNICODE_SURROGATE;
}

/* `text` with what isn't printable or no UTF-8 told by its number, and of it the first `most` characters. */
static const char *printable(GazArena *arena, const char *text, unsigned most)
{
    g_autoptr(GString) shown = g_string_new(NULL);
    unsigned count = 0;

    for (const char *at = text; *at != '\0'; count++) {
        gunichar character = g_utf8_get_char_validated(at, -1);
        bool valid = character != (gunichar)-1 && character != (gunichar)-2;

        if (count == most) {
            g_string_append(shown, "…");
            break;
        }
        if (!valid)
            g_string_append_printf(shown, "\\x%02X", (unsigned)(unsigned char)*at);
        else if (is_printable(character))
            g_string_append_unichar(shown, character);
        else
            g_string_append_printf(shown, "<U+%04X>", character);
        at += valid ? g_utf8_next_char(at) - at : 1;
    }
    return gaz_arena_intern(arena, shown->str);
}

/* The same of what may be NULL, and is shown as a whole: names of files, and of what is in them, come from
 * whoever made a copy of a website. */
static const char *whole(GazArena *arena, const char *text)
{
    return text == NULL ? NULL : printable(arena, text, G_MAXUINT);
}

static void add(GazReport *report, GArray *to, const char *clause, const GazPlace *place,
                const GazFaultKind *kind, const char *field, const char *found, const char *expected,
                va_list arguments)
{
    g_autofree char *wanted = expected == NULL ? NULL : g_strdup_vprintf(expected, arguments);
    GazFault fault = {.kind = kind,
                      .note = to == report->notes,
                      .field = whole(report->arena, field),
                      .clause = gaz_arena_strdup(report->arena, clause),
                      .found = found == NULL ? NULL : printable(report->arena, found, SHOWN_CHARACTERS),
                      .expected = whole(report->arena, wanted)};

    if (place != NULL) {
        fault.place = *place;
        fault.place.file = whole(report->arena, place->file);
        fault.place.sheet = whole(report->arena, place->sheet);
    }
    g_array_append_val(to, fault);
    report->sorted = false;
}

void gaz_report_add(GazReport *report, const GazPlace *place, const GazFaultKind *kind, const char *field,
                    const char *found, const char *expected, ...)
{
    va_list arguments;

    va_start(arguments, expected);
    add(report, report->faults, kind->clause, place, kind, field, found, expected, arguments);
    va_end(arguments);
}

void gaz_report_add_under(GazReport *report, const char *clause, const GazPlace *place,
                          const GazFaultKind *kind, const char *field, const char *found,
                          const char *expected, ...)
{
    va_list arguments;

    va_start(arguments, expected);
    add(report, report->faults, clause, place, kind, field, found, expected, arguments);
    va_end(arguments);
}

void gaz_report_note(GazReport *report, const GazPlace *place, const GazFaultKind *kind, const char *field,
                     const char *found, const char *taken, ...)
{
    va_list arguments;

    va_start(arguments, taken);
    add(report, report->notes, kind->clause, place, kind, field, found, taken, arguments);
    va_end(arguments);
}

unsigned gaz_report_count_notes(const GazReport *report)
{
    return report->notes->len;
}

unsigned gaz_report_count(const GazReport *report)
{
    return report->faults->len;
}

bool gaz_report_has_faults(const GazReport *report)
{
    return report->faults->len > 0;
}

static bool has(const GArray *faults, const char *id)
{
    for (unsigned i = 0; i < faults->len; i++)
        if (strcmp(g_array_index(faults, GazFault, i).kind->id, id) == 0)
            return true;
    return false;
}

bool gaz_report_has(const GazReport *report, const char *id)
{
    return has(report->faults, id) || has(report->notes, id);
}

static int compare_faults(const void *one, const void *two)
{
    const GazPlace *a = &((const GazFault *)one)->place, *b = &((const GazFault *)two)->place;
    int by_file = g_strcmp0(a->file, b->file);

    if (by_file == 0)
        by_file = g_strcmp0(a->sheet, b->sheet);
    if (by_file != 0)
        return by_file;
    if (a->line != b->line)
        return a->line < b->line ? -1 : 1;
    return (a->column > b->column) - (a->column < b->column);
}

/* g_array_sort() is a stable merge sort (GLib 2.32 and later promise it), so equal places keep their order.
 */
static const GazFault *get(GazReport *report, const GArray *from, unsigned index)
{
    if (!report->sorted) {
        g_array_sort(report->faults, compare_faults);
        g_array_sort(report->notes, compare_faults);
    }
    report->sorted = true;
    return &g_array_index(from, GazFault, index);
}

const GazFault *gaz_report_get(GazReport *report, unsigned index)
{
    return get(report, report->faults, index);
}

const GazFault *gaz_report_get_note(GazReport *report, unsigned index)
{
    return get(report, report->notes, index);
}

static void append_fault(GString *text, const GazFault *fault)
{
    gaz_place_append(text, &fault->place);
    g_string_append(text, fault->place.file == NULL ? "" : ": ");
    g_string_append(text, fault->note ? "note: " : "error: ");
    if (fault->field != NULL)
        g_string_append_printf(text, "%s: ", fault->field);
    g_string_append(text, fault->kind->text);
    if (fault->found != NULL)
        g_string_append_printf(text, fault->note ? ": \"%s\"" : ": found \"%s\"", fault->found);
    if (fault->expected != NULL)
        g_string_append_printf(text, "%s %s %s", fault->found == NULL ? ":" : ",",
                               fault->note ? "read as" : "expected", fault->expected);
    if (fault->clause != NULL)
        g_string_append_printf(text, " [%s]", fault->clause);
    g_string_append_printf(text, " (%s)\n", fault->kind->id);
}

char *gaz_report_notes_to_text(GazReport *report)
{
    GString *text = g_string_new(NULL);

    for (unsigned i = 0; i < report->notes->len; i++)
        append_fault(text, gaz_report_get_note(report, i));
    return g_string_free(text, FALSE);
}

char *gaz_report_to_text(GazReport *report)
{
    GString *text = g_string_new(NULL);

    for (unsigned i = 0; i < report->faults->len; i++)
        append_fault(text, gaz_report_get(report, i));
    return g_string_free(text, FALSE);
}

static void append_json_string(GString *json, const char *name, const char *value)
{
    g_string_append_printf(json, "\"%s\": ", name);
    if (value == NULL) {
        g_string_append(json, "null");
        return;
    }
    g_string_append_c(json, '"');
    for (const char *at = value; *at != '\0'; at++) {
        if (*at == '"' || *at == '\\')
            g_string_append_printf(json, "\\%c", *at);
        else if ((unsigned char)*at < 0x20)
            g_string_append_printf(json, "\\u%04x", (unsigned)*at);
        else
            g_string_append_c(json, *at);
    }
    g_string_append_c(json, '"');
}

static void append_json_fault(GString *json, const GazFault *fault)
{
    const struct {
        const char *name, *value;
    } texts[] = {
        {"field", fault->field}, {"id", fault->kind->id},       {"text", fault->kind->text},
        {"found", fault->found}, {"expected", fault->expected}, {"clause", fault->clause},
    };

    g_string_append(json, "  {");
    append_json_string(json, "severity", fault->note ? "note" : "error");
    g_string_append(json, ", ");
    append_json_string(json, "file", fault->place.file);
    g_string_append(json, ", ");
    append_json_string(json, "sheet", fault->place.sheet);
    g_string_append_printf(json, ", \"line\": %u, \"column\": %u", fault->place.line, fault->place.column);
    for (unsigned i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_string_append(json, ", ");
        append_json_string(json, texts[i].name, texts[i].value);
    }
    g_string_append_c(json, '}');
}

char *gaz_report_to_json(GazReport *report)
{
    GString *json = g_string_new("[");
    unsigned faults = report->faults->len, count = faults + report->notes->len;

    for (unsigned i = 0; i < count; i++) {
        g_string_append(json, i == 0 ? "\n" : ",\n");
        append_json_fault(json,
                          i < faults ? gaz_report_get(report, i) : gaz_report_get_note(report, i - faults));
    }
    g_string_append(json, count == 0 ? "]\n" : "\n]\n");
    return g_string_free(json, FALSE);
}
