/* codes.c - the closed lists of codes that cells may hold, with their names for readers. */
#include "model/change.h"
#include "model/compliance.h"

const GazCode gaz_line_status[] = {
    {"operating", GAZ_TEXT("在产", "Operating")},
    {"suspended", GAZ_TEXT("停产", "Suspended")},
    {"dismantled", GAZ_TEXT("已拆除", "Dismantled")},
    {"under-construction", GAZ_TEXT("在建", "Under construction")},
    {0},
};
const GazCode gaz_kiln_kind[] = {
    {"ordinary", GAZ_TEXT("新型干法窑", "New dry-process kiln")},
    {"special-cement", GAZ_TEXT("特种水泥窑", "Special cement kiln")},
    {"jt", GAZ_TEXT("建通（JT）窑", "JT kiln")},
    {"chemical", GAZ_TEXT("化工配套窑", "Kiln of a chemical works")},
    {0},
};
const GazCode gaz_task_kind[] = {
    {"heating", GAZ_TEXT("居民供暖", "Residential heating")},
    {"municipal-waste", GAZ_TEXT("协同处置城市生活垃圾", "Co-processing of municipal waste")},
    {"hazardous-waste", GAZ_TEXT("协同处置危险废物", "Co-processing of hazardous waste")},
    {"sludge", GAZ_TEXT("协同处置市政污泥", "Co-processing of municipal sludge")},
    {"project-supply", GAZ_TEXT("重点民生工程供应", "Supply of key public works")},
    {0},
};
const GazCode gaz_scope[] = {
    {"line", GAZ_TEXT("生产线", "Line")},
    {"enterprise", GAZ_TEXT("企业", "Enterprise")},
    {"city", GAZ_TEXT("设区的市", "City")},
    {"province", GAZ_TEXT("全省", "Province")},
    {0},
};
const GazCode gaz_plan_version[] = {
    {"both", GAZ_TEXT("公示稿及公布稿", "Draft and published plan")},
    {"draft", GAZ_TEXT("公示稿", "Draft plan")},
    {"final", GAZ_TEXT("公布稿", "Published plan")},
    {0},
};
const GazCode gaz_plan_purpose[] = {
    {"window", GAZ_TEXT("错峰生产", "Off-peak production")},
    {"make-up", GAZ_TEXT("补足错峰生产时间", "Make-up days")},
    {0},
};
const GazCode gaz_ledger_kind[] = {
    {"owed", GAZ_TEXT("欠补", "Owed")},
    {"earned", GAZ_TEXT("结余", "Earned")},
    {0},
};
const GazCode gaz_stop_why[] = {
    {"off-peak", GAZ_TEXT("错峰生产", "Off-peak production")},
    {"make-up", GAZ_TEXT("补足", "Make-up")},
    {"swap", GAZ_TEXT("错峰置换", "Off-peak swap")},
    {"pollution-alert", GAZ_TEXT("重污染天气应急", "Heavy-pollution alert")},
    {"repair", GAZ_TEXT("检修", "Repair")},
    {"kiln-drying", GAZ_TEXT("烘窑", "Kiln drying")},
    {0},
};
const GazCode gaz_result[] = {
    {"breach", GAZ_TEXT("违规", "Breach")},
    {"clean", GAZ_TEXT("未发现问题", "Nothing found")},
    {0},
};
const GazCode gaz_source[] = {
    {"official", GAZ_TEXT("官方核查", "Official check")},
    {"reported", GAZ_TEXT("举报反映", "Reported")},
    {0},
};
const GazCode gaz_event_kind[] = {
    {"found-running", GAZ_TEXT("核查发现运行", "Found running")},
    {"ordered-to-stop", GAZ_TEXT("责令停窑", "Ordered to stop")},
    {"stopped", GAZ_TEXT("已停窑", "Stopped")},
    {"second-breach", GAZ_TEXT("再次发现运行", "Found running again")},
    {"checked", GAZ_TEXT("核查未发现问题", "Checked, nothing found")},
    {"shortfall", GAZ_TEXT("核对发现少停", "Found short of days")},
    {0},
};
const GazCode gaz_outcome[] = {
    {"corrected", GAZ_TEXT("已整改", "Put right")},
    {"refused", GAZ_TEXT("拒不整改", "Refused")},
    {0},
};
const GazCode gaz_channel_kind[] = {
    {"phone", GAZ_TEXT("电话", "Telephone")},
    {"fax", GAZ_TEXT("传真", "Fax")},
    {"email", GAZ_TEXT("电子邮箱", "Email")},
    {"web", GAZ_TEXT("网站", "Website")},
    {"post", GAZ_TEXT("邮寄地址", "Post")},
    {"visit", GAZ_TEXT("来访", "In person")},
    {0},
};
const GazCode gaz_practice_kind[] = {
    {"good", GAZ_TEXT("典型经验", "Good practice")},
    {"negative", GAZ_TEXT("负面典型", "Negative case")},
    {0},
};
const GazCode gaz_change_kind[] = {
    {"renamed", GAZ_TEXT("更名", "Renamed")},
    {"merged", GAZ_TEXT("合并", "Merged")},
    {"moved", GAZ_TEXT("转移", "Moved to another enterprise")},
    {"capacity", GAZ_TEXT("产能变更", "Capacity changed")},
    {"replaced", GAZ_TEXT("产能置换", "Replaced by a new line")},
    {"suspended", GAZ_TEXT("停产", "Suspended")},
    {"resumed", GAZ_TEXT("恢复生产", "Resumed")},
    {"dismantled", GAZ_TEXT("拆除", "Dismantled")},
    {"commissioned", GAZ_TEXT("投产", "Commissioned")},
    {0},
};
const GazCode gaz_objection_kind[] = {
    {"objection", GAZ_TEXT("异议", "Objection")},
    {"appeal", GAZ_TEXT("申诉", "Appeal")},
    {0},
};
const GazCode gaz_decision[] = {
    {"upheld", GAZ_TEXT("成立", "Upheld")},
    {"partly-upheld", GAZ_TEXT("部分成立", "Partly upheld")},
    {"rejected", GAZ_TEXT("不成立", "Rejected")},
    {0},
};
