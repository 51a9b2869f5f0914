/* basis.c - files are told apart by what the file system knows of them: to read the fonts through would take
 * longer than to set a province's year. */
#include "program/basis.h"

#include "base/tree.h"
#include <link.h>
#include <sys/stat.h>

static void add_file(GString *text, const char *path)
{
    struct stat facts;

    if (stat(path, &facts) == 0)
        g_string_append_printf(text, "%s %ju %ju %jd.%09ld\n", path, (uintmax_t)facts.st_ino,
                               (uintmax_t)facts.st_size, (intmax_t)facts.st_ctim.tv_sec,
                               facts.st_ctim.tv_nsec);
    else
        g_string_append_printf(text, "%s -\n", path);
}

/* The program itself has no name here. */
static int add_object(struct dl_phdr_info *object, size_t size, void *text)
{
    (void)size;
    add_file(text, object->dlpi_name[0] == '\0' ? "/proc/self/exe" : object->dlpi_name);
    return 0;
}

static void add_folder(GString *text, const char *share, const char *below)
{
    g_autofree char *folder = g_build_filename(share, below, NULL);
    g_autoptr(GazTree) tree = gaz_tree_read(folder, NULL);

    for (unsigned i = 0; tree != NULL && i < tree->files->len; i++) {
        g_autofree char *path = g_build_filename(folder, tree->files->pdata[i], NULL);

        add_file(text, path);
    }
}

char *gaz_basis_program(void)
{
    GString *text = g_string_new(NULL);

    dl_iterate_phdr(add_object, text);
    return g_string_free(text, FALSE);
}

char *gaz_basis_describe(const char *program, const char *share, const GazFonts *fonts)
{
    g_autoptr(GPtrArray) faces = gaz_fonts_files(fonts);
    GString *text = g_string_new(program);

    add_folder(text, share, "templates/site");
    add_folder(text, share, "fonts");
    for (unsigned i = 0; i < faces->len; i++)
        add_file(text, faces->pdata[i]);
    return g_string_free(text, FALSE);
}
