/* arena.h - memory for things that die together: the records of one data folder, the nodes of one document.
 */
#ifndef GAZETTE_BASE_ARENA_H
#define GAZETTE_BASE_ARENA_H
#include <glib.h>
#include <stddef.h>

typedef struct GazArena GazArena;

GazArena *gaz_arena_new(void); /* yours: gaz_arena_free() */
void gaz_arena_free(GazArena *arena);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(GazArena, gaz_arena_free)

/* `size` zeroed bytes, aligned for any type; lent while the arena lives. */
void *gaz_arena_alloc(GazArena *arena, size_t size);

#define gaz_arena_new0(arena, type, count) ((type *)gaz_arena_alloc((arena), sizeof(type) * (size_t)(count)))

/* A copy of `text` (of its first `length` bytes; -1: up to its NUL); NULL stays NULL. Lent while the arena
 * lives. */
const char *gaz_arena_strdup(GazArena *arena, const char *text);
const char *gaz_arena_strndup(GazArena *arena, const char *text, size_t length);

/* A text kept once however often it is asked for: equal texts give the same pointer, which a cache of shaped
 * text can use as its key. NULL stays NULL. Lent while the arena lives. */
const char *gaz_arena_intern(GazArena *arena, const char *text);

/* All of them as one text, up to a NULL; a fifth of the time of printf. Lent while the arena lives. */
const char *gaz_arena_strconcat(GazArena *arena, const char *first, ...) G_GNUC_NULL_TERMINATED;

/* printf into the arena. */
const char *gaz_arena_printf(GazArena *arena, const char *format, ...) G_GNUC_PRINTF(2, 3);

#endif
