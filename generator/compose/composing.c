/* composing.c - what every composer does: tables, figures, names, labels. */
#include "compose/composing.h"

#include "compose/faults.h"
#include <string.h>

void gaz_composing_annex(GazComposing *work, const char *part)
{
    g_ptr_array_add(work->annexes, (gpointer)part);
}

void gaz_composing_annex_numbered(GazComposing *work, const char *part, const char *number)
{
    gaz_composing_annex(work, part);
    gaz_frame_text(work->facts, number,
                   gaz_text_number(work->arena, (GazDecimal)work->annexes->len * GAZ_DECIMAL_ONE));
}

GazGrid *gaz_composing_grid(GazComposing *work, const char *code, const GazTableColumn *columns,
                            unsigned column_count)
{
    GazGrid *grid = gaz_grid_new(work->arena, code, gaz_text(NULL, NULL), columns, column_count);
    GazText cities = gaz_cities_heading(work);

    for (unsigned i = 0; i < column_count; i++) {
        g_autofree char *id = g_strconcat("column.", columns[i].code, NULL);

        grid->columns[i].heading = gaz_glossary_format(work->glossary, work->arena, id, &cities, 1);
    }
    g_ptr_array_add(work->grids, grid);
    return grid;
}

GazFigure *gaz_composing_figure(GazComposing *work, const char *code, GazFigureKind kind)
{
    GazFigure *figure = gaz_figure_new(work->arena, kind);

    /* Until the words are rendered, the caption holds the code that finds them. */
    figure->caption = gaz_text(code, code);
    g_ptr_array_add(work->figures, figure);
    return figure;
}

static void name_once(GazComposing *work, GPtrArray *names, const GazRecord *record)
{
    if (g_hash_table_add(work->named, (gpointer)record))
        g_ptr_array_add(names, (gpointer)record->id);
}

void gaz_composing_names_of(GazComposing *work, const GazLine *line, const GazEnterprise *enterprise)
{
    name_once(work, work->document->lines, &line->record);
    gaz_composing_names_enterprise(work, enterprise);
}

void gaz_composing_names(GazComposing *work, const GazLine *line)
{
    gaz_composing_names_of(work, line, line->enterprise);
}

void gaz_composing_names_enterprise(GazComposing *work, const GazEnterprise *enterprise)
{
    name_once(work, work->document->enterprises, &enterprise->record);
}

GazText gaz_label(const GazComposing *work, const char *id)
{
    GazText label = gaz_glossary_label(work->glossary, id);

    /* The document outlives the wording: what it shows is its own. */
    return gaz_text(gaz_arena_intern(work->arena, label.in[GAZ_ZH]),
                    gaz_arena_intern(work->arena, label.in[GAZ_EN]));
}

GazText gaz_count(const GazComposing *work, const char *unit, GazDecimal number)
{
    return gaz_glossary_count(work->glossary, work->arena, unit, number);
}

GazText gaz_count_of(const GazComposing *work, const char *unit, size_t number)
{
    return gaz_count(work, unit, (GazDecimal)number * GAZ_DECIMAL_ONE);
}

GazText gaz_count_cities(const GazComposing *work, size_t number)
{
    const GazRegion *region = work->data->rules->region;
    GazText values[] = {gaz_text_number(work->arena, (GazDecimal)number * GAZ_DECIMAL_ONE),
                        number == 1 ? region->unit : region->units};

    return gaz_glossary_format(work->glossary, work->arena, "region.cities", values, 2);
}

GazText gaz_cities_heading(const GazComposing *work)
{
    const GazRegion *region = work->data->rules->region;

    return gaz_text(region->heading.in[GAZ_ZH], gaz_title_case(work->arena, region->unit.in[GAZ_EN]));
}

static bool is_small_word(const char *word)
{
    static const char *const small[] = {"a", "and", "at", "for", "in", "of", "on", "or", "the", "to"};
    size_t length = strcspn(word, " ");

    for (unsigned i = 0; i < G_N_ELEMENTS(small); i++)
        if (strlen(small[i]) == length && strncmp(small[i], word, length) == 0)
            return true;
    return false;
}

const char *gaz_title_case(GazArena *arena, const char *text)
{
    g_autofree char *title = g_strdup(text);

    for (char *at = title; *at != '\0'; at++)
        if (at == title || at[-1] == '-' || (at[-1] == ' ' && !is_small_word(at)))
            *at = g_ascii_toupper(*at);
    return gaz_arena_intern(arena, title);
}

bool gaz_composing_lacks(const GazComposing *work, const char *field, const char *found, const char *expected)
{
    if (work->data->lacking == 0)
        gaz_report_add(work->report, &work->notice->at, &gaz_compose_faults[GAZ_COMPOSE_NOTICE_INCOMPLETE],
                       field, found, "%s", expected);
    return false;
}
