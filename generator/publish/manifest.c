/* manifest.c - a manifest as a value. */
#include "publish/manifest.h"

#include <string.h>

GazManifest *gaz_manifest_new(void)
{
    GazManifest *manifest = g_new0(GazManifest, 1);

    manifest->arena = gaz_arena_new();
    manifest->notices = g_ptr_array_new();
    manifest->index = g_hash_table_new(g_str_hash, g_str_equal);
    manifest->sequence = 1;
    return manifest;
}

void gaz_manifest_free(GazManifest *manifest)
{
    if (manifest == NULL)
        return;
    g_ptr_array_unref(manifest->notices);
    g_hash_table_unref(manifest->index);
    gaz_arena_free(manifest->arena);
    g_free(manifest);
}

void gaz_manifest_add(GazManifest *manifest, const GazAnnounced *announced)
{
    GazAnnounced *copy = gaz_arena_new0(manifest->arena, GazAnnounced, 1);
    const char **texts[] = {
        &copy->id,         &copy->kind,   &copy->status,           &copy->by,
        &copy->number,     &copy->date,   &copy->title.in[GAZ_ZH], &copy->title.in[GAZ_EN],
        &copy->address,    &copy->sha256, &copy->announced_sha256, &copy->tree,
        &copy->tree_sha256};

    *copy = *announced;
    for (unsigned i = 0; i < G_N_ELEMENTS(texts); i++)
        *texts[i] = gaz_arena_strdup(manifest->arena, *texts[i]);
    g_ptr_array_add(manifest->notices, copy);
    g_hash_table_insert(manifest->index,
                        (gpointer)gaz_arena_printf(manifest->arena, "%u %s", copy->version, copy->id), copy);
}

static int compare_notices(const void *a, const void *b)
{
    const GazAnnounced *one = *(const GazAnnounced *const *)a, *other = *(const GazAnnounced *const *)b;
    int order = strcmp(one->date, other->date);

    if (order == 0)
        order = strcmp(one->id, other->id);
    return order != 0 ? order : one->version < other->version ? -1 : one->version > other->version;
}

void gaz_manifest_sort(GazManifest *manifest)
{
    g_ptr_array_sort(manifest->notices, compare_notices);
}

const GazAnnounced *gaz_manifest_lookup(const GazManifest *manifest, const char *id, unsigned version)
{
    g_autofree char *key = g_strdup_printf("%u %s", version, id);

    return g_hash_table_lookup(manifest->index, key);
}

static bool notice_equal(const GazAnnounced *one, const GazAnnounced *other)
{
    return strcmp(one->id, other->id) == 0 && one->version == other->version &&
           strcmp(one->kind, other->kind) == 0 && strcmp(one->status, other->status) == 0 &&
           g_strcmp0(one->by, other->by) == 0 && g_strcmp0(one->number, other->number) == 0 &&
           strcmp(one->date, other->date) == 0 &&
           g_strcmp0(one->title.in[GAZ_ZH], other->title.in[GAZ_ZH]) == 0 &&
           g_strcmp0(one->title.in[GAZ_EN], other->title.in[GAZ_EN]) == 0 &&
           strcmp(one->address, other->address) == 0 && strcmp(one->sha256, other->sha256) == 0 &&
           strcmp(one->announced_sha256, other->announced_sha256) == 0 &&
           strcmp(one->tree, other->tree) == 0 && strcmp(one->tree_sha256, other->tree_sha256) == 0;
}

bool gaz_manifest_equal(const GazManifest *one, const GazManifest *other)
{
    if (one->notices->len != other->notices->len)
        return false;
    for (unsigned i = 0; i < one->notices->len; i++)
        if (!notice_equal(one->notices->pdata[i], other->notices->pdata[i]))
            return false;
    return true;
}

const char *gaz_manifest_name(GazArena *arena, unsigned sequence)
{
    return gaz_arena_printf(arena, "%04u.json", sequence);
}
