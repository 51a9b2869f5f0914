/* credit.c - stops are made free of overlaps, cut at the windows, and what is left is shared out. */
#include "check/credit.h"

#include "check/windows.h"

/* A part of a stop. */
typedef struct {
    GazSpan span;
    const GazCounting *counting;
    int why; /* GazStopWhy */
} Piece;

/* Reasons, as bits 1u << GAZ_STOP_... */
static const unsigned make_up = 1u << GAZ_STOP_MAKE_UP, swap = 1u << GAZ_STOP_SWAP;

static GArray *new_pieces(void)
{
    return g_array_new(FALSE, FALSE, sizeof(Piece));
}

static void add_piece(GArray *pieces, const Piece *of, GazSpan span)
{
    Piece piece = {span, of->counting, of->why};

    if (!gaz_span_is_empty(span))
        g_array_append_val(pieces, piece);
}

/* Cuts `piece` at `spans` (of GazSpan, by start): what lies in them goes to `inside` (NULL: nowhere), the
 * rest to `outside`. */
static void cut(const Piece *piece, const GArray *spans, GArray *inside, GArray *outside)
{
    int64_t from = piece->span.start;

    for (unsigned i = 0; i < spans->len; i++) {
        GazSpan part = gaz_span_clip(g_array_index(spans, GazSpan, i), (GazSpan){from, piece->span.end});

        if (gaz_span_is_empty(part))
            continue;
        add_piece(outside, piece, (GazSpan){from, part.start});
        if (inside != NULL)
            add_piece(inside, piece, part);
        from = part.end;
    }
    add_piece(outside, piece, (GazSpan){from, piece->span.end});
}

static void cut_all(const GArray *pieces, const GArray *spans, GArray *inside, GArray *outside)
{
    for (unsigned i = 0; i < pieces->len; i++)
        cut(&g_array_index(pieces, Piece, i), spans, inside, outside);
}

static GArray *spans_of(const GArray *pieces)
{
    GArray *spans = g_array_sized_new(FALSE, FALSE, sizeof(GazSpan), pieces->len);

    for (unsigned i = 0; i < pieces->len; i++)
        g_array_append_val(spans, g_array_index(pieces, Piece, i).span);
    return spans;
}

static int compare_pieces(const void *one, const void *two)
{
    const GazSpan *a = &((const Piece *)one)->span, *b = &((const Piece *)two)->span;

    return (a->start > b->start) - (a->start < b->start);
}

/* The stops that count and have one of these reasons, inside `within`, each minute in one piece only: they
 * come by start. Yours: g_array_unref(). */
static GArray *pieces_of(const GazData *data, const GazAccount *account, GazSpan within, unsigned reasons)
{
    GArray *pieces = new_pieces();
    int64_t done = within.start;

    for (unsigned i = 0; i < account->stops->len; i++) {
        const GazStop *stop = &g_array_index(account->stops, GazStop, i);
        Piece piece = {.counting =
                           gaz_season_counting(data, gaz_season_of(data, account->windows, stop->span)),
                       .why = stop->stoppage->why};

        if (!stop->counts || (reasons & 1u << piece.why) == 0)
            continue;
        piece.span = gaz_span_clip(gaz_span_counted(piece.counting, stop->span), (GazSpan){done, within.end});
        add_piece(pieces, &piece, piece.span);
        done = MAX(done, piece.span.end);
    }
    return pieces;
}

/* All of them, by start: what is verified as made up, or as stopped for another line, is that first. */
static GArray *all_pieces(const GazData *data, const GazAccount *account, GazSpan within)
{
    GArray *pieces = pieces_of(data, account, within, make_up | swap);
    g_autoptr(GArray) others = pieces_of(data, account, within, ~(make_up | swap));
    g_autoptr(GArray) spans = spans_of(pieces);

    cut_all(others, spans, NULL, pieces);
    g_array_sort(pieces, compare_pieces);
    return pieces;
}

static GazSpan counted(const GazData *data, const GazWindow *window)
{
    return gaz_span_counted(gaz_season_counting(data, window->season), window->span);
}

/* The full stops of one purpose (-1: of either) among the account's windows, by start. Yours:
 * g_array_unref(), of GazSpan. */
static GArray *full_stops(const GazData *data, const GazAccount *account, int purpose)
{
    GArray *spans = g_array_new(FALSE, FALSE, sizeof(GazSpan));

    for (unsigned i = 0; i < account->windows->len; i++) {
        const GazWindow *window = &g_array_index(account->windows, GazWindow, i);
        GazSpan span = counted(data, window);

        if (gaz_plan_asks(window->plan) == GAZ_ASKS_STOP && (purpose < 0 || window->plan->purpose == purpose))
            g_array_append_val(spans, span);
    }
    return spans;
}

/* Days [d] of the pieces of these reasons. */
static GazDecimal days_of(const GArray *pieces, unsigned reasons)
{
    g_autoptr(GazTally) tally = NULL; /* most lists are empty */

    for (unsigned i = 0; i < pieces->len; i++) {
        const Piece *piece = &g_array_index(pieces, Piece, i);

        if ((reasons & 1u << piece->why) == 0)
            continue;
        if (tally == NULL)
            tally = gaz_tally_new();
        gaz_tally_add(tally, piece->counting, piece->span);
    }
    return tally == NULL ? 0 : gaz_tally_days(tally);
}

/* Minutes [min] that the quota asks beside the full stops in its range. */
static int64_t asked_beside(const GArray *full, const GazPlan *plan, GazSpan range)
{
    int64_t minutes = gaz_minutes_of_days(plan->quota_days);

    for (unsigned i = 0; i < full->len; i++)
        minutes -= gaz_span_minutes(gaz_span_clip(g_array_index(full, GazSpan, i), range));
    return MAX(0, minutes);
}

/* A quota, and what of it can still be kept. */
typedef struct {
    GazSpan range;
    int64_t left; /* [min] */
} Quota;

/* The account's, those that end first first. Yours: g_array_unref(), of Quota. */
static GArray *open_quotas(const GazData *data, const GazAccount *account, const GArray *full)
{
    g_autoptr(GArray) windows = gaz_windows_quotas(account->windows);
    GArray *quotas = g_array_sized_new(FALSE, FALSE, sizeof(Quota), windows->len);

    for (unsigned i = 0; i < windows->len; i++) {
        const GazWindow *window = &g_array_index(windows, GazWindow, i);
        Quota quota = {.range = counted(data, window)};

        quota.left = asked_beside(full, window->plan, quota.range);
        g_array_append_val(quotas, quota);
    }
    return quotas;
}

/* Takes what is left of the quota from the pieces, but for make-up and swaps: those stand for other days.
 * Gives the days taken [d]; what is left of the pieces stays in the list. */
static GazDecimal take(GArray *pieces, Quota *quota)
{
    g_autoptr(GArray) taken = g_array_new(FALSE, FALSE, sizeof(Piece));

    for (unsigned i = 0; i < pieces->len && quota->left > 0; i++) {
        Piece piece = g_array_index(pieces, Piece, i), rest = piece;
        GazSpan part = gaz_span_clip(piece.span, quota->range);

        if (((make_up | swap) & 1u << piece.why) != 0 || gaz_span_is_empty(part))
            continue;
        part.end = MIN(part.end, part.start + quota->left);
        quota->left -= gaz_span_minutes(part);
        add_piece(taken, &piece, part);
        g_array_index(pieces, Piece, i).span.end = part.start;
        rest.span.start = part.end;
        g_array_insert_val(pieces, i + 1, rest);
    }
    return days_of(taken, ~0u);
}

/* Adds what the stops inside `within` stand for. */
static void add_credit(GazCredit *credit, const GazData *data, const GazAccount *account, const GArray *full,
                       GArray *quotas, GazSpan within)
{
    g_autoptr(GArray) pieces = all_pieces(data, account, within);
    g_autoptr(GArray) inside = new_pieces(), outside = new_pieces();

    cut_all(pieces, full, inside, outside);
    credit->windows += days_of(inside, ~0u);
    for (unsigned i = 0; i < quotas->len; i++)
        credit->quotas += take(outside, &g_array_index(quotas, Quota, i));
    credit->made_up += days_of(outside, make_up);
    credit->swapped += days_of(outside, swap);
    credit->elsewhere += days_of(outside, ~(make_up | swap));
}

GazCredit gaz_account_credit(const GazData *data, const GazAccount *account, const GArray *parts)
{
    g_autoptr(GArray) full = full_stops(data, account, -1);
    g_autoptr(GArray) quotas = open_quotas(data, account, full);
    GazCredit credit = {0};

    for (unsigned i = 0; i < parts->len; i++)
        add_credit(&credit, data, account, full, quotas, g_array_index(parts, GazSpan, i));
    return credit;
}

GazDecimal gaz_stops_made_up(const GazData *data, const GazAccount *account, GazSpan within)
{
    g_autoptr(GArray) pieces = pieces_of(data, account, within, make_up);
    g_autoptr(GArray) windows = NULL, outside = NULL;

    if (pieces->len == 0)
        return 0; /* of nearly every line */
    windows = full_stops(data, account, GAZ_PLAN_WINDOW);
    outside = new_pieces();
    cut_all(pieces, windows, NULL, outside);
    return days_of(outside, make_up);
}

static bool meets_window(const GazData *data, const GazAccount *account, GazSpan stop)
{
    for (unsigned i = 0; i < account->windows->len; i++) {
        const GazWindow *window = &g_array_index(account->windows, GazWindow, i);

        if (gaz_plan_asks(window->plan) != GAZ_ASKS_LOAD &&
            !gaz_span_is_empty(gaz_span_clip(counted(data, window), stop)))
            return true;
    }
    return false;
}

void gaz_stops_drop_elsewhere(const GazData *data, GazAccount *account)
{
    for (unsigned i = 0; i < account->stops->len; i++) {
        GazStop *stop = &g_array_index(account->stops, GazStop, i);

        if (((make_up | swap) & 1u << stop->stoppage->why) == 0 && !meets_window(data, account, stop->span))
            stop->counts = false;
    }
}
