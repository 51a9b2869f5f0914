/* summary_sum.c - one way of adding lines up, so that the tables of a summary agree. */
#include "compose/summary_sum.h"

#include "compose/cells.h"

GazDecimal gaz_summary_rounded(GazDecimal days)
{
    const GazDecimal tenth = GAZ_DECIMAL_ONE / 10;

    return (days + tenth / 2) / tenth * tenth;
}

bool gaz_summary_takes_part(const GazAccount *account)
{
    return account->days_required > 0 || account->days_verified > 0;
}

void gaz_summary_add_account(GazSummarySum *sum, const GazAccount *account)
{
    sum->lines++;
    sum->required += account->days_required;
    sum->verified += account->days_verified;
    sum->short_days += account->days_short;
    if (account->days_short > 0)
        sum->short_lines++;
    else
        sum->kept++;
}

void gaz_summary_add_sum(GazSummarySum *sum, const GazSummarySum *more)
{
    sum->lines += more->lines;
    sum->kept += more->kept;
    sum->short_lines += more->short_lines;
    sum->required += more->required;
    sum->verified += more->verified;
    sum->short_days += more->short_days;
}

void gaz_summary_cells(GazComposing *work, GazRow *row, const GazSummarySum *sum)
{
    gaz_cell_count(work, row, GAZ_SUM_LINES, sum->lines);
    gaz_cell_number(work, row, GAZ_SUM_REQUIRED, gaz_summary_rounded(sum->required));
    gaz_cell_number(work, row, GAZ_SUM_VERIFIED, gaz_summary_rounded(sum->verified));
    gaz_cell_count(work, row, GAZ_SUM_KEPT, sum->kept);
    gaz_cell_count(work, row, GAZ_SUM_SHORT_LINES, sum->short_lines);
    gaz_cell_number(work, row, GAZ_SUM_SHORT_DAYS, gaz_summary_rounded(sum->short_days));
}
