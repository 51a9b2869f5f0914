/* tables.c - every column of every table: its heading in the CSV, its kind, the member it fills, and its
 * heading for readers. Reading, references, open data and the data dictionary are driven by this list alone.
 */
#include "model/data.h"

#define COLUMN(type, member, name_, kind_, ...)                                                              \
    {                                                                                                        \
        .name = (name_), .kind = (kind_), .offset = offsetof(type, member), __VA_ARGS__                      \
    }
#define HEADING(zh, en) .heading = GAZ_TEXT(zh, en)
#define REQUIRED .required = true
#define OPTIONAL .required = false
#define BILINGUAL(type, member, name_, zh, en, ...)                                                          \
    COLUMN(type, member, name_ "_zh", GAZ_COLUMN_ZH, HEADING(zh, en " (Chinese)"), __VA_ARGS__),             \
        COLUMN(type, member, name_ "_en", GAZ_COLUMN_EN, HEADING(zh "（英文）", en " (English)"),            \
               __VA_ARGS__)
#define LINE_REFERENCE(type, member, name_, zh, en)                                                          \
    COLUMN(type, member, name_, GAZ_COLUMN_REFERENCE, HEADING(zh, en), .target = "lines", REQUIRED)
#define ID(type) COLUMN(type, record.id, "id", GAZ_COLUMN_ID, HEADING("编号", "ID"), REQUIRED)

static const GazColumn enterprise_columns[] = {
    ID(GazEnterprise),
    BILINGUAL(GazEnterprise, name, "name", "企业名称", "Enterprise", REQUIRED),
    COLUMN(GazEnterprise, credit_code, "credit_code", GAZ_COLUMN_STRING,
           HEADING("统一社会信用代码", "Unified social credit code"), REQUIRED),
    COLUMN(GazEnterprise, city, "city", GAZ_COLUMN_CITY, HEADING("设区的市", "City"), REQUIRED),
    BILINGUAL(GazEnterprise, county, "county", "县（市、区）", "County", OPTIONAL),
    COLUMN(GazEnterprise, member, "member", GAZ_COLUMN_FLAG, HEADING("协会会员", "Association member"),
           REQUIRED),
    COLUMN(GazEnterprise, pinyin, "pinyin", GAZ_COLUMN_STRING, HEADING("拼音首字母", "Pinyin initials")),
};

static const GazColumn line_columns[] = {
    ID(GazLine),
    COLUMN(GazLine, enterprise, "enterprise", GAZ_COLUMN_REFERENCE, HEADING("企业", "Enterprise"),
           .target = "enterprises", REQUIRED),
    BILINGUAL(GazLine, name, "name", "生产线名称", "Clinker line", REQUIRED),
    COLUMN(GazLine, kiln_diameter_m, "kiln_diameter_m", GAZ_COLUMN_DECIMAL,
           HEADING("窑径（米）", "Kiln diameter (m)"), REQUIRED),
    COLUMN(GazLine, kiln_length_m, "kiln_length_m", GAZ_COLUMN_DECIMAL,
           HEADING("窑长（米）", "Kiln length (m)")),
    COLUMN(GazLine, approved_capacity_tpd, "approved_capacity_tpd", GAZ_COLUMN_DECIMAL,
           HEADING("批准产能（吨/日）", "Approved capacity (t/d)"), REQUIRED),
    COLUMN(GazLine, annual_capacity_10kt, "annual_capacity_10kt", GAZ_COLUMN_DECIMAL,
           HEADING("年产能（万吨）", "Annual capacity (10,000 t)"), REQUIRED),
    COLUMN(GazLine, commissioned, "commissioned", GAZ_COLUMN_DATE, HEADING("投产日期", "Commissioned")),
    COLUMN(GazLine, status, "status", GAZ_COLUMN_CODE, HEADING("状态", "Status"), .codes = gaz_line_status,
           REQUIRED),
    COLUMN(GazLine, kiln, "kiln", GAZ_COLUMN_CODE, HEADING("窑型", "Kiln"), .codes = gaz_kiln_kind, REQUIRED),
    COLUMN(GazLine, carbide_slag, "carbide_slag", GAZ_COLUMN_FLAG,
           HEADING("电石渣生产线", "Carbide-slag line"), REQUIRED),
    COLUMN(GazLine, special_tasks, "special_tasks", GAZ_COLUMN_CODES, HEADING("特殊任务", "Special tasks"),
           .codes = gaz_task_kind),
    BILINGUAL(GazLine, note, "note", "备注", "Note", OPTIONAL),
};

static const GazColumn plan_columns[] = {
    ID(GazPlan),
    COLUMN(GazPlan, season, "season", GAZ_COLUMN_STRING, HEADING("时段", "Season"), REQUIRED),
    COLUMN(GazPlan, version, "version", GAZ_COLUMN_CODE, HEADING("文稿", "Version"),
           .codes = gaz_plan_version),
    COLUMN(GazPlan, purpose, "purpose", GAZ_COLUMN_CODE, HEADING("类别", "Purpose"),
           .codes = gaz_plan_purpose),
    COLUMN(GazPlan, scope, "scope", GAZ_COLUMN_CODE, HEADING("适用层级", "Scope"), .codes = gaz_scope,
           REQUIRED),
    COLUMN(GazPlan, target, "target", GAZ_COLUMN_STRING, HEADING("适用对象", "Target")),
    COLUMN(GazPlan, excludes, "excludes", GAZ_COLUMN_STRING, HEADING("不含", "Excludes")),
    COLUMN(GazPlan, start, "start", GAZ_COLUMN_MOMENT, HEADING("开始", "Start"), REQUIRED),
    COLUMN(GazPlan, end, "end", GAZ_COLUMN_MOMENT, HEADING("结束", "End")),
    COLUMN(GazPlan, days, "days", GAZ_COLUMN_DECIMAL, HEADING("停窑天数", "Days from the start")),
    COLUMN(GazPlan, quota_days, "quota_days", GAZ_COLUMN_DECIMAL,
           HEADING("时段内停窑天数", "Days within the range")),
    COLUMN(GazPlan, first_stop_by, "first_stop_by", GAZ_COLUMN_MOMENT,
           HEADING("首次停窑不晚于", "First stop no later than")),
    COLUMN(GazPlan, load_percent, "load_percent", GAZ_COLUMN_DECIMAL,
           HEADING("负荷上限（%）", "Load limit (%)")),
    COLUMN(GazPlan, declared_days, "declared_days", GAZ_COLUMN_DECIMAL,
           HEADING("公布天数", "Days as published")),
    BILINGUAL(GazPlan, reason, "reason", "说明", "Reason", OPTIONAL),
};

static const GazColumn ledger_columns[] = {
    ID(GazLedgerEntry),
    LINE_REFERENCE(GazLedgerEntry, line, "line", "生产线", "Line"),
    COLUMN(GazLedgerEntry, kind, "kind", GAZ_COLUMN_CODE, HEADING("类别", "Kind"), .codes = gaz_ledger_kind,
           REQUIRED),
    COLUMN(GazLedgerEntry, days, "days", GAZ_COLUMN_DECIMAL, HEADING("天数", "Days"), REQUIRED),
    BILINGUAL(GazLedgerEntry, reason, "reason", "原因", "Reason", REQUIRED),
    COLUMN(GazLedgerEntry, due, "due", GAZ_COLUMN_DATE, HEADING("应补期限", "Due")),
    COLUMN(GazLedgerEntry, approval, "approval", GAZ_COLUMN_STRING, HEADING("批准文件", "Approval")),
    COLUMN(GazLedgerEntry, cap, "cap", GAZ_COLUMN_DECIMAL, HEADING("可用上限（天）", "Cap (days)")),
};

static const GazColumn swap_columns[] = {
    ID(GazSwap),
    LINE_REFERENCE(GazSwap, line, "line", "置换出生产线", "Line that goes on"),
    LINE_REFERENCE(GazSwap, partner, "partner", "置换入生产线", "Line that stops instead"),
    COLUMN(GazSwap, days, "days", GAZ_COLUMN_DECIMAL, HEADING("置换天数", "Days"), REQUIRED),
    COLUMN(GazSwap, agreement, "agreement", GAZ_COLUMN_STRING, HEADING("置换协议", "Agreement"), REQUIRED),
    BILINGUAL(GazSwap, verified_by, "verified_by", "核实单位", "Verified by", REQUIRED),
    COLUMN(GazSwap, filed_on, "filed_on", GAZ_COLUMN_DATE, HEADING("备案日期", "Filed on"), REQUIRED),
};

static const GazColumn adjustment_columns[] = {
    ID(GazAdjustment),
    COLUMN(GazAdjustment, batch, "batch", GAZ_COLUMN_STRING, HEADING("批次", "Batch"), REQUIRED),
    LINE_REFERENCE(GazAdjustment, line, "line", "生产线", "Line"),
    COLUMN(GazAdjustment, open_start, "open_start", GAZ_COLUMN_MOMENT, HEADING("调整开窑自", "Runs from"),
           REQUIRED),
    COLUMN(GazAdjustment, open_end, "open_end", GAZ_COLUMN_MOMENT, HEADING("调整开窑至", "Runs until"),
           REQUIRED),
    COLUMN(GazAdjustment, stop_start, "stop_start", GAZ_COLUMN_MOMENT, HEADING("调整停窑自", "Stops from"),
           REQUIRED),
    COLUMN(GazAdjustment, stop_end, "stop_end", GAZ_COLUMN_MOMENT, HEADING("调整停窑至", "Stops until"),
           REQUIRED),
    COLUMN(GazAdjustment, approval, "approval", GAZ_COLUMN_STRING, HEADING("批准文件", "Approval"), REQUIRED),
    COLUMN(GazAdjustment, approved_on, "approved_on", GAZ_COLUMN_DATE, HEADING("批准日期", "Approved on"),
           REQUIRED),
    COLUMN(GazAdjustment, supersedes, "supersedes", GAZ_COLUMN_STRING,
           HEADING("调整的文件", "Notice changed")),
};

static const GazColumn stoppage_columns[] = {
    ID(GazStoppage),
    LINE_REFERENCE(GazStoppage, line, "line", "生产线", "Line"),
    COLUMN(GazStoppage, start, "start", GAZ_COLUMN_MOMENT, HEADING("停窑", "Stopped"), REQUIRED),
    COLUMN(GazStoppage, end, "end", GAZ_COLUMN_MOMENT, HEADING("点火", "Restarted"), REQUIRED),
    COLUMN(GazStoppage, why, "why", GAZ_COLUMN_CODE, HEADING("停窑原因", "Why"), .codes = gaz_stop_why,
           REQUIRED),
    BILINGUAL(GazStoppage, verified_by, "verified_by", "核实单位", "Verified by", REQUIRED),
    BILINGUAL(GazStoppage, evidence, "evidence", "依据", "Evidence", OPTIONAL),
    COLUMN(GazStoppage, verified_on, "verified_on", GAZ_COLUMN_DATE, HEADING("核实日期", "Verified on")),
};

static const GazColumn finding_columns[] = {
    ID(GazFinding),
    LINE_REFERENCE(GazFinding, line, "line", "生产线", "Line"),
    COLUMN(GazFinding, year, "year", GAZ_COLUMN_COUNT, HEADING("年度", "Year"), REQUIRED),
    COLUMN(GazFinding, result, "result", GAZ_COLUMN_CODE, HEADING("核查结果", "Result"), .codes = gaz_result,
           REQUIRED),
    BILINGUAL(GazFinding, duty, "duty", "错峰生产要求", "Duty", REQUIRED),
    COLUMN(GazFinding, days_short, "days_short", GAZ_COLUMN_DECIMAL, HEADING("少停天数", "Days short")),
    COLUMN(GazFinding, source, "source", GAZ_COLUMN_CODE, HEADING("来源", "Source"), .codes = gaz_source,
           REQUIRED),
    COLUMN(GazFinding, fine_yuan, "fine_yuan", GAZ_COLUMN_DECIMAL, HEADING("罚款（元）", "Fine (yuan)")),
    BILINGUAL(GazFinding, fine_ground, "fine_ground", "罚款依据", "Legal ground of the fine", OPTIONAL),
    BILINGUAL(GazFinding, statement, "statement", "企业陈述", "Enterprise's statement", OPTIONAL),
};

static const GazColumn event_columns[] = {
    COLUMN(GazEvent, finding, "finding", GAZ_COLUMN_REFERENCE, HEADING("核查结果编号", "Finding"),
           .target = "findings", REQUIRED),
    COLUMN(GazEvent, at, "at", GAZ_COLUMN_MOMENT, HEADING("时间", "When"), REQUIRED),
    COLUMN(GazEvent, kind, "kind", GAZ_COLUMN_CODE, HEADING("事项", "What"), .codes = gaz_event_kind,
           REQUIRED),
    BILINGUAL(GazEvent, by, "by", "核查单位", "By", REQUIRED),
    BILINGUAL(GazEvent, how, "how", "核查方式", "How", REQUIRED),
    COLUMN(GazEvent, evidence, "evidence", GAZ_COLUMN_STRING, HEADING("证据编号", "Evidence")),
};

static const GazColumn interview_columns[] = {
    ID(GazInterview),
    COLUMN(GazInterview, finding, "finding", GAZ_COLUMN_REFERENCE, HEADING("核查结果编号", "Finding"),
           .target = "findings", REQUIRED),
    COLUMN(GazInterview, at, "at", GAZ_COLUMN_MOMENT, HEADING("约谈时间", "When"), REQUIRED),
    BILINGUAL(GazInterview, by, "by", "约谈单位", "By", REQUIRED),
    BILINGUAL(GazInterview, venue, "venue", "约谈地点", "Where", OPTIONAL),
    COLUMN(GazInterview, correct_by, "correct_by", GAZ_COLUMN_DATE,
           HEADING("整改期限", "To be put right by")),
    COLUMN(GazInterview, outcome, "outcome", GAZ_COLUMN_CODE, HEADING("约谈结果", "Outcome"),
           .codes = gaz_outcome, .empty = -1),
};

static const GazColumn task_columns[] = {
    ID(GazTask),
    LINE_REFERENCE(GazTask, line, "line", "生产线", "Line"),
    COLUMN(GazTask, task, "task", GAZ_COLUMN_CODE, HEADING("特殊任务", "Task"), .codes = gaz_task_kind,
           REQUIRED),
    COLUMN(GazTask, measure, "measure", GAZ_COLUMN_DECIMAL, HEADING("规模", "Measure")),
    BILINGUAL(GazTask, unit, "unit", "规模单位", "Unit of the measure", OPTIONAL),
    COLUMN(GazTask, year_round, "year_round", GAZ_COLUMN_FLAG, HEADING("全年承担", "All year round"),
           REQUIRED),
    COLUMN(GazTask, declared_on, "declared_on", GAZ_COLUMN_DATE, HEADING("申报日期", "Declared on"),
           REQUIRED),
    BILINGUAL(GazTask, recognised_by, "recognised_by", "认可单位", "Recognised by", REQUIRED),
    COLUMN(GazTask, recognised_on, "recognised_on", GAZ_COLUMN_DATE, HEADING("认可日期", "Recognised on"),
           REQUIRED),
    COLUMN(GazTask, votes_for, "votes_for", GAZ_COLUMN_COUNT, HEADING("同意票", "Votes for"), REQUIRED),
    COLUMN(GazTask, votes_entitled, "votes_entitled", GAZ_COLUMN_COUNT, HEADING("应到票", "Votes entitled"),
           REQUIRED),
    COLUMN(GazTask, vote_date, "vote_date", GAZ_COLUMN_DATE, HEADING("评议日期", "Vote date"), REQUIRED),
    COLUMN(GazTask, plan_filed_on, "plan_filed_on", GAZ_COLUMN_DATE,
           HEADING("方案备案日期", "Plan filed on")),
};

static const GazColumn channel_columns[] = {
    ID(GazChannel),
    COLUMN(GazChannel, authority, "authority", GAZ_COLUMN_STRING, HEADING("受理单位", "Authority"), REQUIRED),
    COLUMN(GazChannel, kind, "kind", GAZ_COLUMN_CODE, HEADING("方式", "Kind"), .codes = gaz_channel_kind,
           REQUIRED),
    COLUMN(GazChannel, value, "value_zh", GAZ_COLUMN_ZH, HEADING("号码或地址", "Number or address (Chinese)"),
           REQUIRED),
    COLUMN(GazChannel, value, "value_en", GAZ_COLUMN_EN,
           HEADING("号码或地址（英文）", "Number or address (English)")),
    BILINGUAL(GazChannel, takes, "takes", "受理范围", "What it takes", OPTIONAL),
    BILINGUAL(GazChannel, hours, "hours", "受理时间", "Hours", OPTIONAL),
    COLUMN(GazChannel, city, "city", GAZ_COLUMN_CITY, HEADING("设区的市", "City")),
};

static const GazColumn practice_columns[] = {
    ID(GazPractice),
    COLUMN(GazPractice, kind, "kind", GAZ_COLUMN_CODE, HEADING("类别", "Kind"), .codes = gaz_practice_kind,
           REQUIRED),
    COLUMN(GazPractice, enterprise, "enterprise", GAZ_COLUMN_REFERENCE, HEADING("企业", "Enterprise"),
           .target = "enterprises"),
    BILINGUAL(GazPractice, title, "title", "标题", "Title", REQUIRED),
    BILINGUAL(GazPractice, text, "text", "内容", "Text", REQUIRED),
};

static const GazColumn change_columns[] = {
    ID(GazRegisterChange),
    COLUMN(GazRegisterChange, kind, "kind", GAZ_COLUMN_CODE, HEADING("类别", "Kind"),
           .codes = gaz_change_kind, REQUIRED),
    COLUMN(GazRegisterChange, date, "date", GAZ_COLUMN_DATE, HEADING("日期", "Date"), REQUIRED),
    COLUMN(GazRegisterChange, enterprise, "enterprise", GAZ_COLUMN_REFERENCE, HEADING("企业", "Enterprise"),
           .target = "enterprises"),
    COLUMN(GazRegisterChange, line, "line", GAZ_COLUMN_REFERENCE, HEADING("生产线", "Line"),
           .target = "lines"),
    BILINGUAL(GazRegisterChange, name, "name", "新名称", "New name", OPTIONAL),
    COLUMN(GazRegisterChange, to_enterprise, "to_enterprise", GAZ_COLUMN_REFERENCE,
           HEADING("并入或转入企业", "To enterprise"), .target = "enterprises"),
    COLUMN(GazRegisterChange, approved_capacity_tpd, "approved_capacity_tpd", GAZ_COLUMN_DECIMAL,
           HEADING("批准产能（吨/日）", "Approved capacity (t/d)")),
    COLUMN(GazRegisterChange, annual_capacity_10kt, "annual_capacity_10kt", GAZ_COLUMN_DECIMAL,
           HEADING("年产能（万吨）", "Annual capacity (10,000 t)")),
    COLUMN(GazRegisterChange, kiln_diameter_m, "kiln_diameter_m", GAZ_COLUMN_DECIMAL,
           HEADING("窑径（米）", "Kiln diameter (m)")),
    COLUMN(GazRegisterChange, by_line, "by_line", GAZ_COLUMN_REFERENCE,
           HEADING("置换新线", "Replaced by line"), .target = "lines"),
    COLUMN(GazRegisterChange, approval, "approval", GAZ_COLUMN_STRING, HEADING("批准文件", "Approval"),
           REQUIRED),
    BILINGUAL(GazRegisterChange, reason, "reason", "原因", "Reason", OPTIONAL),
};

static const GazColumn correction_columns[] = {
    ID(GazCorrection),
    COLUMN(GazCorrection, notice, "notice", GAZ_COLUMN_STRING, HEADING("更正公告", "Correction notice"),
           REQUIRED),
    COLUMN(GazCorrection, table, "table", GAZ_COLUMN_STRING, HEADING("数据表", "Table"), REQUIRED),
    COLUMN(GazCorrection, row, "row", GAZ_COLUMN_STRING, HEADING("行编号", "Row"), REQUIRED),
    COLUMN(GazCorrection, column, "column", GAZ_COLUMN_STRING, HEADING("列", "Column"), REQUIRED),
    COLUMN(GazCorrection, was, "was", GAZ_COLUMN_STRING, HEADING("更正前", "Was")),
    COLUMN(GazCorrection, becomes, "becomes", GAZ_COLUMN_STRING, HEADING("更正后", "Becomes")),
};

static const GazColumn objection_columns[] = {
    ID(GazObjection),
    COLUMN(GazObjection, finding, "finding", GAZ_COLUMN_REFERENCE, HEADING("核查结果编号", "Finding"),
           .target = "findings", REQUIRED),
    COLUMN(GazObjection, filed_on, "filed_on", GAZ_COLUMN_DATE, HEADING("提出日期", "Filed on"), REQUIRED),
    COLUMN(GazObjection, kind, "kind", GAZ_COLUMN_CODE, HEADING("类别", "Kind"), .codes = gaz_objection_kind,
           REQUIRED),
    BILINGUAL(GazObjection, grounds, "grounds", "理由", "Grounds", REQUIRED),
    COLUMN(GazObjection, decided_on, "decided_on", GAZ_COLUMN_DATE, HEADING("处理日期", "Decided on")),
    COLUMN(GazObjection, outcome, "outcome", GAZ_COLUMN_CODE, HEADING("处理结果", "Outcome"),
           .codes = gaz_decision, .empty = -1),
    BILINGUAL(GazObjection, decision, "decision", "处理意见", "Decision", OPTIONAL),
};

static const GazColumn restriction_columns[] = {
    ID(GazRestriction),
    COLUMN(GazRestriction, finding, "finding", GAZ_COLUMN_REFERENCE, HEADING("核查结果编号", "Finding"),
           .target = "findings", REQUIRED),
    COLUMN(GazRestriction, from, "from", GAZ_COLUMN_DATE, HEADING("限制起始日期", "Restricted from"),
           REQUIRED),
    COLUMN(GazRestriction, approval, "approval", GAZ_COLUMN_STRING, HEADING("限制文件", "Approval"),
           REQUIRED),
    COLUMN(GazRestriction, lifted_on, "lifted_on", GAZ_COLUMN_DATE, HEADING("解除日期", "Lifted on")),
    COLUMN(GazRestriction, lift_approval, "lift_approval", GAZ_COLUMN_STRING,
           HEADING("解除文件", "Approval of the lifting")),
};

#define TABLE(name_, type, list_, columns_, zh, en, ...)                                                     \
    {                                                                                                        \
        .name = (name_), .title = GAZ_TEXT(zh, en), .size = sizeof(type), .list = offsetof(GazData, list_),  \
        .columns = (columns_), .column_count = G_N_ELEMENTS(columns_), __VA_ARGS__                           \
    }

const GazTable gaz_tables[] = {
    TABLE("enterprises", GazEnterprise, enterprises, enterprise_columns, "水泥熟料企业",
          "Clinker enterprises", .required = true, .published = true),
    TABLE("lines", GazLine, lines, line_columns, "水泥熟料生产线", "Clinker lines", .required = true,
          .published = true),
    TABLE("plan", GazPlan, plan, plan_columns, "错峰生产计划", "Off-peak plan", .published = true),
    TABLE("ledger", GazLedgerEntry, ledger, ledger_columns, "错峰生产台账", "Ledger of days",
          .published = true),
    TABLE("swaps", GazSwap, swaps, swap_columns, "错峰置换", "Off-peak swaps", .published = true),
    TABLE("adjustments", GazAdjustment, adjustments, adjustment_columns, "错峰时间调整", "Adjustments",
          .published = true),
    TABLE("stoppages", GazStoppage, stoppages, stoppage_columns, "经核实的停窑", "Verified stoppages",
          .published = true),
    TABLE("findings", GazFinding, findings, finding_columns, "核查结果", "Findings", .published = true,
          .repeats = true), /* what tells them apart are their events */
    TABLE("events", GazEvent, events, event_columns, "核查经过", "Events of findings", .published = true),
    TABLE("interviews", GazInterview, interviews, interview_columns, "约谈", "Interviews", .published = true),
    TABLE("tasks", GazTask, tasks, task_columns, "特殊任务", "Special tasks", .published = true),
    TABLE("channels", GazChannel, channels, channel_columns, "投诉举报渠道", "Complaint channels",
          .published = true),
    TABLE("practices", GazPractice, practices, practice_columns, "典型经验和负面典型",
          "Good practice and negative cases", .published = true),
    TABLE("changes", GazRegisterChange, changes, change_columns, "企业和生产线变更",
          "Changes of enterprises and lines", .published = true),
    TABLE("corrections", GazCorrection, corrections, correction_columns, "更正", "Corrections",
          .published = true),
    TABLE("objections", GazObjection, objections, objection_columns, "异议和申诉", "Objections and appeals",
          .published = true),
    TABLE("restrictions", GazRestriction, restrictions, restriction_columns, "产能置换限制",
          "Restrictions of capacity trading", .published = true),
};
const unsigned gaz_table_count = G_N_ELEMENTS(gaz_tables);
G_STATIC_ASSERT(G_N_ELEMENTS(gaz_tables) == GAZ_TABLES);
