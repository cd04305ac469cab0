/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The tables of the Plan page: boards by years, what the plan decides row by row, who coaches whom,
 * who waits, what changed against the published plan, and the pins.
 */
#pragma once

#include "gp-plan-boards.h"
#include "gp-rows.h"

#include <groeiplan/gp-coaching.h>

G_BEGIN_DECLS

typedef enum {
  GP_VIEW_BOARDS,
  GP_VIEW_STARTS,
  GP_VIEW_PARTNERS,
  GP_VIEW_TRAININGS,
  GP_VIEW_COACHES,
  GP_VIEW_DAYS,
  GP_VIEW_EXPERTS,
  GP_VIEW_WAITING,
  GP_VIEW_CHANGES,
  GP_VIEW_PINS,
  GP_VIEW_ASKED, /* coach-days by board and year */
  GP_N_VIEWS
} GpView;

/* What the rows are made from; all of the caller. plan, published and coaching may be NULL. */
typedef struct {
  const GpProject *project;
  guint32 scenario; /* may be GP_NONE */
  const GpPlan *plan, *published;
  const GpCoaching *coaching;
  GpPlanFilter filter;
} GpPlanView;

/* Columns of the first view are years: made for a project, GP_N_VIEWS of them, and freed with
 * gp_plan_kinds_free (). */
GpTableKind *gp_plan_kinds_new (const GpProject *project);
void gp_plan_kinds_free (GpTableKind *kinds);

GListModel *gp_plan_view_rows (guint kind, const GpPlanView *view);

/* What can be pinned or unpinned of a row: of GpPinPlace; NULL where nothing can. The row's. */
const GArray *gp_row_get_places (GpRow *row);

/* ---- shared by the tables ---------------------------------------------------------------------
 */

/* Before the years: lock, board, region, partner; of what is asked: board, region. */
#define GP_PLAN_BOARD_COLUMNS 4
#define GP_PLAN_ASKED_COLUMNS 2
extern const GpTableKind gp_plan_list_kinds[GP_N_VIEWS]; /* all but those with years */
void gp_row_take_places (GpRow *row, GArray *places);
void gp_row_set_year (GpRow *row, guint cell, GpYear year);
/* With a tilde, and one decimal, where the plan is one in fractions. */
void gp_row_set_amount (GpRow *row, guint cell, const GpPlan *plan, double amount, guint digits);
const char *gp_plan_lock (const GpPlanView *view, const GpPinPlace *place); /* an icon, or "" */
#define GP_LOCK_ICON "changes-prevent-symbolic"
#define GP_LOCK_OPEN_ICON "dialog-warning-symbolic"

/* gp-rows-named.c */
void gp_rows_add_coaches (GPtrArray *rows, const GpPlanView *view);
/* gp-rows-pins.c */
void gp_rows_add_waiting (GPtrArray *rows, const GpPlanView *view);
void gp_rows_add_changes (GPtrArray *rows, const GpPlanView *view);
void gp_rows_add_asked (GPtrArray *rows, const GpPlanView *view);
void gp_rows_add_pins (GPtrArray *rows, const GpPlanView *view);

G_END_DECLS
