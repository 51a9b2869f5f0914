/* pace.c - pages are kept back until it is known how the text ends: only the whole text shows whether another
 * number of lines a page is better, and a page that went to the sink can't be called back. */
#include "layout/pace.h"

#include "layout/imprint.h"

enum {
    MOST_KEPT = 32,  /* pages; a longer text isn't a notice of the usual kind */
    MOST_ROWS = 480, /* of annexes that as many pages may hold */
    LEAST_SHOWN = 2, /* lines of text that the page of the signature shows */
    FEW_SHOWN = 5,   /* more than went over with it, where they had room on the page before */
    GAP = 2          /* lines: a page may end one line short for their sake, but not two */
};
/* Lines a page, and [pt] above and below what stands in a row of a table, as they are tried. */
static const struct {
    unsigned lines;
    double row_pad;
    bool upright; /* the last annex, which may be a short table across the sheet */
} paces[] = {{22, GAZ_ROW_PAD, false},
             {22, GAZ_ROW_PAD, true},
             {23, 2.25, false},
             {21, 3.75, false},
             {24, 1.5, false}};

/* The worse, the greater: a page that ends short is better than a blank one. */
typedef enum { NO_FAULT, SHORT_OF_TEXT, IMPRINT_STRAYS, SIGNATURE_BEREFT, NOT_SET } Fault;

static double pitch_of(unsigned lines)
{
    return (GAZ_HEIGHT - GAZ_SIZE) / (lines - 1);
}

static void free_page(void *data)
{
    GazPage *page = data;

    g_array_unref(page->marks);
    g_free(page);
}

static void release(GazFlow *flow)
{
    for (guint i = 0; flow->kept != NULL && i < flow->kept->len && !flow->failed; i++)
        flow->failed = !gaz_relay_pass(flow->relay, flow->kept->pdata[i]);
    flow->kept = NULL;
}

bool gaz_pace_keep(GazFlow *flow)
{
    GazPage *page;

    if (flow->kept != NULL && flow->kept->len == MOST_KEPT)
        release(flow);
    if (flow->kept == NULL)
        return false;
    page = g_memdup2(&flow->page, sizeof flow->page);
    g_ptr_array_add(flow->kept, page);
    flow->page.marks = gaz_marks_new();
    return true;
}

void gaz_pace_signed(GazFlow *flow)
{
    bool over = flow->page.number > 1, gaping = flow->blank >= (GAP - 1) * flow->pitch + GAZ_SIZE;

    flow->bereft = over && flow->shown < LEAST_SHOWN;
    flow->short_of_text = over && gaping && flow->shown < FEW_SHOWN;
}

/* Before anything is set: the flow, and what its sets hold. */
typedef struct {
    GazFlow flow;
    GHashTable *reached, *noted;
    guint linked;
} Start;

/* Yours; NULL, NULL: of pointers. */
static GHashTable *copy_of(GHashTable *all, GHashFunc hash, GEqualFunc equal)
{
    GHashTable *copy = g_hash_table_new(hash, equal);
    GHashTableIter each;
    gpointer member;

    g_hash_table_iter_init(&each, all);
    while (g_hash_table_iter_next(&each, &member, NULL))
        g_hash_table_add(copy, member);
    return copy;
}

static Start start_of(GazFlow *flow)
{
    flow->bereft = flow->short_of_text = false;
    return (Start){.flow = *flow,
                   .reached = copy_of(flow->reached, g_str_hash, g_str_equal),
                   .noted = copy_of(flow->noted, NULL, NULL),
                   .linked = flow->linked->len};
}

static void clear_start(Start *start)
{
    g_hash_table_unref(start->reached);
    g_hash_table_unref(start->noted);
}

static gboolean is_new(gpointer member, gpointer value, gpointer before)
{
    (void)value;
    return !g_hash_table_contains(before, member);
}

/* As before anything was set, but for the array that marks go to. */
static void begin_again(GazFlow *flow, const Start *start)
{
    GArray *marks = flow->page.marks;

    *flow = start->flow;
    flow->page.marks = marks;
    g_array_set_size(marks, 0);
    g_hash_table_foreach_remove(flow->reached, is_new, start->reached);
    g_hash_table_foreach_remove(flow->noted, is_new, start->noted);
    g_ptr_array_set_size(flow->linked, (gint)start->linked);
}

static Fault set_at(GazFlow *flow, const Start *start, unsigned pace, void (*set)(GazFlow *flow),
                    const GazNode *imprint)
{
    begin_again(flow, start);
    g_ptr_array_set_size(start->flow.kept, 0);
    flow->pitch = pitch_of(paces[pace].lines);
    flow->row_pad = paces[pace].row_pad;
    flow->upright = paces[pace].upright;
    set(flow);
    if (flow->bereft)
        return SIGNATURE_BEREFT;
    if (gaz_imprint_strays(flow, imprint))
        return IMPRINT_STRAYS;
    return flow->short_of_text ? SHORT_OF_TEXT : NO_FAULT;
}

void gaz_pace_set(GazFlow *flow, void (*set)(GazFlow *flow), const GazNode *imprint)
{
    g_autoptr(GPtrArray) kept = g_ptr_array_new_with_free_func(free_page);
    Fault least = NOT_SET, found = NOT_SET;
    unsigned best = 0, set_last = 0;
    Start start;

    gaz_flow_end_page(flow);
    flow->kept = kept;
    start = start_of(flow);
    for (unsigned i = 0; i < G_N_ELEMENTS(paces) && found != NO_FAULT && flow->kept != NULL; i++) {
        found = set_at(flow, &start, i, set, imprint);
        set_last = i;
        if (found < least) {
            least = found;
            best = i;
        }
    }
    if (set_last != best && flow->kept != NULL)
        set_at(flow, &start, best, set, imprint);
    release(flow);
    clear_start(&start);
    flow->pitch = GAZ_PITCH;
    flow->row_pad = GAZ_ROW_PAD;
    flow->upright = false;
}

/* Of the annexes' tables. */
static guint count_rows(const GazNode *annexes)
{
    guint rows = 0;

    for (const GazNode *node = annexes; node != NULL; node = gaz_node_next(node, annexes))
        rows += node->table == NULL ? 0 : node->table->rows->len;
    return rows;
}

void gaz_pace_set_annexes(GazFlow *flow, void (*set)(GazFlow *flow), const GazNode *imprint)
{
    const GazNode *annexes = flow->document->annexes;

    if (annexes->first == NULL || imprint == NULL || count_rows(annexes) > MOST_ROWS)
        set(flow); /* on the page of the text, where there is none */
    else
        gaz_pace_set(flow, set, imprint);
}
