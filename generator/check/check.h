/* check.h - all rules over one data folder (shared/regime: R1 to R13), one small function a rule.
 *
 * rule, function (gaz_check_...), file, faults, clause cited:
 * R1   coverage           coverage.c     window-short [N 二, or the region's]
 * R2   annual_plan        annual.c       annual-short [SD 二]
 *      shortfalls         annual.c       shortfall-unrecorded, earned-over-cap [SD 二]
 * R3   coverage           coverage.c     line-not-reached (no grade or kind of kiln is exempt) [N 二]
 * R4   make_up            make_up.c      make-up-short, load-limit-missing [N 二, SD 二]
 *      make_up_place      make_up.c      make-up-inside [N 二, SD 二]
 *      carbide_slag       swaps.c        swap-missing, swap-short [N 二]
 *      swaps              swaps.c        swap-partner [N 二]
 * R5   -                                 nothing to compare: plans may be longer, and consent is no data
 * R6   deadlines          deadlines.c    plan-late, plan-after-start [SD 三]
 *      drafts             deadlines.c    draft-missing, draft-open, follows-wrong [SD 三]
 *      comment_periods    deadlines.c    comment-period [the rule file's]
 *      coverage           coverage.c     line-not-reached (every enterprise and line) [N 二]
 * R7   task_dates         tasks.c        task-order, task-late, task-unfiled [SD 三]
 *      task_lines         tasks.c        task-unlisted, task-unrecognised, task-duplicate [SD 三]
 *      task_years         tasks.c        task-unrecognised, in a later year [SD 三]
 *      votes              tasks.c        vote-lost, vote-entitled [SD 三]
 * R8   -                                 nothing to compare: voluntary periods are seasons like others
 * R9   interviews         ladder.c       interview-early, interview-clean [N 四]
 *      interview_notices  ladder.c       interview-notice [N 四]
 *      exposures          ladder.c       exposure-unrefused, -early, -clean [SD 四, N 六]
 *      annotations        ladder.c       annotation-unfounded [N 四]
 *      lists              amendments.c   annotation-dropped [N 四]
 *      restrictions       amendments.c   restriction-unfounded [SD 四, N 六]
 *      trades             amendments.c   trade-barred [SD 四, N 四]
 * R10  channels           notices.c      channel-missing [N 六]
 * R11  line_list          notices.c      list-missing, list-year [N 四]
 *      line_names         names.c        line-duplicate, line-renumbered [N 四]
 *      enterprise_names   names.c        enterprise-duplicate [N 四]
 * R12  summaries          notices.c      summary-year, summary-early [N 七]
 *      summaries_verified notices.c      summary-unverified [N 七]
 *      debts              annual.c       debt-overdue [the make-up rule's]
 * R13  -                                 nothing to compare: no prices in the data
 * -    declared_days      plan_rows.c    declared-days [the counting rule's]
 *      quotas             plan_rows.c    quota-over-range
 *      adjustments        adjustments.c  adjustment-unequal, -outside, -stop-inside, -late, -plan
 *      stoppages          stoppages.c    stoppage-unended, stoppage-duplicate
 *      first_stops        stoppages.c    first-stop-late
 *      days_short         evidence.c     days-short-wrong [SD 二]
 *      events             evidence.c     event-missing, event-order, event-result
 *      running            evidence.c     running-while-stopped
 *      finding_years      evidence.c     finding-year
 *      numbers            notices.c      number-duplicate, number-year
 *      printing           notices.c      printed-early
 *      copies             notices.c      copy-duplicate
 *      amendments         amendments.c   correction-early, -empty, -twice, -withdrawn
 *      objections         amendments.c   objection-early, -undecided, -twice
 *
 * In a folder of several years each year is checked by itself, with what is known of the years before it.
 *
 * A rule that the region's rule files don't have asks nothing: no annual least without annual-days, no draft
 * without a deadline for plans, no vote without a share. What only a record of the whole year can show is
 * asked only of such a folder: R2 of the plan where each part of the region's window inside the accounting
 * year has rows; R2 of what was done where there are stoppages, and once the year is reckoned up
 * (assessment.h); R11 where more than plans is published. */
#ifndef GAZETTE_CHECK_CHECK_H
#define GAZETTE_CHECK_CHECK_H
#include "check/assessment.h"

/* Adds a fault to `report` for every breach of a rule by the data; goes on after each. Returns whether there
 * was none. */
bool gaz_check(const GazAssessment *assessment, GazReport *report);

#endif
