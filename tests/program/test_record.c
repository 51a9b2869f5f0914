/* test_record.c - what was announced once doesn't change unseen: a silent change is refused in words, a
 * record that was tampered with is not carried on, a copy is verified, two publications are compared. */
#include "../support/suite.h"
#include "running.h"
#include <check.h>

static char *folder, *data, *output;

static void set_up(void)
{
    folder = starter_new();
    data = g_build_filename(folder, "data", NULL);
    output = g_build_filename(folder, "out", NULL);
}

static void tear_down(void)
{
    folder_remove(folder);
    g_free(folder);
    g_free(data);
    g_free(output);
}

static void build_on(const char *as_of, int status)
{
    g_auto(Run) got = run("build", "-q", data, "-o", output, as_of, NULL);

    assert_status(&got, status);
}

static void build(void)
{
    build_on(AS_OF, 0);
}

/* Whether the publication holds exactly what `before` says; takes nothing. */
static char *state(void)
{
    const char *argv[] = {"sh", "-c",   "cd \"$1\" && find . -type f -exec sha256sum {} + | sort",
                          "sh", output, NULL};
    Run got = run_argv((char **)argv, NULL, NULL);

    assert_status(&got, 0);
    g_free(got.err);
    return got.out;
}

START_TEST(nothing_new_is_no_new_manifest)
{
    g_autofree char *before = NULL;
    g_autofree char *after = NULL;

    build();
    before = state();
    build();
    after = state();
    ck_assert_str_eq(before, after);
    ck_assert(has(output, "site/record/manifests/0001.json"));
    ck_assert(!has(output, "site/record/manifests/0002.json"));
}
END_TEST

START_TEST(what_is_announced_next_extends_the_chain)
{
    g_autofree char *first = NULL;
    g_autofree char *kept = NULL;
    g_autofree char *second = NULL;
    g_autofree char *sum = NULL;

    build_on("--as-of=2024-12-31", 0);
    first = text_of(output, "site/record/manifests/0001.json");
    build();
    kept = text_of(output, "site/record/manifests/0001.json");
    second = text_of(output, "site/record/manifests/0002.json");
    sum = g_compute_checksum_for_string(G_CHECKSUM_SHA256, first, -1);
    ck_assert_str_eq(first, kept);
    assert_says(second, sum);
    ck_assert_ptr_null(strstr(first, "line-list-2025"));
    assert_says(second, "line-list-2025");
}
END_TEST

START_TEST(a_silent_change_is_refused_in_words)
{
    g_autofree char *before = NULL;
    g_autofree char *after = NULL;
    g_auto(Run) got = {0};

    build();
    before = state();
    edit(data, "publication.xml", "<zh>各水泥熟料企业</zh>", "<zh>全省各水泥熟料企业</zh>");
    got = run("build", data, "-o", output, AS_OF, NULL);
    after = state();
    assert_status(&got, 1);
    assert_says(got.err, "publication.xml:");
    assert_says(got.err, "addressees: this was announced otherwise: found \"全省各水泥熟料企业");
    assert_says(got.err, "expected “各水泥熟料企业");
    assert_says(got.err, "as announced on 2024-");
    assert_says(got.err, "nothing was published");
    ck_assert_str_eq(before, after);
}
END_TEST

/* Pages of the website with `words` in them. */
static unsigned pages_with(const char *where, const char *words)
{
    g_autofree char *site = g_build_filename(where, "site", NULL);
    const char *argv[] = {"grep", "-rl", "--include=*.html", words, site, NULL};
    g_auto(Run) got = run_argv((char **)argv, NULL, NULL);
    unsigned count = 0;

    for (const char *at = got.out; (at = strchr(at, '\n')) != NULL; at++)
        count++;
    return count;
}

/* A website that isn't announced says so on every page, in its language, and no search engine takes it up. */
START_TEST(the_website_of_a_draft_says_so)
{
    g_autofree char *draft = g_build_filename(folder, "draft", NULL);
    g_autofree char *robots = g_build_filename(draft, "site/robots.txt", NULL);
    g_autofree char *rule = NULL;
    g_auto(Run) got = run("build", "-q", "--draft", data, "-o", draft, AS_OF, NULL);
    unsigned pages = pages_with(draft, "<body class="); /* redirects have no text */
    unsigned chinese = pages_with(draft, "草稿：尚未公布，内容可能改动");

    assert_status(&got, 0);
    ck_assert_uint_gt(chinese, 10);
    ck_assert_uint_eq(chinese + pages_with(draft, "Draft: not announced, and subject to change"), pages);
    ck_assert_uint_eq(pages_with(draft, "content=\"noindex\""), pages_with(draft, "<html"));
    ck_assert(!has(draft, "site/sitemap.xml"));
    ck_assert(g_file_get_contents(robots, &rule, NULL, NULL));
    assert_says(rule, "Disallow: /");

    build();
    ck_assert_uint_eq(pages_with(output, "尚未公布，内容可能改动"), 0);
    ck_assert_uint_lt(pages_with(output, "content=\"noindex\""), pages);
}
END_TEST

/* Nothing is announced by a draft; nor does it take the place of what is. */
START_TEST(a_draft_may_change)
{
    g_autofree char *draft = g_build_filename(folder, "draft", NULL);
    g_autofree char *pdf = g_build_filename(draft, "site/notices/2024/plan-draft-2024.pdf", NULL);
    const char *argv[] = {"pdftotext", pdf, "-", NULL};
    g_auto(Run) text = {0};
    g_auto(Run) over = {0};

    for (unsigned i = 0; i < 2; i++) {
        g_auto(Run) got = run("build", "--draft", data, "-o", draft, AS_OF, NULL);

        assert_status(&got, 0);
        assert_says(got.out, "Drafted 4 notices");
        if (i == 0)
            edit(data, "publication.xml", "<zh>各水泥熟料企业</zh>", "<zh>全省各水泥熟料企业</zh>");
    }
    ck_assert(!has(draft, "site/record"));
    text = run_argv((char **)argv, NULL, NULL);
    assert_says(text.out, "草稿：尚未公布，内容可能改动");
    assert_says(text.out, "Draft: not announced, and subject to change");
    build();
    over = run("build", "--draft", data, "-o", output, AS_OF, NULL);
    assert_status(&over, 2);
}
END_TEST

START_TEST(what_was_never_announced_may_change)
{
    build_on("--as-of=2024-12-31", 0);
    edit(data, "publication.xml", "<title><zh>", "<title><zh>新的");
    build_on("--as-of=2024-12-31", 0); /* the website's own title */
}
END_TEST

START_TEST(a_missing_notice_is_refused)
{
    g_auto(Run) got = {0};

    build();
    got = run("build", data, "-o", output, "--as-of=2024-12-31", NULL);
    assert_status(&got, 1);
    assert_says(got.err,
                "line-list-2025: a notice already announced would be missing: expected a day to look "
                "from (--as-of, or the machine's clock) on which it is announced: 2024-12-31 is too early");
    ck_assert(has(output, "site/notices/2025/line-list-2025.pdf"));
}
END_TEST

/* A day too early is one thing, a notice taken out of publication.xml another. */
START_TEST(a_notice_taken_out_is_refused)
{
    g_auto(Run) got = {0};

    build();
    edit(data, "publication.xml", "<notice id=\"summary-2024\"", "<!-- <notice id=\"summary-2024\"");
    edit(data, "publication.xml", "</publication>", "--></publication>");
    got = run("build", data, "-o", output, AS_OF, NULL);
    assert_status(&got, 1);
    assert_says(got.err,
                "summary-2024: a notice already announced would be missing: expected the notice announced "
                "on 2025-03-25; to take it back, announce its withdrawal");
}
END_TEST

/* Set otherwise, the text being equal: here, by leaving a language's pages out. */
START_TEST(another_layout_is_refused_unless_it_is_asked_for)
{
    g_auto(Run) refused = {0};
    g_auto(Run) asked = {0};
    g_auto(Run) changed = {0};
    g_autofree char *manifest = NULL;

    build();
    refused = run("build", data, "-o", output, AS_OF, "--lang=zh", NULL);
    assert_status(&refused, 1);
    assert_says(refused.err, "the text is as announced, but the file would be another");
    assert_says(refused.err, "--reset-layout");
    asked = run("build", data, "-o", output, AS_OF, "--lang=zh", "--reset-layout", NULL);
    assert_status(&asked, 0);
    manifest = text_of(output, "site/record/manifests/0002.json");
    assert_says(manifest, "\"layout_reset\": true");
    edit(data, "publication.xml", "<zh>各水泥熟料企业</zh>", "<zh>全省各水泥熟料企业</zh>");
    changed = run("build", data, "-o", output, AS_OF, "--reset-layout", NULL);
    assert_status(&changed, 1); /* the text is compared all the same */
    assert_says(changed.err, "this was announced otherwise");
}
END_TEST

START_TEST(an_output_removed_by_hand_begins_anew)
{
    g_auto(Run) got = {0};

    build_on("--as-of=2024-12-31", 0);
    folder_remove(output);
    got = run("build", data, "-o", output, AS_OF, NULL);
    assert_status(&got, 0);
    assert_says(got.out, "0001.json, the first of its chain");
}
END_TEST

/* Takes all but the website from the publication. */
static void leave_the_website_alone(void)
{
    g_auto(Run) got =
        run_shell("cd \"$1\" && mv site .. && rm -rf ../out && mkdir ../out && mv ../site ../out", output);

    assert_status(&got, 0);
    ck_assert(has(output, "site/record/manifests/0001.json") && !has(output, "SHA256SUMS"));
}

/* The office's disk is lost; the web server has the website still. */
START_TEST(a_website_got_back_carries_its_record_on)
{
    g_autofree char *first = NULL, *kept = NULL, *all = NULL, *again = NULL;

    build_on("--as-of=2024-12-31", 0);
    first = text_of(output, "site/record/manifests/0001.json");
    build();
    all = state();
    leave_the_website_alone();
    build();
    again = state();
    kept = text_of(output, "site/record/manifests/0001.json");
    ck_assert_str_eq(first, kept);
    ck_assert_str_eq(all, again);
}
END_TEST

static const struct {
    const char *name, *spoil, *told;
    int status;
} spoilt_websites[] = {
    {"with a file of somebody's own", "touch \"$1/site/own.txt\"",
     "it holds site/own.txt, which gazette didn't write", 2},
    {"beside a file of somebody's own", "touch \"$1/own.txt\"",
     "it holds own.txt, which gazette didn't write", 2},
    {"with its newest manifest edited", "sed -i s/zh/hz/ \"$1/site/record/manifests/0001.json\"",
     "0001.json: error: the file is not the one published", 1},
    {"without its list", "rm \"$1/site/SHA256SUMS\"", "neither empty nor a publication", 2},
    {"of somebody else", "rm -r \"$1/site/record\" && sed -i '/record/d' \"$1/site/SHA256SUMS\"",
     "neither empty nor a publication", 2},
};

START_TEST(a_website_got_back_spoilt_is_left_alone)
{
    g_autofree char *before = NULL, *after = NULL;
    g_auto(Run) spoil = {0};
    g_auto(Run) got = {0};

    build();
    leave_the_website_alone();
    spoil = run_shell(spoilt_websites[_i].spoil, output);
    assert_status(&spoil, 0);
    before = state();
    got = run("build", "-q", data, "-o", output, AS_OF, NULL);
    after = state();
    assert_status(&got, spoilt_websites[_i].status);
    assert_says(got.err, spoilt_websites[_i].told);
    ck_assert_str_eq(before, after);
}
END_TEST

START_TEST(signatures_are_kept)
{
    g_autofree char *name = g_build_filename(output, "site/record/manifests/0001.json.asc", NULL);
    g_autofree char *kept = NULL;
    g_auto(Run) verified = {0};

    build_on("--as-of=2024-12-31", 0);
    ck_assert(g_file_set_contents(name, "a signature", -1, NULL));
    verified = run("verify", output, NULL);
    assert_status(&verified, 0);
    assert_says(verified.out, "signature, not checked here: site/record/manifests/0001.json.asc");
    build();
    kept = text_of(output, "site/record/manifests/0001.json.asc");
    ck_assert_str_eq(kept, "a signature");
    ck_assert(is_whole(output));
}
END_TEST

/* What is done to a copy, in a shell inside it, and what is said then. */
static const struct {
    const char *name, *script, *said;
    bool carried_on; /* whether a build onto it goes on: what it makes anew is no matter */
} tamperings[] = {
    {"a page changed", "echo >> site/index.html", "site/index.html: error: the file is not the one published",
     true},
    {"a page missing", "rm site/about.html", "site/about.html: error: the file is missing", true},
    {"a file added", "touch site/ours.html", "site/ours.html: error: nothing lists this file", false},
    {"a page that is a link", "ln -sf index.html site/about.html", "found \"a symbolic link\"", true},
    {"a page that is a pipe", "rm site/about.html && mkfifo site/about.html", "found \"a pipe or a device\"",
     true},
    {"a notice changed", "echo >> site/notices/2025/line-list-2025.pdf",
     "site/notices/2025/line-list-2025.pdf: error: line-list-2025, version 1: not the file that was "
     "announced",
     true},
    {"a notice changed and its sum written anew",
     "echo >> site/notices/2025/line-list-2025.pdf; find . -type f ! -path ./SHA256SUMS -exec sha256sum {} + "
     "| "
     "sed 's, \\./, ,' | sort -k 2 > SHA256SUMS",
     "site/notices/2025/line-list-2025.pdf: error: line-list-2025, version 1: not the file that was "
     "announced",
     true},
    {"a notice missing", "rm site/notices/2025/line-list-2025.pdf",
     "site/notices/2025/line-list-2025.pdf: error: line-list-2025, version 1: the file is missing", true},
    {"a text of the record changed", "echo >> site/record/trees/line-list-2025.v1.xml",
     "site/record/trees/line-list-2025.v1.xml: error: line-list-2025, version 1: not the file that was "
     "announced",
     true},
    {"the newest manifest edited", "sed -i 's/\"in-force\"/\"withdrawn\"/' site/record/manifests/0002.json",
     "site/record/manifests/0002.json: error: the file is not the one published", false},
    {"an old manifest edited",
     "sed -i 's/\"kind\": \"plan\"/\"kind\": \"summary\"/' site/record/manifests/0001.json",
     "site/record/manifests/0002.json: error: previous.sha256: not the sum of the manifest before it", false},
    {"a manifest missing", "rm site/record/manifests/0001.json",
     "site/record/manifests/0001.json: error: a manifest of the chain is missing", false},
    {"a manifest that is none", "echo '{' > site/record/manifests/0002.json",
     "site/record/manifests/0002.json:2:", false},
    {"a manifest of another format",
     "sed -i 's/\"format\": 1/\"format\": 9/' site/record/manifests/0002.json",
     "site/record/manifests/0002.json: error: format: not a manifest", false},
    {"a manifest with another number",
     "sed -i 's/\"sequence\": 1/\"sequence\": 7/' site/record/manifests/0001.json",
     "site/record/manifests/0001.json: error: previous: not a manifest", false},
    {"an address that leads out",
     "sed -i 's,\"notices/2025/line,\"../../2025/line,' site/record/manifests/0002.json",
     "address: not a manifest: found \"../../2025/line-list-2025.pdf\"", false},
    {"a manifest with more behind it", "printf '\\0more' >> site/record/manifests/0001.json",
     "site/record/manifests/0001.json: error: JSON: not a manifest", false},
    {"a thousand manifests and more missing",
     "sed 's/\"sequence\": 2/\"sequence\": 1500/; s/0001.json/1499.json/' site/record/manifests/0002.json "
     "> site/record/manifests/1500.json",
     "site/record/manifests/0003.json: error: a manifest of the chain is missing", false},
    {"a file that only looks like a signature", "mkdir manifests; touch manifests/ours.json.asc",
     "manifests/ours.json.asc: error: nothing lists this file", false},
    {"a signature of nothing in the record", "touch site/record/manifests/ours.json.sig",
     "site/record/manifests/ours.json.sig: error: nothing lists this file", false},
    {"a text that would write to the terminal",
     "sed -i 's/\"kind\": \"plan\"/\"kind\": \"\\\\u001b[2J\"/' site/record/manifests/0002.json",
     "kind: not a manifest: found \"<U+001B>[2J\", expected a text without control characters", false},
    {"the sums missing", "rm SHA256SUMS", "SHA256SUMS: error: there is no SHA256SUMS to compare with", false},
    {"a line of the sums", "echo nonsense >> SHA256SUMS", "not a line of SHA256SUMS", true},
    {"the record missing", "rm -r site/record", "record: error: there is no record of what was announced",
     true},
};

START_TEST(tampering_is_told_and_never_carried_on)
{
    g_auto(Run) got = {0};
    g_auto(Run) built = {0};
    g_autofree char *script = g_strdup_printf("cd \"$1\" && %s && find . -type f -exec sha256sum {} + | sort",
                                              tamperings[_i].script);
    const char *argv[] = {"sh", "-c", script, "sh", output, NULL};
    g_auto(Run) done = {0};
    g_autofree char *after = NULL;

    build_on("--as-of=2024-12-31", 0);
    build();
    done = run_argv((char **)argv, NULL, NULL);
    assert_status(&done, 0);
    got = run("verify", output, NULL);
    ck_assert_msg(strstr(got.err, "CRITICAL") == NULL, "%s: %s", tamperings[_i].name, got.err);
    ck_assert_msg(got.status == 1 && strstr(got.out, tamperings[_i].said) != NULL,
                  "%s: status %d, expected \"%s\" in:\n%s%s", tamperings[_i].name, got.status,
                  tamperings[_i].said, got.out, got.err);
    built = run("build", "-q", data, "-o", output, AS_OF, NULL);
    after = state();
    if (tamperings[_i].carried_on) {
        assert_status(&built, 0);
    } else {
        ck_assert_msg(built.status != 0 && built.err[0] != '\0', "%s: built all the same",
                      tamperings[_i].name);
        ck_assert_str_eq(after, done.out); /* nothing is touched */
    }
}
END_TEST

START_TEST(an_id_may_have_two_dots)
{
    g_auto(Run) verified = {0};

    edit(data, "publication.xml", "<notice id=\"line-list-2025\"", "<notice id=\"line-list..2025\"");
    build();
    build();
    verified = run("verify", output, NULL);
    assert_status(&verified, 0);
}
END_TEST

/* Entities of its own would fill any memory before anything is compared. */
START_TEST(a_text_with_a_document_type_is_not_read)
{
    g_auto(Run) got = {0};

    build();
    got = run_shell(
        "cd \"$1\" && cp -R out other && cd other/site/record && name=trees/line-list-2025.v1.xml && "
        "sum() { sha256sum $name | cut -d ' ' -f 1; } && was=$(sum) && "
        "sed -i 's/?>/?><!DOCTYPE document [<!ENTITY a \"b\">]>/' $name && "
        "sed -i \"s/$was/$(sum)/\" manifests/0001.json && cd ../../.. && \"$gazette\" diff out other",
        folder);
    assert_status(&got, 1);
    assert_says(got.err, "a text of the record is not XML");
}
END_TEST

/* Whoever rewrites the whole chain must drop or alter what the manifest before listed. */
START_TEST(a_notice_dropped_or_altered_is_told)
{
    static const struct {
        const char *filter, *said;
    } cases[] = {{"del(.notices[0])", "a notice of the manifest before it is no longer listed"},
                 {".notices[0].tree_sha256 = (\"0\" * 64)", "not what the manifest before it says"}};

    build_on("--as-of=2024-12-31", 0);
    build();
    for (unsigned i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *script =
            g_strdup_printf("cd \"$1\" && rm -rf copy && cp -R out/site copy && cd copy/record/manifests && "
                            "jq '%s' ../../../out/site/record/manifests/0002.json > 0002.json && "
                            "\"$gazette\" verify ../..",
                            cases[i].filter);
        g_auto(Run) got = run_shell(script, folder);

        assert_status(&got, 1);
        assert_says(got.out, cases[i].said);
    }
}
END_TEST

/* Of the website alone, as anyone may copy it; and with the standard tools alone. */
START_TEST(a_mirror_is_verified_offline)
{
    g_auto(Run) got = {0};
    g_auto(Run) plain = {0};
    g_auto(Run) json = {0};

    build_on("--as-of=2024-12-31", 0);
    build();
    got = run_shell("cd \"$1\" && cp -R out/site mirror && \"$gazette\" verify mirror", folder);
    assert_status(&got, 0);
    assert_says(got.out, "newest: record/manifests/0002.json\n    SHA-256 ");
    plain = run_shell("cd \"$1/mirror\" && sha256sum --check --strict --quiet SHA256SUMS && "
                      "jq -r '.notices[] | .sha256 + \"  \" + .address' record/manifests/0002.json | "
                      "sha256sum --check --quiet && "
                      "cd record/manifests && jq -r '.previous | .sha256 + \"  \" + .manifest' 0002.json | "
                      "sha256sum --check --quiet",
                      folder);
    assert_status(&plain, 0);
    json = run_shell("cd \"$1/mirror\" && rm about.html && \"$gazette\" verify --format=json . | "
                     "jq -e '.[0].id == \"file-gone\" and .[0].file == \"about.html\"'",
                     folder);
    assert_status(&json, 0);
}
END_TEST

/* As docs/record.md says it: the office signs, a citizen verifies with standard tools; nothing else verifies,
 * and the next build keeps the signature. */
static const struct {
    const char *name, *key, *sign, *verify;
} signers[] = {
    {"GnuPG",
     "export GNUPGHOME=\"$1/office\" && mkdir -m 700 \"$GNUPGHOME\" && "
     "gpg --quiet --batch --passphrase '' --quick-generate-key 'Office <office@example.org>' ed25519 sign 5y "
     "&& "
     "gpg --quiet --armor --export office@example.org > \"$1/office.asc\"",
     "GNUPGHOME=\"$1/office\" gpg --quiet --batch --armor --detach-sign 0001.json",
     "export GNUPGHOME=\"$1/citizen\" && mkdir -p -m 700 \"$GNUPGHOME\" && gpg --quiet --import "
     "\"$1/office.asc\" && "
     "gpg --quiet --verify 0001.json.asc 0001.json"},
    {"OpenSSL",
     "openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out \"$1/office.key\" && "
     "openssl pkey -in \"$1/office.key\" -pubout -out \"$1/office.pem\"",
     "openssl dgst -sha256 -sign \"$1/office.key\" -out 0001.json.sig 0001.json",
     "openssl dgst -sha256 -verify \"$1/office.pem\" -signature 0001.json.sig 0001.json"},
    {"OpenSSL with SM2 and SM3",
     "openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:SM2 -out \"$1/office.key\" && "
     "openssl pkey -in \"$1/office.key\" -pubout -out \"$1/office.pem\"",
     "openssl dgst -sm3 -sign \"$1/office.key\" -out 0001.json.sig 0001.json",
     "openssl dgst -sm3 -verify \"$1/office.pem\" -signature 0001.json.sig 0001.json"},
};

/* Runs `command` in the manifests of `publication`, "$1" being the folder of the test. */
static int in_manifests(const char *publication, const char *command)
{
    g_autofree char *script =
        g_strdup_printf("cd \"$1/%s/site/record/manifests\" && { %s; } >&2", publication, command);
    g_auto(Run) got = run_shell(script, folder);

    return got.status;
}

START_TEST(an_office_signs_and_a_citizen_verifies)
{
    const char *verify = signers[_i].verify;
    g_auto(Run) kept = {0};
    g_auto(Run) stop = {0};

    build_on("--as-of=2024-12-31", 0);
    ck_assert_msg(in_manifests("out", signers[_i].key) == 0, "%s: no key", signers[_i].name);
    ck_assert_msg(in_manifests("out", signers[_i].sign) == 0, "%s: not signed", signers[_i].name);
    build(); /* another manifest; the signature stays with its own */
    ck_assert_msg(in_manifests("out", verify) == 0, "%s: not verified", signers[_i].name);
    kept = run("verify", output, NULL);
    assert_status(&kept, 0);
    edit(output, "site/record/manifests/0001.json", "in-force", "withdrawn");
    ck_assert_msg(in_manifests("out", verify) != 0, "%s: an edited manifest verified", signers[_i].name);
    stop = run_shell(
        "GNUPGHOME=\"$1/office\" gpgconf --kill all; GNUPGHOME=\"$1/citizen\" gpgconf --kill all; true",
        folder);
    assert_status(&stop, 0);
}
END_TEST

START_TEST(two_publications_are_compared)
{
    g_auto(Run) same = {0};
    g_auto(Run) words = {0};
    g_auto(Run) chinese = {0};
    g_auto(Run) json = {0};
    g_auto(Run) none = {0};

    build();
    same = run("diff", output, output, NULL);
    assert_status(&same, 0);
    ck_assert_str_eq(same.out, "");
    edit(data, "lines.csv", ",4.8,74,5000,155,", ",4.8,74,5200,161,");
    words = run_shell("cd \"$1\" && \"$gazette\" build -q data -o new " AS_OF " && \"$gazette\" diff out new",
                      folder);
    assert_status(&words, 1);
    assert_says(words.out, "line-list-2025 v1 (");
    assert_says(words.out, "column “Approved capacity (t/d)”: was “5,000”, is “5,200”");
    assert_says(words.out, "site/lines/: ");
    chinese = run_shell("cd \"$1\" && \"$gazette\" diff --lang=zh out new", folder);
    assert_says(chinese.out, "“批准产能（吨/日）”栏：由“5,000”改为“5,200”");
    json =
        run_shell("cd \"$1\" && \"$gazette\" diff --format=json out new | jq -e '.notices[] | "
                  "select(.id == \"line-list-2025\") | .differences[] | select(.column_code == \"daily\" and "
                  ".row_id == \"L-001\") | .was.zh == \"5,000\" and .is.zh == \"5,200\"'",
                  folder);
    assert_status(&json, 0);
    none = run("diff", output, data, NULL);
    assert_status(&none, 2);
    assert_says(none.err, "there is no record of what was announced");
}
END_TEST

static Suite *record_suite(void)
{
    Suite *suite = suite_create("record");
    TCase *tests = tcase_create("record");

    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, nothing_new_is_no_new_manifest);
    tcase_add_test(tests, what_is_announced_next_extends_the_chain);
    tcase_add_test(tests, a_silent_change_is_refused_in_words);
    tcase_add_test(tests, a_draft_may_change);
    tcase_add_test(tests, the_website_of_a_draft_says_so);
    tcase_add_test(tests, what_was_never_announced_may_change);
    tcase_add_test(tests, a_missing_notice_is_refused);
    tcase_add_test(tests, a_notice_taken_out_is_refused);
    tcase_add_test(tests, another_layout_is_refused_unless_it_is_asked_for);
    tcase_add_test(tests, an_output_removed_by_hand_begins_anew);
    tcase_add_test(tests, a_website_got_back_carries_its_record_on);
    tcase_add_loop_test(tests, a_website_got_back_spoilt_is_left_alone, 0, G_N_ELEMENTS(spoilt_websites));
    tcase_add_test(tests, signatures_are_kept);
    tcase_add_loop_test(tests, tampering_is_told_and_never_carried_on, 0, G_N_ELEMENTS(tamperings));
    tcase_add_test(tests, an_id_may_have_two_dots);
    tcase_add_test(tests, a_text_with_a_document_type_is_not_read);
    tcase_add_test(tests, a_notice_dropped_or_altered_is_told);
    tcase_add_test(tests, a_mirror_is_verified_offline);
    tcase_add_loop_test(tests, an_office_signs_and_a_citizen_verifies, 0, G_N_ELEMENTS(signers));
    tcase_add_test(tests, two_publications_are_compared);
    tcase_set_timeout(tests, 0);
    suite_add_tcase(suite, tests);
    return suite;
}

int main(void)
{
    return suite_run(record_suite());
}
