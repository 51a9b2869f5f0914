/* pace.c - pages are kept back until it is known how the text ends: only the whole text shows whether another
 * number of lines a page is better, and a page that went to the sink can't be called back. */
#include "layout/pace.h"

#include "layout/imprint.h"

enum {
    MOST_KEPT = 32,  /* pages; a longer text isn't a notice of the usual kind */
    LEAST_SHOWN = 2, /* lines of text that the page of the signature shows */
    FEW_SHOWN = 5,   /* more than went over with it, where they had room on the page before */
    GAP = 2          /* lines: a page may end one line short for their sake, but not two */
};
/* Lines a page, as they are tried. */
static const unsigned paces[] = {22, 23, 21, 24};

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

/* As before anything was set, but for the array that marks go to. */
static void begin_again(GazFlow *flow, const GazFlow *start)
{
    GArray *marks = flow->page.marks;

    *flow = *start;
    flow->page.marks = marks;
    g_array_set_size(marks, 0);
    g_hash_table_remove_all(flow->reached);
    g_hash_table_remove_all(flow->noted);
    g_ptr_array_set_size(flow->linked, 0);
}

static Fault set_at(GazFlow *flow, const GazFlow *start, unsigned lines, void (*set)(GazFlow *flow),
                    const GazNode *imprint)
{
    begin_again(flow, start);
    g_ptr_array_set_size(start->kept, 0);
    flow->pitch = pitch_of(lines);
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
    GazFlow start;

    flow->kept = kept;
    start = *flow;
    for (unsigned i = 0; i < G_N_ELEMENTS(paces) && found != NO_FAULT && flow->kept != NULL; i++) {
        found = set_at(flow, &start, paces[i], set, imprint);
        set_last = i;
        if (found < least) {
            least = found;
            best = i;
        }
    }
    if (set_last != best && flow->kept != NULL)
        set_at(flow, &start, paces[best], set, imprint);
    release(flow);
    flow->pitch = GAZ_PITCH;
}
