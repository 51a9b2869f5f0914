/* test_faults.c - every kind of fault of read/ and model/ is provoked in a whole data folder by changing one
 * file, and must be the only one told, at its cell. */
#include "../support/data_folder.h"
#include "../support/sample_workbook.h"
#include "../support/suite.h"
#include "model/data.h"
#include "model/faults.h"
#include "read/elements.h"
#include "read/faults.h"
#include "read/rows.h"
#include <check.h>
#include <string.h>

#define ENTERPRISES "id,name_zh,name_en,credit_code,city,county_zh,county_en,member\n"
#define E1 "E1,甲水泥,Jia,91370100MA3C0ABC1L,370100,,,yes\n"
#define E2 "E2,丙水泥,Bing,914403001922038216,371700,,,no\n"
#define LINES                                                                                                \
    "id,enterprise,name_zh,name_en,kiln_diameter_m,approved_capacity_tpd,annual_capacity_10kt,status,"       \
    "kiln,carbide_slag,special_tasks\n"
#define L1 "L1,E1,一号窑,Kiln 1,4.8,5000,155,operating,ordinary,no,\n"
#define L2 "L2,E2,一号窑,Kiln 1,4.8,5000,155,operating,ordinary,no,\n"
#define PLAN "id,season,scope,target,start,end,days,quota_days,first_stop_by,load_percent,excludes\n"
#define ADJUSTMENTS "id,batch,line,open_start,open_end,stop_start,stop_end,approval,approved_on\n"
#define STOPPAGES "id,line,start,end,why,verified_by_zh,verified_by_en\n"
#define FINDINGS "id,line,year,result,duty_zh,duty_en,source\n"
#define F1 "F1,L1,2021,breach,停窑,Stop,official\n"
#define FINED                                                                                                \
    "id,line,year,result,duty_zh,duty_en,source,fine_yuan,fine_ground_zh,fine_ground_en\n"                   \
    "F1,L1,2021,breach,停窑,Stop,official,"
#define LEDGER "id,line,kind,days,reason_zh,reason_en,due,approval,cap\n"
#define INTERVIEWS "id,finding,at,by_zh,by_en,correct_by\n"
#define TASKS                                                                                                \
    "id,line,task,year_round,declared_on,recognised_by_zh,recognised_by_en,recognised_on,votes_for,"         \
    "votes_entitled,vote_date\n"
#define CHANNELS "id,authority,kind,value_zh\n"
#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define RULES(inside) XML "<rules xmlns=\"urn:gazette:rules:1\">" inside "</rules>\n"
#define PUBLICATION_AS(attributes, inside)                                                                   \
    XML "<publication xmlns=\"urn:gazette:publication:1\" id=\"t\" " attributes ">\n"                        \
        "<title><zh>题</zh><en>Title</en></title>\n"                                                        \
        "<authority id=\"industry\" kind=\"industry\"><name><zh>厅</zh><en>D</en></name></authority>\n"     \
        "<season id=\"heating\" heating=\"yes\" counting=\"shandong\"><name><zh>季</zh><en>S</en></name>"   \
        "</season>\n<season id=\"summer\" heating=\"no\" counting=\"shandong\"><name><zh>季</zh>"           \
        "<en>S</en></name></season>\n" inside "</publication>\n"
#define PUBLICATION(inside) PUBLICATION_AS("region=\"SD\" year=\"2021\"", inside)
#define SEAL(file)                                                                                           \
    XML "<publication xmlns=\"urn:gazette:publication:1\" id=\"t\" region=\"SD\" year=\"2021\">\n"           \
        "<title><zh>题</zh><en>Title</en></title>\n"                                                        \
        "<authority id=\"industry\" kind=\"industry\"><name><zh>厅</zh><en>D</en></name>\n"                 \
        "<seal diameter-mm=\"42\" file=\"seals/" file "\"/></authority>\n"                                   \
        "<season id=\"heating\" heating=\"yes\" counting=\"shandong\"><name><zh>季</zh><en>S</en></name>"   \
        "</season>\n<season id=\"summer\" heating=\"no\" counting=\"shandong\"><name><zh>季</zh>"           \
        "<en>S</en></name></season></publication>\n"
#define NOTICE_AS(id, attributes, inside)                                                                    \
    "<notice id=\"" id "\" " attributes "><issuer ref=\"industry\"/>" inside "</notice>"
#define NOTICE(attributes, inside) NOTICE_AS("n", attributes, inside)
#define LIST "kind=\"line-list\" year=\"2021\" date=\"2021-03-01\""

#define READ(kind) &gaz_read_faults[GAZ_READ_##kind]
#define MODEL(kind) &gaz_model_faults[GAZ_MODEL_##kind]
#define MISSING NULL

static const struct {
    const GazFaultKind *kind;
    const char *file, *text;
    unsigned line, column;
} faults[] = {
    {READ(FILE_MISSING), "enterprises.csv", MISSING, 0, 0},
    {READ(FILE_MISSING), "publication.xml", MISSING, 0, 0},
    {READ(FILE_EMPTY), "lines.csv", "", 0, 0},
    {READ(FILE_EMPTY), "lines.csv", "# only a comment\n\n,,,\n", 0, 0},
    {READ(NOT_UTF8), "enterprises.csv", ENTERPRISES "E1,甲水泥熟料\xFF,Jia\n", 2, 9},
    {READ(NOT_UTF8), "texts/form.zh.md", "第一行\n第二\xFF行\n", 2, 3},
    {READ(FORBIDDEN_CHARACTER), "enterprises.csv",
     ENTERPRISES E1 "E2,丙水\u202e泥,Bing,914403001922038216,371700,,,no\n", 3, 6},
    {READ(FORBIDDEN_CHARACTER), "enterprises.csv",
     ENTERPRISES E1 "E2,丙水泥,\"B\001ing\",914403001922038216,371700,,,no\n", 3, 10},
    {READ(FORBIDDEN_CHARACTER), "texts/form.en.md", "One\n\u2067two\n", 2, 1},
    {READ(FORBIDDEN_CHARACTER), "publication.xml",
     PUBLICATION(NOTICE(LIST, "<copy><zh>甲</zh><en>&#x202D;</en></copy>")), 7, 103},
    {READ(QUOTE_TORN), "enterprises.csv", ENTERPRISES E1 "E2,\"丙水泥,Bing,914403001922038216,371700,,,no\n",
     3, 4},
    {READ(QUOTE_TORN), "enterprises.csv",
     ENTERPRISES E1 "E2,丙\"水泥\",Bing,914403001922038216,371700,,,no\n", 3, 4},
    {READ(QUOTE_TORN), "enterprises.csv",
     ENTERPRISES E1 "E2,\"丙\"水泥,Bing,914403001922038216,371700,,,no\n", 3, 4},
    {READ(ROW_RAGGED), "enterprises.csv", ENTERPRISES E1 "E2,丙水泥,Bing,914403001922038216,371700,,\n", 3,
     1},
    {READ(ROW_RAGGED), "enterprises.csv", ENTERPRISES E1 "E2,丙水泥,Bing,914403001922038216,371700,,,no,\n",
     3, 1},
    {READ(XML_MALFORMED), "publication.xml", PUBLICATION("<notice>"), 7, 23},
    {READ(XML_MALFORMED), "publication.xml", PUBLICATION("<!-- 甲 --> &unknown;"), 7, 21},
    {READ(XML_DOCTYPE), "rules.xml", "<!DOCTYPE rules [\n<!ENTITY a \"b\">]>\n<rules/>\n", 1, 17},
    {READ(XML_INVALID), "publication.xml", PUBLICATION("<notes/>"), 7, 1},
    {READ(XML_INVALID), "publication.xml", PUBLICATION(NOTICE("kind=\"list\" date=\"2021-03-01\"", "")), 7,
     16},
    {READ(XML_INVALID), "publication.xml", PUBLICATION(NOTICE("kind=\"summary\"", "")), 7, 1},
    {READ(XML_INVALID), "rules.xml", RULES("<annual-days value=\"many\" clause=\"SD 二\"/>"), 2, 49},
    {READ(CELL_ERROR), "channels.csv", CHANNELS "C1,industry,phone,#N/A\n", 2, 19},
    {READ(CELL_ERROR), "lines.csv", LINES L1 "L2,E2,一号窑,Kiln 1,4.8,#VALUE!,155,operating,ordinary,no,\n",
     3, 22},
    {MODEL(FILE_UNKNOWN), "line.csv", LINES L1, 0, 0},
    {MODEL(FILE_UNKNOWN), "rule.xml", RULES(""), 0, 0},
    {MODEL(FILE_UNKNOWN), "findings.CSV", "", 0, 0},
    {MODEL(FILE_UNKNOWN), "findings.csv.txt", "", 0, 0},
    {MODEL(FILE_UNKNOWN), "Findings.txt", "", 0, 0},
    {MODEL(FILE_UNKNOWN), "findings.XLSX", "", 0, 0},
    {MODEL(FILE_UNKNOWN), "rules.XML", "", 0, 0},
    {READ(WORKBOOK_OLD), "findings.XLS", "", 0, 0},
    {MODEL(FILE_UNKNOWN), "texts/form.zh.MD", "A form.\n", 0, 0},
    {MODEL(FILE_UNKNOWN), "texts/form.zh.md.txt", "A form.\n", 0, 0},
    {MODEL(FILE_UNKNOWN), "texts/form.md", "A form.\n", 0, 0},
    {MODEL(COLUMN_UNKNOWN), "channels.csv", "id,authority,kind,value_zh,价格\nC1,industry,phone,12345,1\n", 1,
     28},
    {READ(ROW_RAGGED), "channels.csv",
     "id,authority,kind,,value_zh\nC1,industry,phone,,12369\nC2,industry,fax,x,12369\nC3,industry,fax,y,"
     "12369\n",
     3, 17},
    {MODEL(COLUMN_MISSING), "channels.csv", "# 注\n\nid,authority,value_zh\nC1,industry,12345\n", 3, 1},
    {MODEL(COLUMN_DUPLICATE), "channels.csv",
     "id,authority,kind,value_zh,kind\nC1,industry,phone,12345,fax\n", 1, 28},
    {MODEL(CELL_REQUIRED), "channels.csv", CHANNELS "C1,industry, ,12345\n", 2, 14},
    {MODEL(CELL_REQUIRED), "channels.csv", CHANNELS "C1,industry,phone,\u3000\n", 2, 19},
    {MODEL(TRANSLATION_MISSING), "enterprises.csv",
     ENTERPRISES E1 "E2,丙水泥,,914403001922038216,371700,,,no\n", 3, 8},
    {MODEL(TRANSLATION_MISSING), "enterprises.csv",
     ENTERPRISES E1 "E2,丙,Bing,914403001922038216,371700,,County,no\n", 3, 37},
    {MODEL(TRANSLATION_MISSING), "texts/note.zh.md", "注。\n", 0, 0},
    {MODEL(CELL_REQUIRED), "findings.csv", FINDINGS ",L1,2021,breach,停窑,Stop,official\n", 2, 1},
    {READ(FORBIDDEN_CHARACTER), "findings.csv", FINDINGS "F\u202E1,L1,2021,breach,停窑,Stop,official\n", 2,
     2},
    {MODEL(ID_MALFORMED), "channels.csv", CHANNELS "1号,industry,phone,12345\n", 2, 1},
    {MODEL(ID_MALFORMED), "channels.csv", CHANNELS "../x,industry,phone,12345\n", 2, 1},
    {MODEL(ID_DUPLICATE), "channels.csv", CHANNELS "C1,industry,phone,12345\nC1,industry,fax,12345\n", 3, 1},
    {MODEL(ID_DUPLICATE), "publication.xml", PUBLICATION(NOTICE(LIST, "") "\n" NOTICE(LIST, "")), 8, 9},
    {MODEL(ID_RESERVED), "lines.csv",
     LINES L1 L2 "2021,E1,二号窑,Kiln 2,4.8,5000,155,operating,ordinary,no,\n", 4, 1},
    {MODEL(ID_RESERVED), "lines.csv",
     LINES L1 L2 "Index,E1,二号窑,Kiln 2,4.8,5000,155,operating,ordinary,no,\n", 4, 1},
    {MODEL(ID_RESERVED), "publication.xml", PUBLICATION(NOTICE_AS("index", LIST, "")), 7, 9},
    {MODEL(ID_RESERVED), "publication.xml", PUBLICATION(NOTICE_AS("n.V12", LIST, "")), 7, 9},
    {MODEL(ID_RESERVED), "publication.xml", PUBLICATION(NOTICE_AS("n.announced", LIST, "")), 7, 9},
    {MODEL(ID_DUPLICATE), "rules.xml",
     RULES("<counting id=\"shandong\" end=\"inclusive\" days=\"hours\" rounding=\"none\" "
           "counts=\"off-peak\"/>"),
     2, 46},
    {MODEL(DATE_UNKNOWN), "adjustments.csv",
     ADJUSTMENTS "A1,1,L1,2021-12-01,2021-12-05,2022-04-01,2022-04-05,批,2021-02-29\n", 2, 55},
    {MODEL(DATE_UNKNOWN), "publication.xml",
     PUBLICATION(NOTICE("kind=\"line-list\" year=\"2021\" date=\"2021-02-30\"", "")), 7, 45},
    {MODEL(DATE_UNKNOWN), "rules.xml", RULES("<accounting start=\"02-30\"/>"), 2, 48},
    {MODEL(MOMENT_UNKNOWN), "stoppages.csv", STOPPAGES "S1,L1,2021-12-01 25:00,2021-12-05,off-peak,局,B\n", 2,
     7},
    {MODEL(NUMBER_UNKNOWN), "lines.csv",
     LINES L2 "L1,E1,一号窑,Kiln 1,4.8,\"5,00\",155,operating,ordinary,no,\n", 3, 22},
    {MODEL(NUMBER_NEGATIVE), "lines.csv",
     LINES L2 "L1,E1,一号窑,Kiln 1,4.8,-5000,155,operating,ordinary,no,\n", 3, 22},
    {MODEL(NUMBER_NOT_WHOLE), "tasks.csv",
     TASKS "T1,L1,heating,no,2021-09-01,局,B,2021-09-15,46.5,60,2021-09-28\n", 2, 44},
    {MODEL(NUMBER_OUT_OF_RANGE), "lines.csv",
     LINES L2 "L1,E1,一号窑,Kiln 1,4.8,1000000000,155,operating,ordinary,no,\n", 3, 22},
    {MODEL(NUMBER_OUT_OF_RANGE), "findings.csv", FINDINGS "F1,L1,21,breach,停窑,Stop,official\n", 2, 7},
    {MODEL(NUMBER_OUT_OF_RANGE), "plan.csv", PLAN "P1,heating,province,,2021-11-15,2022-03-15,,,,101,\n", 2,
     47},
    {MODEL(FLAG_UNKNOWN), "lines.csv", LINES L2 "L1,E1,一号窑,Kiln 1,4.8,5000,155,operating,ordinary,也,\n",
     3, 50},
    {MODEL(CODE_UNKNOWN), "lines.csv", LINES L2 "L1,E1,一号窑,Kiln 1,4.8,5000,155,Running,ordinary,no,\n", 3,
     31},
    {MODEL(CODE_UNKNOWN), "lines.csv",
     LINES L2 "L1,E1,一号窑,Kiln 1,4.8,5000,155,operating,ordinary,no,heating;\n", 3, 53},
    {MODEL(CODE_UNKNOWN), "rules.xml", RULES("<make-up tasks=\"heating cooling\" clause=\"N 二\"/>"), 2, 45},
    {MODEL(CODE_TWICE), "lines.csv",
     LINES L2 "L1,E1,一号窑,Kiln 1,4.8,5000,155,operating,ordinary,no,sludge;sludge\n", 3, 53},
    {MODEL(LINES_IN_CELL), "adjustments.csv",
     ADJUSTMENTS "A1,1,L1,2021-12-01,2021-12-05,2022-04-01,2022-04-05,\"批\n复\",2021-11-20\n", 2, 53},
    {MODEL(REFERENCE_UNKNOWN), "stoppages.csv", STOPPAGES "S1,L9,2021-12-01,2021-12-05,off-peak,局,B\n", 2,
     4},
    {MODEL(REFERENCE_UNKNOWN), "publication.xml",
     PUBLICATION(NOTICE("kind=\"exposure\" date=\"2021-03-01\"", "<finding ref=\"F9\"/>")), 7, 83},
    {MODEL(CITY_UNKNOWN), "enterprises.csv", ENTERPRISES E1 "E2,丙水泥,Bing,914403001922038216,410100,,,no\n",
     3, 32},
    {MODEL(CITY_OTHER), "lines.csv",
     "id,enterprise,设区市,name_zh,name_en,kiln_diameter_m,approved_capacity_tpd,annual_capacity_10kt,status,"
     "kiln,"
     "carbide_slag\nL1,E1,青岛市,1号窑,Kiln 1,4.8,5000,155,operating,ordinary,no\n"
     "L2,E2,,2号窑,Kiln 2,4.8,5000,155,operating,ordinary,no\n",
     2, 7},
    {MODEL(CITY_UNKNOWN), "plan.csv", PLAN "P1,heating,city,开封市,2021-11-15,2022-03-15,,,,,\n", 2, 17},
    {MODEL(SEASON_UNKNOWN), "plan.csv", PLAN "P1,heat,province,,2021-11-15,2022-03-15,,,,,\n", 2, 4},
    {MODEL(SEASON_UNKNOWN), "publication.xml",
     PUBLICATION(NOTICE("kind=\"plan\" date=\"2021-03-01\" season=\"heat\"", "")), 7, 46},
    {MODEL(AUTHORITY_UNKNOWN), "channels.csv", CHANNELS "C1,ecology,phone,12345\n", 2, 4},
    {MODEL(AUTHORITY_UNKNOWN), "publication.xml", PUBLICATION(NOTICE(LIST, "<issuer ref=\"ecology\"/>")), 7,
     95},
    {MODEL(CREDIT_CODE_MALFORMED), "enterprises.csv",
     ENTERPRISES E1 "E2,丙水泥,Bing,9144030019220382I6,371700,,,no\n", 3, 13},
    {MODEL(CREDIT_CODE_MALFORMED), "enterprises.csv",
     ENTERPRISES E1 "E2,丙水泥,Bing,91440300192203821,371700,,,no\n", 3, 13},
    {MODEL(CREDIT_CODE_CHECK), "enterprises.csv",
     ENTERPRISES E1 "E2,丙水泥,Bing,914403001922038217,371700,,,no\n", 3, 13},
    {MODEL(CREDIT_CODE_DUPLICATE), "enterprises.csv",
     ENTERPRISES E1 "E2,丙水泥,Bing,91370100MA3C0ABC1L,371700,,,no\n", 3, 13},
    {MODEL(END_BEFORE_START), "stoppages.csv", STOPPAGES "S1,L1,2021-12-05,2021-12-04,off-peak,局,B\n", 2,
     18},
    {MODEL(END_BEFORE_START), "stoppages.csv",
     STOPPAGES "S1,L1,2021-12-05 08:00,2021-12-05 08:00,off-peak,局,B\n", 2, 24},
    {MODEL(END_BEFORE_START), "adjustments.csv",
     ADJUSTMENTS "A1,1,L1,2021-12-06,2021-12-05,2022-04-01,2022-04-05,批,2021-11-20\n", 2, 20},
    {MODEL(END_BEFORE_START), "adjustments.csv",
     ADJUSTMENTS "A1,1,L1,2021-12-01,2021-12-05,2022-04-06,2022-04-05,批,2021-11-20\n", 2, 42},
    {MODEL(END_BEFORE_START), "plan.csv", PLAN "P1,heating,province,,2021-11-15,2021-03-15,,,,,\n", 2, 33},
    {MODEL(END_BEFORE_START), "plan.csv",
     PLAN "P1,heating,province,,2021-08-01,2021-10-31,,30,2021-07-21,,\n", 2, 48},
    {MODEL(END_BEFORE_START), "interviews.csv", INTERVIEWS "I1,F1,2021-12-15 09:30,省厅,D,2021-12-14\n", 2,
     29},
    {MODEL(END_BEFORE_START), "tasks.csv",
     TASKS "T1,L1,heating,no,2021-09-01,局,B,2021-08-31,46,60,2021-09-28\n", 2, 33},
    {MODEL(END_BEFORE_START), "publication.xml",
     PUBLICATION(NOTICE(LIST, "<comment from=\"2021-03-02\" to=\"2021-03-01\"/>")), 7, 114},
    {MODEL(PLAN_TARGET), "plan.csv", PLAN "P1,heating,province,370100,2021-11-15,2022-03-15,,,,,\n", 2, 21},
    {MODEL(PLAN_TARGET), "plan.csv", PLAN "P1,heating,line,,2021-11-15,2022-03-15,,,,,\n", 2, 17},
    {MODEL(PLAN_EXCLUDES), "plan.csv",
     PLAN "P1,heating,province,,2021-11-15,2022-03-15,,,,,L1;specialcement\n", 2, 48},
    {MODEL(PLAN_FORM), "plan.csv", PLAN "P1,heating,province,,2021-11-15,,,,,,\n", 2, 33},
    {MODEL(PERIOD_LONG), "plan.csv", PLAN "P1,heating,province,,2021-11-15,2022-11-17,,,,,\n", 2, 33},
    {MODEL(PERIOD_LONG), "plan.csv", PLAN "P1,heating,province,,2021-11-15,2999-12-31,,,,,\n", 2, 33},
    {MODEL(PERIOD_LONG), "plan.csv", PLAN "P1,heating,province,,2021-11-15,,999999999,,,,\n", 2, 34},
    {MODEL(PERIOD_LONG), "stoppages.csv", STOPPAGES "S1,L1,2021-12-01,2022-12-03,off-peak,局,B\n", 2, 18},
    {MODEL(DATE_FAR), "changes.csv", "id,kind,date,line,approval\nC1,suspended,2024-01-01,L1,批\n", 2, 14},
    {MODEL(DATE_FAR), "interviews.csv", INTERVIEWS "I1,F1,2021-12-15 09:30,省厅,D,2042-12-31\n", 2, 29},
    {MODEL(DATE_FAR), "ledger.csv", LEDGER "G1,L1,owed,5,由,G,2099-09-30,,\n", 2, 18},
    {MODEL(LEDGER_FORM), "ledger.csv", LEDGER "G1,L1,earned,5,由,G,,,\n", 2, 21},
    {MODEL(LEDGER_FORM), "ledger.csv", LEDGER "G1,L1,earned,5,由,G,2021-09-30,批1,\n", 2, 20},
    {MODEL(LEDGER_FORM), "ledger.csv", LEDGER "G1,L1,owed,5,由,G,,,3\n", 2, 20},
    {MODEL(CELLS_APART), "findings.csv", FINED "5000,,\n", 2, 41},
    {MODEL(CELLS_APART), "findings.csv", FINED ",依据,Ground\n", 2, 36},
    {MODEL(NUMBER_OUT_OF_RANGE), "lines.csv",
     LINES L2 "L1,E1,一号窑,Kiln 1,0,5000,155,operating,ordinary,no,\n", 3, 18},
    {MODEL(NUMBER_OUT_OF_RANGE), "lines.csv",
     LINES L2 "L1,E1,一号窑,Kiln 1,4.8,0,155,operating,ordinary,no,\n", 3, 22},
    {MODEL(NUMBER_OUT_OF_RANGE), "lines.csv",
     LINES L2 "L1,E1,一号窑,Kiln 1,4.8,5000,36.5,operating,ordinary,no,\n", 3, 27},
    {MODEL(NUMBER_OUT_OF_RANGE), "lines.csv",
     LINES L2 "L1,E1,一号窑,Kiln 1,4.8,5000,366.1,operating,ordinary,no,\n", 3, 27},
    {MODEL(CHANNEL_VALUE), "channels.csv", CHANNELS "C1,industry,phone,济南市示范路1号\n", 2, 19},
    {MODEL(CHANNEL_VALUE), "channels.csv", CHANNELS "C1,industry,fax,a1234@example.org\n", 2, 17},
    {MODEL(CHANNEL_VALUE), "channels.csv", CHANNELS "C1,industry,fax,https://example.org/1234\n", 2, 17},
    {MODEL(NUMBER_OUT_OF_RANGE), "plan.csv", PLAN "P1,heating,province,,2021-11-15,,0,,,,\n", 2, 34},
    {MODEL(NUMBER_OUT_OF_RANGE), "plan.csv", PLAN "P1,heating,province,,2021-11-15,2022-03-15,,0,,,\n", 2,
     45},
    {MODEL(PLAN_FORM), "plan.csv", PLAN "P1,heating,province,,2021-11-15,2022-03-15,120,,,,\n", 2, 33},
    {MODEL(PLAN_FORM), "plan.csv", PLAN "P1,heating,province,,2021-11-15,,15,10,,,\n", 2, 37},
    {MODEL(PLAN_FORM), "plan.csv", PLAN "P1,heating,province,,2021-11-15,2022-03-15,,,2021-11-20,,\n", 2, 46},
    {MODEL(ROW_TWICE), "plan.csv",
     PLAN "P1,heating,province,,2021-11-15,2022-03-15,,,,,\nP2,heating,province,,2021-11-15,2022-03-14,,,,,\n"
          "P3,heating,province,,2021-11-15,2022-03-15,,,,,\n",
     4, 1},
    {MODEL(LINE_STATE), "lines.csv",
     "id,enterprise,name_zh,name_en,kiln_diameter_m,approved_capacity_tpd,annual_capacity_10kt,commissioned,"
     "status,kiln,carbide_slag\nL1,E1,一号窑,Kiln 1,4.8,5000,155,2109-06-18,operating,ordinary,no\n"
     "L2,E2,一号窑,Kiln 1,4.8,5000,155,2022-12-31,operating,ordinary,no\n",
     2, 31},
    {MODEL(LINE_STATE), "lines.csv",
     "id,enterprise,name_zh,name_en,kiln_diameter_m,approved_capacity_tpd,annual_capacity_10kt,commissioned,"
     "status,kiln,carbide_slag\nL1,E1,一号窑,Kiln 1,4.8,5000,155,2020-12-31,under-construction,ordinary,no\n"
     "L2,E2,一号窑,Kiln 1,4.8,5000,155,2021-01-01,under-construction,ordinary,no\n",
     2, 31},
    {MODEL(CHANNEL_VALUE), "channels.csv", CHANNELS "C1,industry,web,www.example.org\n", 2, 17},
    {MODEL(CHANNEL_VALUE), "channels.csv", CHANNELS "C1,industry,email,a@example.org?cc=b@example.org\n", 2,
     19},
    {MODEL(CHANNEL_VALUE), "channels.csv", CHANNELS "C1,industry,email,a@example.org;b@example.org\n", 2, 19},
    {MODEL(CHANNEL_VALUE), "channels.csv",
     "id,authority,kind,value_zh,value_en\nC1,industry,web,https://example.org/,none\n", 2, 38},
    {MODEL(REGION_UNKNOWN), "publication.xml", PUBLICATION_AS("region=\"ZZ\" year=\"2021\"", ""), 2, 55},
    {MODEL(COUNTING_UNKNOWN), "publication.xml",
     PUBLICATION(
         "<season id=\"x\" heating=\"no\" counting=\"none\"><name><zh>季</zh><en>S</en></name></season>"),
     7, 29},
    {MODEL(CLAUSE_UNKNOWN), "rules.xml", RULES("<comment-period value=\"7\" clause=\"XX 九\"/>"), 2, 62},
    {MODEL(NOTICE_UNKNOWN), "publication.xml", PUBLICATION(NOTICE(LIST " follows=\"draft\"", "")), 7, 63},
    {MODEL(NOTICE_INCOMPLETE), "publication.xml",
     PUBLICATION(NOTICE("kind=\"plan\" date=\"2021-03-01\"", "")), 7, 1},
    {MODEL(NOTICE_INCOMPLETE), "publication.xml",
     PUBLICATION(NOTICE("kind=\"summary\" date=\"2021-03-01\"", "")), 7, 1},
    {MODEL(NOTICE_INCOMPLETE), "publication.xml",
     PUBLICATION(NOTICE("kind=\"interview\" date=\"2021-03-01\"", "")), 7, 1},
    {MODEL(IMAGE_MISSING), "publication.xml", SEAL("none.png"), 5, 24},
    {MODEL(IMAGE_UNKNOWN), "publication.xml", SEAL("torn.png"), 5, 24},
    {MODEL(IMAGE_UNKNOWN), "publication.xml", SEAL("vast.png"), 5, 24},
    {MODEL(IMAGE_UNKNOWN), "publication.xml", SEAL("nothing.png"), 5, 24},
    {MODEL(IMAGE_UNKNOWN), "publication.xml", SEAL("page.svg"), 5, 24},
    {MODEL(IMAGE_UNKNOWN), "publication.xml", SEAL("text.svg"), 5, 24},
    {MODEL(IMAGE_OPAQUE), "publication.xml", SEAL("opaque.png"), 5, 24},
    {MODEL(IMAGE_OPAQUE), "publication.xml", SEAL("no-alpha.png"), 5, 24},
    {READ(XML_INVALID), "publication.xml", SEAL("../circle.svg"), 5, 24},
    {MODEL(TEXT_MISSING), "publication.xml",
     PUBLICATION(
         NOTICE(LIST, "<attachment file=\"texts/none\"><title><zh>甲</zh><en>A</en></title></attachment>")),
     7, 99},
};

/* Texts that can't be written down. */
static GBytes *nul_byte(void)
{
    return g_bytes_new(CHANNELS "C1,ind\0ustry,phone,12345\n",
                       strlen(CHANNELS) + strlen("C1,ind?ustry,phone,12345\n"));
}

static GBytes *long_field(void)
{
    g_autofree char *field = g_strnfill(GAZ_LONGEST_FIELD + 1, 'x');
    char *text = g_strconcat(ENTERPRISES E1 "E2,\"", field, "\",Bing,914403001922038216,371700,,,no\n", NULL);

    return g_bytes_new_take(text, strlen(text));
}

static GBytes *wide_header(void)
{
    char *text = g_strnfill(2 * GAZ_MOST_COLUMNS, 'a');

    for (unsigned i = 1; i < 2 * GAZ_MOST_COLUMNS; i += 2)
        text[i] = ',';
    return g_bytes_new_take(text, strlen(text));
}

static GBytes *large_xml(void)
{
    return g_bytes_new_take(g_strnfill(GAZ_LARGEST_XML + 1, ' '), GAZ_LARGEST_XML + 1);
}

/* A sheet of channels, which needs nothing else, with this cell as the number. */
static GBytes *channels_with(const char *heading, const char *cell, const SamplePart *parts)
{
    g_autofree char *rows =
        g_strconcat("<sheetData><row r=\"1\"><c t=\"str\"><v>id</v></c><c t=\"str\"><v>authority</v></c>"
                    "<c t=\"str\"><v>kind</v></c><c t=\"str\"><v>",
                    heading,
                    "</v></c></row><row r=\"2\">"
                    "<c t=\"str\"><v>C1</v></c><c t=\"str\"><v>industry</v></c><c t=\"str\"><v>phone</v></c>",
                    cell, "</row></sheetData>", NULL);

    return sample_workbook(rows, parts);
}

static GBytes *error_cell(void)
{
    return channels_with("value_zh", "<c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>", NULL);
}

static GBytes *empty_formula(void)
{
    return channels_with("value_zh", "<c><f>A1</f><v></v></c>", NULL);
}

static GBytes *leap_day_of_1900(void)
{
    return channels_with("value_zh", "<c s=\"1\"><v>60</v></c>", NULL);
}

static GBytes *long_number(void)
{
    return channels_with("value_zh", "<c><v>914403001922038000</v></c>", NULL);
}

static GBytes *without_workbook(void)
{
    static const SamplePart parts[] = {{"xl/workbook.xml", NULL}, {NULL, NULL}};

    return channels_with("value_zh", "", parts);
}

static GBytes *ole(const char *stream, size_t length)
{
    GByteArray *bytes = g_byte_array_new();

    g_byte_array_append(bytes, (const guint8 *)"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
    g_byte_array_append(bytes, (const guint8 *)stream, (guint)length);
    return g_byte_array_free_to_bytes(bytes);
}

static GBytes *old_workbook(void)
{
    return ole("W\0o\0r\0k\0b\0o\0o\0k\0", 16);
}

static GBytes *locked_workbook(void)
{
    return ole("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32);
}

/* 20 MiB of blanks pack a thousandfold. */
static GBytes *zip_bomb(void)
{
    g_autofree char *blanks = g_strnfill(20 << 20, ' ');
    SamplePart parts[] = {{"xl/blanks.xml", blanks}, {NULL, NULL}};

    return channels_with("value_zh", "", parts);
}

static GBytes *torn_gbk(void)
{
    return g_bytes_new_static("id,authority,kind,value_zh\nC1,industry,phone,\xCB\xAE\xFF\xFF\n", 50);
}

/* The sheet's name is one of lines.csv's. */
static GBytes *lines_again(void)
{
    return channels_with("value_zh", "", NULL);
}

static GBytes *strange_sheet(void)
{
    static const SamplePart parts[] = {
        {"xl/workbook.xml",
         "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
         "<sheet name=\"窑\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"},
        {NULL, NULL}};

    return channels_with("value_zh", "", parts);
}

static GBytes *day_or_month_first(void)
{
    static const char text[] = STOPPAGES "S1,L1,3/4/2021,2021-12-01,off-peak,局,Office\n";

    return g_bytes_new_static(text, sizeof text - 1);
}

static GBytes *name_of_a_part(void)
{
    static const char text[] = STOPPAGES "一、济南市,,,,,,\n";

    return g_bytes_new_static(text, sizeof text - 1);
}

static GBytes *table_below(void)
{
    static const char text[] = STOPPAGES "企业名称,生产线名称,窑径（米）,,,,\n甲水泥,1#线,4.8,,,,\n";

    return g_bytes_new_static(text, sizeof text - 1);
}

static GBytes *unknown_unit(void)
{
    return channels_with("value_zh</v></c><c t=\"str\"><v>号码（米）", "<c><v>12369</v></c>", NULL);
}

static const struct {
    const GazFaultKind *kind;
    const char *file;
    GBytes *(*make)(void);
    unsigned line, column;
} made[] = {
    {READ(NUL_BYTE), "channels.csv", nul_byte, 2, 7},
    {READ(FIELD_TOO_LONG), "enterprises.csv", long_field, 3, 4},
    {READ(TOO_MANY_COLUMNS), "practices.csv", wide_header, 1, 1},
    {READ(FILE_TOO_LARGE), "rules.xml", large_xml, 0, 0},
    {READ(ENCODING_UNKNOWN), "channels.csv", torn_gbk, 2, 20},
    {READ(CELL_ERROR), "channels.xlsx", error_cell, 2, 4},
    {READ(FORMULA_EMPTY), "channels.xlsx", empty_formula, 2, 4},
    {READ(CELL_DATE), "channels.xlsx", leap_day_of_1900, 2, 4},
    {READ(CELL_DIGITS), "channels.xlsx", long_number, 2, 4},
    {READ(WORKBOOK_BROKEN), "channels.xlsx", without_workbook, 0, 0},
    {READ(WORKBOOK_OLD), "channels.xlsx", old_workbook, 0, 0},
    {READ(WORKBOOK_PROTECTED), "channels.xlsx", locked_workbook, 0, 0},
    {READ(WORKBOOK_TOO_LARGE), "channels.xlsx", zip_bomb, 0, 0},
    {MODEL(TABLE_TWICE), "other.xlsx", lines_again, 0, 0},
    {MODEL(SHEET_UNKNOWN), "other.xlsx", strange_sheet, 0, 0},
    {MODEL(ROW_LONE), "stoppages.csv", name_of_a_part, 2, 1},
    {MODEL(TABLE_BELOW), "stoppages.csv", table_below, 2, 1},
    {MODEL(VALUE_AMBIGUOUS), "stoppages.csv", day_or_month_first, 2, 7},
    {MODEL(UNIT_UNKNOWN), "channels.xlsx", unknown_unit, 1, 5},
};

/* A workbook stands in place of the table's CSV file. */
static void remove_csv(const char *folder, const char *file)
{
    g_autofree char *stem = g_strndup(file, strlen(file) - strlen(".xlsx"));
    g_autofree char *csv = g_strconcat(stem, ".csv", NULL);
    g_autofree char *path = g_build_filename(folder, csv, NULL);

    if (g_file_test(path, G_FILE_TEST_EXISTS))
        data_folder_write(folder, csv, NULL, 0);
}

/* The fault is the only one, and at its place. */
static void check_alone(const char *file, const char *text, gssize length, const GazFaultKind *kind,
                        unsigned line, unsigned column)
{
    char *folder = data_folder_new();
    GazReport *report = gaz_report_new();
    GError *error = NULL;
    GazData *data;
    char *all;

    data_folder_write(folder, file, text, length);
    if (g_str_has_suffix(file, ".xlsx"))
        remove_csv(folder, file);
    data = gaz_data_read(folder, "data/rules", report, &error);
    g_assert_no_error(error);
    all = gaz_report_to_text(report);
    ck_assert_msg(gaz_report_count(report) == 1, "%s in %s: %u faults:\n%s", kind->id, file,
                  gaz_report_count(report), all);
    ck_assert_msg(gaz_report_get(report, 0)->kind == kind, "%s: got %s", kind->id, all);
    ck_assert_str_eq(gaz_report_get(report, 0)->place.file, file);
    ck_assert_msg(gaz_report_get(report, 0)->place.line == line &&
                      gaz_report_get(report, 0)->place.column == column,
                  "%s: expected %u:%u, got %s", kind->id, line, column, all);
    g_free(all);
    gaz_data_free(data);
    gaz_report_free(report);
    data_folder_remove(folder);
}

START_TEST(fault_is_told_alone_at_its_cell)
{
    check_alone(faults[_i].file, faults[_i].text, -1, faults[_i].kind, faults[_i].line, faults[_i].column);
}
END_TEST

START_TEST(fault_of_a_long_text_is_told)
{
    GBytes *text = made[_i].make();

    check_alone(made[_i].file, g_bytes_get_data(text, NULL), (gssize)g_bytes_get_size(text), made[_i].kind,
                made[_i].line, made[_i].column);
    g_bytes_unref(text);
}
END_TEST

/* Copied down a column, and once more in another file, where another person looks for it. */
START_TEST(what_is_unknown_is_told_once_a_file)
{
    char *folder = data_folder_new();
    GazReport *report = gaz_report_new();
    GError *error = NULL;
    char *all;

    data_folder_write(folder, "stoppages.csv",
                      STOPPAGES "S1,L9,2021-12-01,2021-12-05,off-peak,局,B\n"
                                "S2,L9,2021-12-11,2021-12-15,off-peak,局,B\n"
                                "S3,L8,2021-12-21,2021-12-25,off-peak,局,B\n"
                                "S4,L9,2022-01-01,2022-01-05,off-peak,局,B\n",
                      -1);
    data_folder_write(folder, "ledger.csv",
                      "id,line,kind,days,reason_zh,reason_en\nG1,L9,owed,2,保供,Supply\n", -1);
    gaz_data_free(gaz_data_read(folder, "data/rules", report, &error));
    g_assert_no_error(error);
    all = gaz_report_to_text(report);
    ck_assert_msg(gaz_report_count(report) == 3, "%s", all);
    ck_assert_ptr_nonnull(strstr(all, "ledger.csv:2:4: error: line: no record has this id: found \"L9\", "
                                      "expected an id of lines.csv (reference-unknown)"));
    ck_assert_ptr_nonnull(strstr(all, "stoppages.csv:2:4: error: line: no record has this id: found \"L9\", "
                                      "expected an id of lines.csv; the same in 2 more places of the file "
                                      "(reference-unknown)"));
    ck_assert_ptr_nonnull(strstr(all, "stoppages.csv:4:4: error: line: no record has this id: found \"L8\", "
                                      "expected an id of lines.csv (reference-unknown)"));
    g_free(all);
    gaz_report_free(report);
    data_folder_remove(folder);
}
END_TEST

/* Events, interviews and a notice name the one finding there was. */
START_TEST(table_without_rows_is_told_once)
{
    char *folder = data_folder_new();
    GazReport *report = gaz_report_new();
    GError *error = NULL;
    GazData *data;
    char *all;

    data_folder_write(folder, "findings.csv", FINDINGS, -1);
    data = gaz_data_read(folder, "data/rules", report, &error);
    g_assert_no_error(error);
    all = gaz_report_to_text(report);
    ck_assert_msg(gaz_report_count(report) == 1, "%s", all);
    ck_assert_str_eq(gaz_report_get(report, 0)->kind->id, "reference-unknown");
    ck_assert_ptr_nonnull(strstr(all, "which has no rows"));
    g_free(all);
    gaz_data_free(data);
    gaz_report_free(report);
    data_folder_remove(folder);
}
END_TEST

/* What takes more than one year, or more than one file, is provoked by test_years.c. */
static bool is_of_years(const GazFaultKind *kind)
{
    return kind >= MODEL(CHANGE_FORM) && kind <= MODEL(PUBLICATION_OTHER);
}

/* Conflicts of imported lists are provoked in test_import.c. */
static bool is_provoked(const GazFaultKind *kind)
{
    if (kind == MODEL(IMPORT_CONFLICT))
        return true;
    for (unsigned i = 0; i < G_N_ELEMENTS(faults); i++)
        if (faults[i].kind == kind)
            return true;
    for (unsigned i = 0; i < G_N_ELEMENTS(made); i++)
        if (made[i].kind == kind)
            return true;
    return false;
}

START_TEST(every_kind_is_provoked)
{
    for (unsigned i = 0; i < GAZ_READ_FAULTS; i++)
        ck_assert_msg(is_provoked(&gaz_read_faults[i]), "%s has no test", gaz_read_faults[i].id);
    for (unsigned i = 0; i < GAZ_MODEL_FAULTS; i++)
        ck_assert_msg(is_of_years(&gaz_model_faults[i]) || is_provoked(&gaz_model_faults[i]),
                      "%s has no test", gaz_model_faults[i].id);
}
END_TEST

/* Scripts depend on the ids. */
START_TEST(ids_are_distinct)
{
    GHashTable *ids = g_hash_table_new(g_str_hash, g_str_equal);

    for (unsigned i = 0; i < GAZ_READ_FAULTS; i++)
        ck_assert(g_hash_table_add(ids, (gpointer)gaz_read_faults[i].id));
    for (unsigned i = 0; i < GAZ_MODEL_FAULTS; i++)
        ck_assert(g_hash_table_add(ids, (gpointer)gaz_model_faults[i].id));
    g_hash_table_unref(ids);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("faults of data folders");
    TCase *kinds = tcase_create("kinds");

    tcase_set_timeout(kinds, 0);
    tcase_add_loop_test(kinds, fault_is_told_alone_at_its_cell, 0, G_N_ELEMENTS(faults));
    tcase_add_loop_test(kinds, fault_of_a_long_text_is_told, 0, G_N_ELEMENTS(made));
    tcase_add_test(kinds, table_without_rows_is_told_once);
    tcase_add_test(kinds, what_is_unknown_is_told_once_a_file);
    tcase_add_test(kinds, every_kind_is_provoked);
    tcase_add_test(kinds, ids_are_distinct);
    suite_add_tcase(suite, kinds);
    return suite_run(suite);
}
