/* memory.h - for libraries that don't tell where memory ended. */
#ifndef GAZETTE_BASE_MEMORY_H
#define GAZETTE_BASE_MEMORY_H
#include <stddef.h>

/* Ends the program as g_malloc() does where `bytes` more can't be had; they are not kept. */
void gaz_memory_expect(size_t bytes);

#endif
