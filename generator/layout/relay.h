/* relay.h - finished pages go to the sink, where asked for in a thread of its own while the next are set.
 * Private to layout/. */
#ifndef GAZETTE_LAYOUT_RELAY_H
#define GAZETTE_LAYOUT_RELAY_H
#include "layout/page.h"

typedef struct GazRelay GazRelay;

/* `sink` and `user` are lent; `apart`: the sink is called by a thread, if the system gives one. Yours:
 * gaz_relay_end(). */
GazRelay *gaz_relay_new(GazPageSink sink, void *user, bool apart);

/* Passes the page on, with its marks: it has others afterwards, empty. Waits where the sink is some pages
 * behind, so that no more than those are in memory. False where the sink has failed. */
bool gaz_relay_pass(GazRelay *relay, GazPage *page);

/* Waits until the sink has had all pages, and frees. False with `error` set where it failed. */
bool gaz_relay_end(GazRelay *relay, GError **error);

#endif
