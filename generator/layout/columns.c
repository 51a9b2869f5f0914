/* columns.c - widths from the widest distinct texts, then moved from column to column as long as the table
 * becomes lower. */
#include "layout/columns.h"

#include "layout/reach.h"
#include <math.h>
#include <string.h>

static const double short_text = 5;    /* [em] what is no wider isn't turned over */
static const double short_heading = 3; /* [em] the same of a heading: 同意 and （票） */
static const double rounding = 1e-6;   /* [pt] between sums of the same advances */
enum { SAMPLE = 64 };                  /* rows whose heights are estimated */

GazCellLook gaz_cell_look(const GazFlow *flow)
{
    return (GazCellLook){.zh = (flow->languages & GAZ_LANGUAGES_ZH) != 0,
                         .en = (flow->languages & GAZ_LANGUAGES_EN) != 0};
}

GazSetting gaz_cell_setting(GazLanguage language, bool head, double measure)
{
    GazSetting setting = {.language = language, .measure = measure, .fill = GAZ_FILL_RAGGED};

    setting.size = language == GAZ_ZH ? GAZ_CELL_SIZE_ZH : GAZ_CELL_SIZE_EN;
    setting.faces[0] = head ? GAZ_FACE_HEI : GAZ_FACE_SONG;
    setting.faces[1] = language == GAZ_ZH ? setting.faces[0] : head ? GAZ_FACE_LATIN_BOLD : GAZ_FACE_LATIN;
    setting.faces[2] = GAZ_FACE_HEI;
    return setting;
}

double gaz_cell_pitch(GazLanguage language)
{
    return language == GAZ_ZH ? GAZ_CELL_SIZE_ZH * 1.3 : GAZ_CELL_SIZE_EN * 1.2;
}

bool gaz_cell_shows(const GazCellLook *look, const GazText *text, GazLanguage language)
{
    if (text->in[language] == NULL)
        return language == GAZ_EN && !look->zh && text->in[GAZ_ZH] != NULL;
    if (language == GAZ_EN && look->zh && text->in[GAZ_EN] == text->in[GAZ_ZH])
        return false;
    return language == GAZ_ZH ? look->zh || text->in[GAZ_EN] == NULL : look->en;
}

/* What a text takes on one line, what lines of several leave blank at their ends on average, and the least
 * width that doesn't cut it in the wrong place. */
typedef struct {
    double natural[GAZ_LANGUAGES], blank[GAZ_LANGUAGES], least; /* 0: not shown */
    unsigned most_lines[GAZ_LANGUAGES];                         /* as many as there are words */
} Want;

typedef struct {
    GazFlow *flow;
    const GazGrid *grid;
    GazCellLook look;
    double *least, *most;  /* of each column, padding included: the least it can do with, all on one line */
    const Want **wants;    /* of each cell of the sample, row by row; NULL: empty. The headings come first */
    unsigned rows;         /* of the sample, the headings included */
    GHashTable *known;     /* what a Chinese text of this run of texts wants: a Want of the arena */
    GazArena *arena;       /* of Want: as many as there are texts, and of no use afterwards */
    GazAdvances *advances; /* of cells' characters in each language */
} Search;

bool gaz_has_han(const char *text)
{
    for (; *text != '\0'; text = g_utf8_next_char(text))
        if (g_utf8_get_char(text) >= 0x2E80)
            return true;
    return false;
}

/* A number or word, or five Han characters; `brief`: [em] what is no wider is left whole. */
static double least_width(const Search *search, const char *text, const GazSetting *setting, double natural,
                          double brief)
{
    GazFace face = setting->faces[setting->language == GAZ_ZH ? 0 : 1];
    g_auto(GStrv) words = NULL;
    double widest = 0;

    if (natural <= brief * setting->size)
        return natural; /* Kiln No. 1 */
    if (gaz_has_han(text))
        return brief * setting->size;
    words = g_strsplit(text, " ", -1);
    for (unsigned i = 0; words[i] != NULL; i++)
        widest = MAX(
            widest,
            gaz_fonts_shape(search->flow->fonts, words[i], face, setting->size, setting->language)->width);
    return widest;
}

/* What the marks of a cell's notes take beside its text. */
static double marks_width(const Search *search, const char *notes)
{
    const char *marks = gaz_flow_note_marks(search->flow, notes);
    GazSetting setting = gaz_cell_setting(GAZ_ZH, false, 0);

    if (marks == NULL)
        return 0;
    return gaz_fonts_shape(search->flow->fonts, marks, setting.faces[0], setting.size * 0.7, GAZ_ZH)->width +
           1;
}

/* What a cell of `text` shows in `language`; NULL: nothing. Lent. */
static const char *shown_words(const Search *search, const GazText *text, GazLanguage language)
{
    if (!gaz_cell_shows(&search->look, text, language))
        return NULL;
    return text->in[language] != NULL ? text->in[language] : text->in[GAZ_ZH];
}

static unsigned count_words(const char *text)
{
    unsigned words = 1;

    for (; *text != '\0'; text++)
        words += *text == ' ';
    return words;
}

static const Want *want_of(const Search *search, const GazText *text, bool head, double brief,
                           const char *notes)
{
    Want *want = gaz_arena_new0(search->arena, Want, 1);
    double marks = marks_width(search, notes);

    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++) {
        GazSetting setting = gaz_cell_setting(language, head, 0);
        const char *words = shown_words(search, text, language);
        double natural, least;

        if (words == NULL)
            continue;
        natural = gaz_text_width(search->flow->fonts, words, &setting);
        least = least_width(search, words, &setting, natural, brief);
        want->least = MAX(want->least, least + marks);
        want->natural[language] = natural + marks;
        want->blank[language] = (gaz_has_han(words) ? setting.size : least) / 2;
        want->most_lines[language] = gaz_has_han(words) ? G_MAXUINT : count_words(words);
    }
    return want;
}

/* What a text wants of which only is known that its column is wide enough for it. */
static const Want unmeasured;

static bool can_widen_in(const Search *search, unsigned column, const char *words, GazLanguage language)
{
    GazSetting setting = gaz_cell_setting(language, false, 0);
    GazReach reach = gaz_reach_of(search->flow->fonts, words, &setting, &search->advances[language]);
    double brief = short_text * setting.size, least = MIN(reach.whole, brief);

    if (!reach.han && reach.whole > brief)
        least = MAX(brief, reach.word);
    return reach.whole + 2 * GAZ_CELL_PAD > search->most[column] + rounding ||
           least + 2 * GAZ_CELL_PAD > search->least[column] + rounding;
}

/* Whether the text of a cell may want a wider column than those before it. To know so of each without shaping
 * it pays a seventh of the time of 20,000 rows, whose texts would be shaped again when they are set. */
static bool can_widen(const Search *search, unsigned column, const GazText *text)
{
    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++) {
        const char *words = shown_words(search, text, language);

        if (words != NULL && can_widen_in(search, column, words, language))
            return true;
    }
    return false;
}

/* The same texts come again and again in a column: each is measured once, unless it bears notes. Those of the
 * sample are measured in any case. */
static const Want *look_at_cell(Search *search, const GazRow *row, unsigned column, bool sampled)
{
    const GazCell *cell = &row->cells[column];
    bool head = row->kind != GAZ_ROW_DATA, bare = cell->notes == NULL;
    const Want *want = bare ? g_hash_table_lookup(search->known, cell->text.in[GAZ_ZH]) : NULL;

    if (want != NULL)
        return want;
    if (bare && !head && !sampled && !can_widen(search, column, &cell->text))
        return &unmeasured;
    want = want_of(search, &cell->text, head, short_text, cell->notes);
    if (bare && cell->text.in[GAZ_ZH] != NULL)
        g_hash_table_insert(search->known, (gpointer)cell->text.in[GAZ_ZH], (gpointer)want);
    return want;
}

static void widen(Search *search, unsigned column, const Want *want, double share)
{
    double *least = &search->least[column], *most = &search->most[column];

    *least = MAX(*least, want->least + 2 * GAZ_CELL_PAD);
    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++)
        *most = MAX(*most, share * want->natural[language] + 2 * GAZ_CELL_PAD);
    *most = MAX(*most, *least);
}

/* Every text of a column that may widen it is looked at for its widths; of every so many rows, for the height
 * too. */
static void look_at_column(Search *search, unsigned column)
{
    const GArray *rows = search->grid->rows;
    unsigned count = search->grid->column_count, every = rows->len / SAMPLE + 1;
    const Want *heading = want_of(search, &search->grid->columns[column].heading, true, short_heading, NULL);

    widen(search, column, heading, 0.6); /* a heading may turn over */
    search->wants[column] = heading;
    for (unsigned r = 0; r < rows->len; r++) {
        const GazRow *row = &g_array_index(rows, GazRow, r);
        bool sampled = r % every == 0;
        const Want *want = row->kind == GAZ_ROW_GROUP ? NULL : look_at_cell(search, row, column, sampled);

        if (want != NULL)
            widen(search, column, want, 1);
        if (sampled)
            search->wants[(1 + r / every) * count + column] = want;
    }
    g_hash_table_remove_all(search->known);
}

/* In a narrow column the ends of lines make up much of it. */
static double lines_of(const Want *want, GazLanguage language, double room)
{
    double natural = want->natural[language], lines;

    if (natural == 0)
        return 0;
    lines = natural <= room ? 1 : MAX(2, ceil(natural / MAX(room / 2, room - want->blank[language])));
    return MIN(lines, want->most_lines[language]);
}

static double height_of_cell(const Want *want, double width)
{
    double height = 0, room = width - 2 * GAZ_CELL_PAD + 0.5;

    for (GazLanguage language = GAZ_ZH; want != NULL && language < GAZ_LANGUAGES; language++)
        height += gaz_cell_pitch(language) * lines_of(want, language, room);
    return height;
}

/* Heights of the sample's cells, row by row, as the columns are. */
static void find_heights(const Search *search, const double *widths, unsigned column, double *heights)
{
    unsigned count = search->grid->column_count;

    for (unsigned r = 0; r < search->rows; r++)
        heights[r * count + column] = height_of_cell(search->wants[r * count + column], widths[column]);
}

/* Of the headings and the rows of the sample, columns `a` and `b` as wide as `widths` says, the others as
 * high as `heights` says. */
static double height_with(const Search *search, const double *heights, const double *widths, unsigned a,
                          unsigned b)
{
    unsigned count = search->grid->column_count;
    double all = 0;

    for (unsigned r = 0; r < search->rows; r++) {
        double row = MAX(height_of_cell(search->wants[r * count + a], widths[a]),
                         height_of_cell(search->wants[r * count + b], widths[b]));

        for (unsigned c = 0; c < count; c++)
            if (c != a && c != b)
                row = MAX(row, heights[r * count + c]);
        all += row;
    }
    return all;
}

static double sum_of(const double *widths, unsigned count)
{
    double sum = 0;

    for (unsigned c = 0; c < count; c++)
        sum += widths[c];
    return sum;
}

/* Where the columns can't do with the width there is, those that ask for most give way, and their long words
 * are cut; dates and numbers stay whole. */
static void bound_least(Search *search)
{
    unsigned count = search->grid->column_count;
    double low = 0, high = search->flow->width;

    if (sum_of(search->least, count) <= search->flow->width)
        return;
    for (unsigned step = 0; step < 30; step++) {
        double cap = (low + high) / 2, sum = 0;

        for (unsigned c = 0; c < count; c++)
            sum += MIN(search->least[c], cap);
        if (sum <= search->flow->width)
            low = cap;
        else
            high = cap;
    }
    for (unsigned c = 0; c < count; c++)
        search->least[c] = MIN(search->least[c], low);
}

/* No column wider than `cap`, unless it must. */
static void cap_widths(const Search *search, double cap, double *widths)
{
    for (unsigned c = 0; c < search->grid->column_count; c++)
        widths[c] = MAX(search->least[c], MIN(search->most[c], cap));
}

/* Narrow columns have what they want, the widest share what is left: found by halving. */
static void share_out(const Search *search, double *widths)
{
    unsigned count = search->grid->column_count;
    double low = 0, high = search->flow->width;

    for (unsigned step = 0; step < 30; step++) {
        double cap = (low + high) / 2;

        cap_widths(search, cap, widths);
        if (sum_of(widths, count) <= search->flow->width)
            low = cap;
        else
            high = cap;
    }
    cap_widths(search, low, widths);
}

/* Moves `step` to the column where it lowers the table most, from the one that misses it least. False: none.
 */
static bool move_width(const Search *search, double *widths, double step, double *heights, double *height)
{
    unsigned count = search->grid->column_count, from = 0, to = 0;
    double best = *height - 0.01;

    for (unsigned a = 0; a < count; a++)
        for (unsigned b = 0; b < count; b++) {
            double found;

            if (a == b || widths[a] - step < search->least[a] || widths[b] >= search->most[b])
                continue;
            widths[a] -= step;
            widths[b] += step;
            found = height_with(search, heights, widths, a, b);
            widths[a] += step;
            widths[b] -= step;
            if (found < best) {
                best = found;
                from = a;
                to = b;
            }
        }
    if (from == to)
        return false;
    widths[from] -= step;
    widths[to] += step;
    find_heights(search, widths, from, heights);
    find_heights(search, widths, to, heights);
    *height = best;
    return true;
}

static void lower(const Search *search, double *widths)
{
    static const double steps[] = {48, 24, 12, 6};
    unsigned count = search->grid->column_count;
    g_autofree double *heights = g_new(double, (gsize)search->rows *count);
    double height;

    for (unsigned c = 0; c < count; c++)
        find_heights(search, widths, c, heights);
    height = height_with(search, heights, widths, 0, 0);
    for (unsigned i = 0; i < G_N_ELEMENTS(steps); i++)
        while (move_width(search, widths, steps[i], heights, &height))
            ;
}

static void search_widths(Search *search, double *widths)
{
    unsigned count = search->grid->column_count;
    bool fits = sum_of(search->most, count) <= search->flow->width;
    double total;

    bound_least(search);
    share_out(search, widths);
    total = sum_of(widths, count);
    for (unsigned c = 0; c < count; c++) /* what is left over is spread, what is too much is taken */
        widths[c] *= search->flow->width / total;
    if (!fits && total <= search->flow->width)
        lower(search, widths);
}

/* Looks at all of a table's columns in a search of its own, and lets `found` use it. */
static void look_at_table(GazFlow *flow, const GazGrid *grid, GazCellLook look,
                          void (*found)(Search *search, double *result), double *result)
{
    unsigned count = grid->column_count, every = grid->rows->len / SAMPLE + 1;
    g_autofree double *bounds = g_new0(double, 2 * count);
    g_autoptr(GHashTable) known = g_hash_table_new(NULL, NULL);
    g_autoptr(GazArena) arena = gaz_arena_new();
    GazAdvances advances[GAZ_LANGUAGES] = {0};
    Search search = {.flow = flow,
                     .grid = grid,
                     .look = look,
                     .least = bounds,
                     .most = bounds + count,
                     .rows = 1 + (grid->rows->len + every - 1) / every,
                     .known = known,
                     .arena = arena,
                     .advances = advances};

    search.wants = g_new0(const Want *, (gsize)search.rows *count);
    for (unsigned c = 0; c < count; c++)
        look_at_column(&search, c);
    found(&search, result);
    g_free(search.wants);
}

void gaz_columns_find(GazFlow *flow, const GazGrid *grid, GazCellLook look, double *widths)
{
    look_at_table(flow, grid, look, search_widths, widths);
}

static void give_least(Search *search, double *least)
{
    *least = sum_of(search->least, search->grid->column_count);
}

double gaz_columns_least(GazFlow *flow, const GazGrid *grid, GazCellLook look)
{
    double least;

    look_at_table(flow, grid, look, give_least, &least);
    return least;
}
