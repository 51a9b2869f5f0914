/* contacts.h - how to reach those who publish, and those who take complaints (R10), with links to tap. */
#ifndef GAZETTE_COMPOSE_CONTACTS_H
#define GAZETTE_COMPOSE_CONTACTS_H
#include "compose/composing.h"

/* "tel:053151782500", "mailto:…", "https://…"; NULL where `kind` (GazChannelKind) has no link. In the arena.
 */
const char *gaz_contact_link(GazArena *arena, int kind, const char *value);

/* Slots of one authority's ways: "authority", "phone", "fax", "email", "web", "address", "postcode". */
extern const GazSlot gaz_contact_slots[];
void gaz_contact_give(GazComposing *work, GazFrame *member, const GazAuthority *authority);

/* Slots of one receiver of complaints: "authority", "takes", "city", and the list "ways" of "kind", "value",
 * "hours"; "ways.words" tells all of them in one line, "ways.hours" with all their hours, the
 * first only with those a reader needs to choose. */
extern const GazSlot gaz_receiver_slots[];

/* When the channel takes calls, where its authority has another of its kind there, so that a reader must
 * know; else members NULL. Lent. */
GazText gaz_channel_hours(const GazData *data, const GazChannel *channel);

/* Adds a member to the list `name` of `frame` for each authority that takes complaints in `city` (NULL: for
 * the whole province), in the order of channels.csv. Returns whether there is any. */
bool gaz_receivers_give(GazComposing *work, GazFrame *frame, const char *name, const GazCity *city);

#endif
