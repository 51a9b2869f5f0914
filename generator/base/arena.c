/* arena.c - blocks that double in size up to a limit; freed all at once. */
#include "base/arena.h"

#include <stdarg.h>
#include <string.h>

enum { FIRST_BLOCK = 4096, LARGEST_BLOCK = 1 << 20 };

typedef struct Block {
    struct Block *next;
    size_t used, size;
    max_align_t bytes[];
} Block;

struct GazArena {
    Block *blocks; /* the newest first; only it has room */
    GHashTable *interned;
};

GazArena *gaz_arena_new(void)
{
    return g_new0(GazArena, 1);
}

void gaz_arena_free(GazArena *arena)
{
    if (arena == NULL)
        return;
    for (Block *block = arena->blocks; block != NULL;) {
        Block *next = block->next;

        g_free(block);
        block = next;
    }
    g_clear_pointer(&arena->interned, g_hash_table_destroy);
    g_free(arena);
}

static void add_block(GazArena *arena, size_t least)
{
    size_t size = arena->blocks == NULL ? FIRST_BLOCK : MIN(arena->blocks->size * 2, (size_t)LARGEST_BLOCK);
    Block *block;

    size = MAX(size, least);
    block = g_malloc(sizeof(Block) + size);
    block->used = 0;
    block->size = size;
    block->next = arena->blocks;
    arena->blocks = block;
}

/* `size` bytes at a multiple of `align`, a power of two, with anything in them. */
static void *take(GazArena *arena, size_t size, size_t align)
{
    Block *block = arena->blocks;
    size_t start = block == NULL ? 0 : (block->used + align - 1) & ~(align - 1);

    if (block == NULL || start > block->size || block->size - start < size) {
        add_block(arena, size);
        block = arena->blocks;
        start = 0;
    }
    block->used = start + size;
    return (char *)block->bytes + start;
}

void *gaz_arena_alloc(GazArena *arena, size_t size)
{
    return memset(take(arena, size, _Alignof(max_align_t)), 0, size); /* not the block: most of it is texts */
}

const char *gaz_arena_strndup(GazArena *arena, const char *text, size_t length)
{
    char *copy;

    if (text == NULL)
        return NULL;
    copy = take(arena, length + 1, 1); /* half of what is kept is texts: they stand close */
    memcpy(copy, text, length);
    copy[length] = '\0';
    return copy;
}

const char *gaz_arena_strdup(GazArena *arena, const char *text)
{
    return text == NULL ? NULL : gaz_arena_strndup(arena, text, strlen(text));
}

const char *gaz_arena_intern(GazArena *arena, const char *text)
{
    const char *known;

    if (text == NULL)
        return NULL;
    if (arena->interned == NULL)
        arena->interned = g_hash_table_new(g_str_hash, g_str_equal);
    known = g_hash_table_lookup(arena->interned, text);
    if (known == NULL) {
        known = gaz_arena_strdup(arena, text);
        g_hash_table_add(arena->interned, (gpointer)known);
    }
    return known;
}

const char *gaz_arena_strconcat(GazArena *arena, const char *first, ...)
{
    size_t length = 0;
    char *whole, *end;
    va_list parts;

    va_start(parts, first);
    for (const char *part = first; part != NULL; part = va_arg(parts, const char *))
        length += strlen(part);
    va_end(parts);
    whole = end = take(arena, length + 1, 1);
    *end = '\0';
    va_start(parts, first);
    for (const char *part = first; part != NULL; part = va_arg(parts, const char *))
        end = g_stpcpy(end, part);
    va_end(parts);
    return whole;
}

/* Into the room that the newest block has left, which is nearly always enough. */
const char *gaz_arena_printf(GazArena *arena, const char *format, ...)
{
    Block *block = arena->blocks;
    size_t room = block == NULL ? 0 : block->size - block->used, size;
    char *text = block == NULL ? NULL : (char *)block->bytes + block->used;
    va_list arguments, again;

    va_start(arguments, format);
    va_copy(again, arguments);
    size = (size_t)g_vsnprintf(text, room, format, arguments) + 1;
    if (size <= room)
        block->used += size;
    else
        g_vsnprintf(text = take(arena, size, 1), size, format, again);
    va_end(again);
    va_end(arguments);
    return text;
}
