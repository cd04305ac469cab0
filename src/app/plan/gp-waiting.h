/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Who waits: the boards that have schools which could start while cohorts are not full, and what of
 * the plan's own figures stands in their way. No GTK.
 *
 * Only what can be read off the plan is said: the expert days of the region, the interest cap,
 * pins, partnership. What one more of anything would bring is found by the Why page.
 */
#pragma once

#include "gp-plan-boards.h"
#include "gp-summary.h"

G_BEGIN_DECLS

typedef enum {
  GP_WAITS_FOR_DAYS = 1 << 0,      /* the region's expert days are used in every year behind */
  GP_WAITS_FOR_SOME_DAYS = 1 << 1, /* ... in some of them */
  GP_WAITS_FOR_INTEREST = 1 << 2,  /* as many start as can be interested, in every year behind */
  GP_WAITS_FOR_PIN = 1 << 3,       /* a pin of the board holds its starts down */
  GP_WAITS_NO_PARTNER = 1 << 4,    /* the board could be a partner, and becomes none */
  GP_WAITS_TOO_SMALL = 1 << 5      /* the board has too few schools to be a partner */
} GpWaitsFor;
#define GP_N_WAITS_FOR 6

typedef struct {
  guint32 board, region;
  guint candidates; /* schools that had not started before the plan and may */
  double starts;    /* of the plan, to the goal year */
  double left;      /* candidates without a start */
  guint why;        /* GpWaitsFor */
} GpWaiting;

typedef struct {
  double starts, left;        /* of all boards, also those of which no school waits */
  double why[GP_N_WAITS_FOR]; /* schools left for which the reason with that bit is there */
} GpWaitRegion;

typedef struct {
  GArray *rows;          /* of GpWaiting, most left first; empty where no cohort is behind */
  double places;         /* of the cohorts, not filled at the end of the goal year */
  double candidates;     /* left, of all rows */
  GpYear first, last;    /* years behind, or NONE */
  GpWaitRegion *regions; /* n_regions: as the project's; none where no cohort is behind */
  guint n_regions;
} GpWaitlist;

GpWaitlist *gp_waitlist_new (const GpProject *project, guint32 scenario, const GpPlan *plan,
                             const GpPlanFilter *filter);
void gp_waitlist_free (GpWaitlist *list);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GpWaitlist, gp_waitlist_free)

/* A new string: "Every expert day of Noord is used in the years behind. It becomes no partner." */
char *gp_waiting_text (const GpProject *project, const GpWaiting *row);
/* "At the end of 2031-2032, 38 places of the cohorts are empty ..." A new string. */
char *gp_waitlist_text (const GpWaitlist *list, gboolean rough);

G_END_DECLS
