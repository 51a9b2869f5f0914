/* relay.c - a few pages go round: empty ones come back to be filled. Of an announcement of 2,000 lines the
 * sink is half of the work: with a second core it is done in two thirds of the time. */
#include "layout/relay.h"

enum { GOING_ROUND = 4 };

struct GazRelay {
    GazPageSink sink;
    void *user;
    GThread *thread;           /* NULL: the sink is called at once */
    GAsyncQueue *full, *empty; /* of GazPage * */
    GazPage pages[GOING_ROUND];
    GazPage last;  /* tells the thread to end */
    gint failed;   /* atomic: the sink did */
    GError *error; /* its own; read when the thread has ended */
};

static void sink_page(GazRelay *relay, const GazPage *page)
{
    if (!g_atomic_int_get(&relay->failed) && !relay->sink(page, relay->user, &relay->error))
        g_atomic_int_set(&relay->failed, 1);
    g_array_set_size(page->marks, 0);
}

static void *run(void *data)
{
    GazRelay *relay = data;

    for (GazPage *page; (page = g_async_queue_pop(relay->full)) != &relay->last;) {
        sink_page(relay, page);
        g_async_queue_push(relay->empty, page);
    }
    return NULL;
}

GazRelay *gaz_relay_new(GazPageSink sink, void *user, bool apart)
{
    GazRelay *relay = g_new0(GazRelay, 1);

    relay->sink = sink;
    relay->user = user;
    if (!apart)
        return relay;
    relay->full = g_async_queue_new();
    relay->empty = g_async_queue_new();
    for (unsigned i = 0; i < GOING_ROUND; i++) {
        relay->pages[i].marks = gaz_marks_new();
        g_async_queue_push(relay->empty, &relay->pages[i]);
    }
    relay->thread = g_thread_try_new("pages", run, relay, NULL);
    return relay;
}

bool gaz_relay_pass(GazRelay *relay, GazPage *page)
{
    GazPage *next;
    GazPage filled = *page;

    if (relay->thread == NULL) {
        sink_page(relay, page);
        return !relay->failed;
    }
    next = g_async_queue_pop(relay->empty);
    page->marks = next->marks;
    *next = filled;
    g_async_queue_push(relay->full, next);
    return !g_atomic_int_get(&relay->failed);
}

static void end_thread(GazRelay *relay)
{
    if (relay->thread != NULL) {
        g_async_queue_push(relay->full, &relay->last);
        g_thread_join(relay->thread);
    }
    for (unsigned i = 0; i < GOING_ROUND; i++)
        g_array_unref(relay->pages[i].marks);
    g_async_queue_unref(relay->full);
    g_async_queue_unref(relay->empty);
}

bool gaz_relay_end(GazRelay *relay, GError **error)
{
    bool good;

    if (relay->full != NULL)
        end_thread(relay);
    good = !relay->failed;
    if (!good)
        g_propagate_error(error, relay->error);
    g_free(relay);
    return good;
}
