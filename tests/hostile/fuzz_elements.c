/* fuzz_elements.c - target for libFuzzer: any bytes as publication.xml. What is refused is told; what is
 * accepted has a root. Runs from the project's root. */
#include "read/elements.h"
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

/* Every place lies in the text, no text is missing. */
static void check_element(const GazElement *element)
{
    g_assert(element->text != NULL && element->place.line > 0 && element->place.column > 0);
    for (unsigned i = 0; i < element->attribute_count; i++)
        g_assert(element->attributes[i].value != NULL && element->attributes[i].place.line > 0);
    for (const GazElement *child = element->first; child != NULL; child = child->next)
        check_element(child);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    g_autoptr(GazSchema) schema = gaz_schema_read("data/schema/publication.rng", NULL);
    g_autoptr(GazArena) arena = gaz_arena_new();
    g_autoptr(GazReport) report = gaz_report_new();
    g_auto(GazInput) input = {0};
    const GazElement *root;
    bool valid;

    g_assert(schema != NULL);
    gaz_input_init(&input, "fuzz.xml", bytes, size);
    root = gaz_elements_parse(arena, &input, schema, report, &valid);
    g_assert(valid == !gaz_report_has_faults(report)); /* refused means: told why */
    g_assert(!valid || root != NULL);
    if (root != NULL)
        check_element(root);
    return 0;
}
