/* publication.c - looking things up in a publication. */
#include "model/publication.h"

#include <string.h>

const struct GazNoticeKindName gaz_notice_kinds[GAZ_NOTICE_KINDS] = {
    [GAZ_NOTICE_PLAN_DRAFT] = {"plan-draft", GAZ_TEXT("公示", "Plan for public comment")},
    [GAZ_NOTICE_PLAN] = {"plan", GAZ_TEXT("公布", "Published plan")},
    [GAZ_NOTICE_SPECIAL_TASK] = {"special-task", GAZ_TEXT("特殊任务方案", "Special-task plan")},
    [GAZ_NOTICE_LINE_LIST] = {"line-list", GAZ_TEXT("生产线清单公告", "Line-list announcement")},
    [GAZ_NOTICE_EXPOSURE] = {"exposure", GAZ_TEXT("公开曝光", "Exposure notice")},
    [GAZ_NOTICE_INTERVIEW] = {"interview", GAZ_TEXT("约谈通知书", "Interview notice")},
    [GAZ_NOTICE_SUMMARY] = {"summary", GAZ_TEXT("执行情况总结", "Annual execution summary")},
    [GAZ_NOTICE_GENERAL] = {"notice", GAZ_TEXT("通知", "Notice")},
    [GAZ_NOTICE_CORRECTION] = {"correction", GAZ_TEXT("更正公告", "Correction")},
    [GAZ_NOTICE_WITHDRAWAL] = {"withdrawal", GAZ_TEXT("撤销公告", "Withdrawal")},
    [GAZ_NOTICE_OBJECTION] = {"objection",
                              GAZ_TEXT("异议和申诉处理公告", "Decisions on objections and appeals")},
};

const GazAuthority *gaz_publication_authority(const GazPublication *publication, const char *id)
{
    for (unsigned i = 0; i < publication->authorities->len; i++) {
        const GazAuthority *authority = publication->authorities->pdata[i];

        if (strcmp(authority->id, id) == 0)
            return authority;
    }
    return NULL;
}

const GazSeason *gaz_publication_season(const GazPublication *publication, const char *id)
{
    for (unsigned i = 0; i < publication->seasons->len; i++) {
        const GazSeason *season = publication->seasons->pdata[i];

        if (strcmp(season->id, id) == 0)
            return season;
    }
    return NULL;
}

const GazNotice *gaz_publication_notice(const GazPublication *publication, const char *id)
{
    for (unsigned i = 0; i < publication->notices->len; i++) {
        const GazNotice *notice = publication->notices->pdata[i];

        if (strcmp(notice->id, id) == 0)
            return notice;
    }
    return NULL;
}

const GazNotice *gaz_publication_plan(const GazPublication *publication, const char *number)
{
    for (unsigned i = 0; i < publication->notices->len; i++) {
        const GazNotice *notice = publication->notices->pdata[i];
        g_autofree char *own =
            notice->kind == GAZ_NOTICE_PLAN ? gaz_document_number_write(&notice->number) : NULL;

        if (own != NULL && strcmp(own, number) == 0)
            return notice;
    }
    return NULL;
}

char *gaz_document_number_write(const GazDocumentNumber *number)
{
    if (number->agency == NULL)
        return NULL;
    return g_strdup_printf("%s〔%d〕%d号", number->agency, number->year, number->serial);
}
