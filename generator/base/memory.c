/* memory.c - asks for pages that are never touched: all of it costs two calls of the system. */
#include "base/memory.h"

#include <glib.h>
#include <sys/mman.h>

void gaz_memory_expect(size_t bytes)
{
    void *pages =
        mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);

    if (pages == MAP_FAILED)
        g_log("GLib", G_LOG_LEVEL_ERROR, "failed to allocate %" G_GSIZE_FORMAT " bytes", bytes);
    munmap(pages, bytes);
}
