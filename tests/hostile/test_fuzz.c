/* test_fuzz.c - the fuzz targets over the inputs that were kept, and over each of them cut short at every
 * byte and with every byte changed. */
#include "../support/suite.h"
#include <check.h>
#include <glib.h>

#define LLVMFuzzerTestOneInput fuzz_rows
#include "fuzz_rows.c"
#undef LLVMFuzzerTestOneInput
#define LLVMFuzzerTestOneInput fuzz_elements
#include "fuzz_elements.c"

typedef int (*Target)(const uint8_t *bytes, size_t size);

static const struct {
    const char *folder;
    Target target;
    size_t step; /* every so manyth byte is cut at or changed: a schema is read for each XML */
} corpora[] = {
    {"tests/hostile/input/rows", fuzz_rows, 1},
    {"tests/hostile/input/elements", fuzz_elements, 7},
};

/* Bytes that mean something to one of the formats, or nothing to any. */
static const char changes[] = "\0\n\r\",#<&>;\x80\xFF\xE2";

static void change_bytes(Target target, char *text, size_t length, size_t step)
{
    for (size_t i = 0; i < length; i += step) {
        char kept = text[i];

        target((const uint8_t *)text, i);
        for (size_t j = i % step; j < sizeof changes - 1; j += step) {
            text[i] = changes[j];
            target((const uint8_t *)text, length);
        }
        text[i] = kept;
    }
}

START_TEST(kept_inputs)
{
    GDir *names = g_dir_open(corpora[_i].folder, 0, NULL);
    unsigned count = 0;

    ck_assert_ptr_nonnull(names);
    for (const char *name; (name = g_dir_read_name(names)) != NULL; count++) {
        char *path = g_build_filename(corpora[_i].folder, name, NULL), *text;
        size_t length;

        ck_assert(g_file_get_contents(path, &text, &length, NULL));
        corpora[_i].target((const uint8_t *)text, length);
        change_bytes(corpora[_i].target, text, length, corpora[_i].step);
        g_free(text);
        g_free(path);
    }
    g_dir_close(names);
    ck_assert_uint_gt(count, 5);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("fuzz");
    TCase *tests = tcase_create("fuzz");

    tcase_set_timeout(tests, 0);
    tcase_add_loop_test(tests, kept_inputs, 0, G_N_ELEMENTS(corpora));
    suite_add_tcase(suite, tests);
    return suite_run(suite);
}
