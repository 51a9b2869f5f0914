/* test_data.c - a whole data folder becomes records, rules and a publication; and one with faults as much of
 * them as can be. */
#include "../support/data_folder.h"
#include "../support/suite.h"
#include "model/data.h"
#include "model/faults.h"
#include "model/reading.h"
#include <check.h>
#include <string.h>

static GazReport *report;
static GazData *data;

static GazData *read_folder(const char *folder)
{
    GError *error = NULL;
    GazData *read = gaz_data_read(folder, "data/rules", report, &error);

    g_assert_no_error(error);
    return read;
}

static void set_up(void)
{
    char *faults;

    report = gaz_report_new();
    data = read_folder("tests/model/input/whole");
    faults = gaz_report_to_text(report);
    ck_assert_str_eq(faults, "");
    ck_assert_ptr_nonnull(data);
    g_free(faults);
}

static void tear_down(void)
{
    gaz_data_free(data);
    gaz_report_free(report);
}

static GazDate day(const char *text)
{
    GazDate date = GAZ_NO_DATE;

    ck_assert(gaz_date_parse(text, &date));
    return date;
}

START_TEST(texts_flags_and_cities)
{
    const GazEnterprise *first = gaz_data_lookup(data, "enterprises", "E1");
    const GazEnterprise *second = gaz_data_lookup(data, "enterprises", "E2");

    ck_assert_str_eq(first->record.id, "E1");
    ck_assert_str_eq(first->name.in[GAZ_ZH], "甲\"乙\" <&>水泥");
    ck_assert_str_eq(first->name.in[GAZ_EN], "Jia Cement");
    ck_assert_str_eq(first->city->name.in[GAZ_EN], "Jinan");
    ck_assert(first->member && !second->member);
    ck_assert_ptr_null(first->pinyin);
    ck_assert_str_eq(second->pinyin, "BSN");
    ck_assert_ptr_null(second->county.in[GAZ_ZH]);
    ck_assert_ptr_null(second->county.in[GAZ_EN]);
    ck_assert_ptr_eq(data->enterprises->pdata[1], second);
}
END_TEST

START_TEST(numbers_codes_and_references)
{
    const GazLine *first = gaz_data_lookup(data, "lines", "L1");
    const GazLine *second = gaz_data_lookup(data, "lines", "L2");

    ck_assert_ptr_eq(first->enterprise, gaz_data_lookup(data, "enterprises", "E1"));
    ck_assert_int_eq(first->kiln_diameter_m, 4800);
    ck_assert_int_eq(first->kiln_length_m, GAZ_NO_DECIMAL);
    ck_assert_int_eq(first->commissioned, day("2009-06-18"));
    ck_assert_int_eq(second->commissioned, GAZ_NO_DATE);
    ck_assert_int_eq(second->annual_capacity_10kt, 77500);
    ck_assert_int_eq(second->status, GAZ_LINE_UNDER_CONSTRUCTION);
    ck_assert_int_eq(second->kiln, GAZ_KILN_JT);
    ck_assert(second->carbide_slag && !first->carbide_slag);
    ck_assert_uint_eq(first->special_tasks, 1u << GAZ_TASK_HEATING | 1u << GAZ_TASK_SLUDGE);
    ck_assert_uint_eq(second->special_tasks, 0);
}
END_TEST

START_TEST(three_forms_of_a_period)
{
    const GazPlan *window = gaz_data_lookup(data, "plan", "P1");
    const GazPlan *from = gaz_data_lookup(data, "plan", "P2");
    const GazPlan *quota = gaz_data_lookup(data, "plan", "P3");

    ck_assert_int_eq(window->version, GAZ_PLAN_BOTH);
    ck_assert_int_eq(window->purpose, GAZ_PLAN_WINDOW);
    ck_assert(!window->start.timed && window->end.day == day("2022-03-15"));
    ck_assert_int_eq(window->days, GAZ_NO_DECIMAL);
    ck_assert_str_eq(window->excludes, "L2;E2;special-cement");
    ck_assert(from->start.timed && from->start.minutes == 480);
    ck_assert_int_eq(from->end.day, GAZ_NO_DATE);
    ck_assert_int_eq(from->days, 15000);
    ck_assert_int_eq(from->version, GAZ_PLAN_FINAL);
    ck_assert_int_eq(quota->quota_days, 44500);
    ck_assert_int_eq(quota->load_percent, 80000);
    ck_assert_int_eq(quota->scope, GAZ_SCOPE_CITY);
}
END_TEST

START_TEST(an_interview_not_yet_held)
{
    const GazInterview *held = gaz_data_lookup(data, "interviews", "I1");
    const GazInterview *open = gaz_data_lookup(data, "interviews", "I2");

    ck_assert_int_eq(held->outcome, GAZ_OUTCOME_REFUSED);
    ck_assert_int_eq(open->outcome, -1);
    ck_assert_int_eq(open->correct_by, GAZ_NO_DATE);
}
END_TEST

START_TEST(one_language_of_a_channel)
{
    const GazChannel *channel = gaz_data_lookup(data, "channels", "C1");

    ck_assert_str_eq(channel->value.in[GAZ_ZH], "12345");
    ck_assert_ptr_null(channel->value.in[GAZ_EN]);
    ck_assert_ptr_null(channel->city);
}
END_TEST

START_TEST(lines_of_a_text)
{
    const GazPractice *practice = gaz_data_lookup(data, "practices", "PR1");

    ck_assert_str_eq(practice->text.in[GAZ_ZH], "第一行\n第二行");
}
END_TEST

/* The place of a member leads to its cell, also where the text before it is Chinese and quoted. */
START_TEST(places_of_members)
{
    const GazEnterprise *enterprise = gaz_data_lookup(data, "enterprises", "E1");
    const GazEvent *event = data->events->pdata[0];

    ck_assert_str_eq(GAZ_AT(enterprise, credit_code)->file, "enterprises.csv");
    ck_assert_uint_eq(GAZ_AT(enterprise, credit_code)->line, 3);
    ck_assert_uint_eq(GAZ_AT(enterprise, credit_code)->column, 30);
    ck_assert_uint_eq(GAZ_AT(event, kind)->column, 21);
    ck_assert_ptr_null(event->record.id);
    ck_assert_ptr_eq(event->finding, gaz_data_lookup(data, "findings", "F1"));
}
END_TEST

START_TEST(publication_with_its_notices)
{
    const GazPublication *publication = data->publication;
    const GazNotice *plan = gaz_publication_notice(publication, "plan");
    const GazNotice *exposure = gaz_publication_notice(publication, "exposure");
    const GazNotice *draft = gaz_publication_notice(publication, "draft");
    char *number = gaz_document_number_write(&plan->number);

    ck_assert_str_eq(publication->title.in[GAZ_ZH], "山东省水泥错峰生产公开");
    ck_assert_str_eq(publication->title.in[GAZ_EN], "Off-peak cement production in Shandong");
    ck_assert_ptr_null(publication->disclaimer.in[GAZ_ZH]);
    ck_assert_str_eq(((const GazText *)g_hash_table_lookup(publication->meta, "icp"))->in[GAZ_EN],
                     "Lu ICP No. 0");
    ck_assert_str_eq(number, "鲁水协〔2021〕9号");
    ck_assert_uint_eq(plan->issuers->len, 2);
    ck_assert_ptr_eq(plan->issuers->pdata[0], gaz_publication_authority(publication, "industry"));
    ck_assert_ptr_eq(plan->season, gaz_publication_season(publication, "heating"));
    ck_assert_str_eq(plan->follows, "draft");
    ck_assert(plan->public_text && !draft->public_text);
    ck_assert_int_eq(plan->printed_on, day("2021-10-11"));
    ck_assert_int_eq(draft->printed_on, GAZ_NO_DATE);
    ck_assert_int_eq(draft->comment_to, day("2021-09-30"));
    ck_assert_int_eq(plan->comment_to, GAZ_NO_DATE);
    ck_assert_ptr_eq(exposure->findings->pdata[0], gaz_data_lookup(data, "findings", "F1"));
    ck_assert_ptr_null(gaz_document_number_write(&draft->number));
    ck_assert_str_eq(((const GazAttachment *)draft->attachments->pdata[0])->file, "texts/form");
    ck_assert_ptr_null(gaz_publication_notice(publication, "none"));
    g_free(number);
}
END_TEST

START_TEST(authority_with_its_contacts)
{
    const GazAuthority *industry = gaz_publication_authority(data->publication, "industry");
    const GazAuthority *association = gaz_publication_authority(data->publication, "association");

    ck_assert_int_eq(industry->kind, GAZ_AUTHORITY_INDUSTRY);
    ck_assert_int_eq(association->kind, GAZ_AUTHORITY_ASSOCIATION);
    ck_assert_str_eq(industry->postcode, "250000");
    ck_assert_str_eq(industry->email, "cement@example.org");
    ck_assert_ptr_null(industry->fax);
    ck_assert_str_eq(industry->office.in[GAZ_EN], "General Office");
    ck_assert_ptr_null(association->phone);
}
END_TEST

START_TEST(texts_by_name_and_language)
{
    const GazSourceText *text = g_hash_table_lookup(data->texts, "form.en");

    ck_assert_str_eq(text->text, "A form.\n");
    ck_assert_str_eq(text->file, "texts/form.en.md");
    ck_assert_uint_eq(g_hash_table_size(data->texts), 2);
}
END_TEST

START_TEST(no_such_record)
{
    ck_assert_ptr_null(gaz_data_lookup(data, "lines", "E1"));
    ck_assert_ptr_null(gaz_data_lookup(data, "none", "L1"));
}
END_TEST

START_TEST(columns_in_any_order)
{
    char *folder = data_folder_new();
    GazReport *own = gaz_report_new();
    GazData *read;
    const GazChannel *channel;

    data_folder_write(folder, "channels.csv",
                      "value_zh,city,kind,id,authority\n12345,370300,fax,C9,industry\n", -1);
    read = gaz_data_read(folder, "data/rules", own, NULL);
    ck_assert_uint_eq(gaz_report_count(own), 0);
    channel = gaz_data_lookup(read, "channels", "C9");
    ck_assert_str_eq(channel->value.in[GAZ_ZH], "12345");
    ck_assert_str_eq(channel->city->code, "370300");
    ck_assert_int_eq(channel->kind, GAZ_CHANNEL_FAX);
    ck_assert_uint_eq(GAZ_AT(channel, kind)->column, 14);
    gaz_data_free(read);
    gaz_report_free(own);
    data_folder_remove(folder);
}
END_TEST

/* One mistake is told once: what refers to a record left out is left out without a word, the rest is read. */
START_TEST(a_faulty_enterprise_takes_its_line_along)
{
    char *folder = data_folder_new();
    GazReport *own = gaz_report_new();
    GazData *rest;

    data_folder_write(
        folder, "enterprises.csv",
        "id,name_zh,name_en,credit_code,city,member\nE1,甲水泥,Jia,91370100MA3C0ABC1X,370100,yes\n"
        "E2,丙水泥,Bing,914403001922038216,371700,no\n",
        -1);
    rest = gaz_data_read(folder, "data/rules", own, NULL);
    ck_assert_uint_eq(gaz_report_count(own), 1);
    ck_assert_ptr_nonnull(rest);
    ck_assert_uint_eq(rest->enterprises->len, 1);
    ck_assert_uint_eq(rest->lines->len, 1);
    ck_assert_ptr_nonnull(gaz_data_lookup(rest, "lines", "L2"));
    ck_assert_uint_eq(rest->findings->len, 0);
    ck_assert_uint_eq(rest->events->len, 0);
    ck_assert_ptr_null(gaz_publication_notice(rest->publication, "exposure"));
    ck_assert_ptr_nonnull(gaz_publication_notice(rest->publication, "plan"));
    gaz_data_free(rest);
    gaz_report_free(own);
    data_folder_remove(folder);
}
END_TEST

/* All faults of all files come in one run, in the order of file, line and column. */
START_TEST(all_faults_in_one_run)
{
    char *folder = data_folder_new();
    GazReport *own = gaz_report_new();
    char *told;

    data_folder_write(
        folder, "lines.csv",
        "id,enterprise,name_zh,name_en,kiln_diameter_m,approved_capacity_tpd,annual_capacity_10kt,"
        "status,kiln,carbide_slag\nL1,E9,一号窑,,x,5000,155,operating,ordinary,no\nL2,E2,一号窑,Kiln "
        "1,4,2500,77,operating,jt,no\n",
        -1);
    data_folder_write(folder, "channels.csv", "id,authority,kind,value_zh\nC1,none,telex,\n", -1);
    data_folder_write(folder, "rules.xml", "<rules xmlns=\"urn:gazette:rules:1\">", -1);
    gaz_data_free(gaz_data_read(folder, "data/rules", own, NULL));
    told = gaz_report_to_text(own);
    ck_assert_uint_eq(gaz_report_count(own), 7);
    ck_assert(g_str_has_prefix(told, "channels.csv:2:4: error: authority"));
    ck_assert_str_eq(gaz_report_get(own, 1)->kind->id, "code-unknown");
    ck_assert_str_eq(gaz_report_get(own, 2)->kind->id, "cell-required");
    ck_assert_str_eq(gaz_report_get(own, 3)->kind->id, "reference-unknown");
    ck_assert_str_eq(gaz_report_get(own, 4)->kind->id, "translation-missing");
    ck_assert_str_eq(gaz_report_get(own, 5)->kind->id, "number-unknown");
    ck_assert_str_eq(gaz_report_get(own, 6)->kind->id, "xml-malformed");
    g_free(told);
    gaz_report_free(own);
    data_folder_remove(folder);
}
END_TEST

static const char *const not_given[][2] = {
    {"publication.xml", "<publication/>"},
    {"publication.xml", NULL},
    {"lines.csv", NULL},
    {"enterprises.csv", ""},
    {"rules.xml", "<rules/>"},
};

START_TEST(no_data_without_what_all_stands_on)
{
    char *folder = data_folder_new();
    GazReport *own = gaz_report_new();

    data_folder_write(folder, not_given[_i][0], not_given[_i][1], -1);
    ck_assert_ptr_null(gaz_data_read(folder, "data/rules", own, NULL));
    ck_assert(gaz_report_has_faults(own));
    gaz_report_free(own);
    data_folder_remove(folder);
}
END_TEST

static const char *const failures[][2] = {
    {"tests/no-such-folder", "data/rules"},
    {"tests/model/input/whole/lines.csv", "data/rules"},
    {"tests/model/input/whole", "tests/no-such-rules"},
    {"tests/model/input/whole", "tests/model"}, /* without schemas beside it */
};

/* A failure of the machine, or a wrong use, isn't a fault of the data. */
START_TEST(failures_are_errors)
{
    GazReport *own = gaz_report_new();
    GError *error = NULL;

    ck_assert_ptr_null(gaz_data_read(failures[_i][0], failures[_i][1], own, &error));
    ck_assert_ptr_nonnull(error);
    ck_assert(!gaz_report_has_faults(own));
    g_error_free(error);
    gaz_report_free(own);
}
END_TEST

START_TEST(a_table_that_is_a_folder)
{
    char *folder = data_folder_new(), *path = g_build_filename(folder, "swaps.csv", NULL);
    GazReport *own = gaz_report_new();
    GError *error = NULL;

    data_folder_write(folder, "swaps.csv", NULL, 0);
    ck_assert_int_eq(g_mkdir_with_parents(path, 0700), 0);
    ck_assert_ptr_null(gaz_data_read(folder, "data/rules", own, &error));
    ck_assert_ptr_nonnull(error);
    g_error_free(error);
    gaz_report_free(own);
    g_free(path);
    data_folder_remove(folder);
}
END_TEST

/* Codes as published by their owners, and what becomes of them with one character changed. */
static const struct {
    const char *code;
    GazCreditCode result;
    char check;
} credit_codes[] = {
    {"914403001922038216", GAZ_CREDIT_CODE_RIGHT, '6'},
    {"91110000802100433B", GAZ_CREDIT_CODE_RIGHT, 'B'},
    {"91330100799655058B", GAZ_CREDIT_CODE_RIGHT, 'B'},
    {"91110000802100433C", GAZ_CREDIT_CODE_WRONG_CHECK, 'B'},
    {"91110000802100434B", GAZ_CREDIT_CODE_WRONG_CHECK, 'E'},
    {"19110000802100433B", GAZ_CREDIT_CODE_WRONG_CHECK, 'T'},
    {"91110000802100433b", GAZ_CREDIT_CODE_MALFORMED, '\0'},
    {"9111O000802100433B", GAZ_CREDIT_CODE_MALFORMED, '\0'},
    {"91A10000802100433B", GAZ_CREDIT_CODE_MALFORMED, '\0'},
    {"91110000802100433", GAZ_CREDIT_CODE_MALFORMED, '\0'},
    {"91110000802100433BB", GAZ_CREDIT_CODE_MALFORMED, '\0'},
    {"", GAZ_CREDIT_CODE_MALFORMED, '\0'},
};

START_TEST(credit_code)
{
    char check = 'x';
    GazCreditCode result = gaz_credit_code_check(credit_codes[_i].code, &check);

    ck_assert_msg(result == credit_codes[_i].result && check == credit_codes[_i].check, "%s: got %d, %c",
                  credit_codes[_i].code, (int)result, check);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("data folders");
    TCase *whole = tcase_create("whole"), *parts = tcase_create("parts");

    tcase_set_timeout(whole, 0);
    tcase_set_timeout(parts, 0);
    tcase_add_checked_fixture(whole, set_up, tear_down);
    tcase_add_test(whole, texts_flags_and_cities);
    tcase_add_test(whole, numbers_codes_and_references);
    tcase_add_test(whole, three_forms_of_a_period);
    tcase_add_test(whole, an_interview_not_yet_held);
    tcase_add_test(whole, one_language_of_a_channel);
    tcase_add_test(whole, lines_of_a_text);
    tcase_add_test(whole, places_of_members);
    tcase_add_test(whole, publication_with_its_notices);
    tcase_add_test(whole, authority_with_its_contacts);
    tcase_add_test(whole, texts_by_name_and_language);
    tcase_add_test(whole, no_such_record);
    tcase_add_test(parts, columns_in_any_order);
    tcase_add_test(parts, a_faulty_enterprise_takes_its_line_along);
    tcase_add_test(parts, all_faults_in_one_run);
    tcase_add_loop_test(parts, no_data_without_what_all_stands_on, 0, G_N_ELEMENTS(not_given));
    tcase_add_loop_test(parts, failures_are_errors, 0, G_N_ELEMENTS(failures));
    tcase_add_test(parts, a_table_that_is_a_folder);
    tcase_add_loop_test(parts, credit_code, 0, G_N_ELEMENTS(credit_codes));
    suite_add_tcase(suite, whole);
    suite_add_tcase(suite, parts);
    return suite_run(suite);
}
