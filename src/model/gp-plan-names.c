/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words that files use for a plan's status, rows and rules, in the order of the enumerations.
 */
#include "gp-project-private.h"

#include <groeiplan/gp-plan.h>

static const char *const words_status[] = {"optimal", "feasible",  "conflict",
                                           "unknown", "cancelled", NULL};
static const char *const words_row_kind[] = {
    "start", "partner", "training", "verandercoach_days", "overload", "lending",
    "hire",  "stock",   "delay",    "available",          "used",     NULL};
/* rules are numbered from 1, as in the planning model */
static const char *const words_rule[] = {"supply",       "cohort",       "interest",       "equity",
                                         "sector_share", "handover",     "coach_capacity", "stock",
                                         "pool",         "partner_room", "caps",           "hiring",
                                         "expert_days",  "readiness",    "pins",           NULL};

G_STATIC_ASSERT (G_N_ELEMENTS (words_row_kind) == GP_N_ROW_KINDS + 1);
G_STATIC_ASSERT (G_N_ELEMENTS (words_rule) == GP_N_RULES);

const char *
gp_plan_status_name (GpPlanStatus status)
{
  g_return_val_if_fail ((guint)status <= GP_PLAN_CANCELLED, "");
  return words_status[status];
}

const char *
gp_plan_row_kind_name (GpPlanRowKind kind)
{
  g_return_val_if_fail ((guint)kind < GP_N_ROW_KINDS, "");
  return words_row_kind[kind];
}

const char *
gp_rule_name (GpRule rule)
{
  g_return_val_if_fail (rule >= GP_RULE_SUPPLY && rule < GP_N_RULES, "");
  return words_rule[rule - 1];
}

gboolean
gp_plan_status_parse (const char *text, GpPlanStatus *out)
{
  int value = text != NULL ? gp_word_find (words_status, text) : -1;

  if (value >= 0)
    *out = (GpPlanStatus)value;
  return value >= 0;
}

gboolean
gp_plan_row_kind_parse (const char *text, GpPlanRowKind *out)
{
  int value = text != NULL ? gp_word_find (words_row_kind, text) : -1;

  if (value >= 0)
    *out = (GpPlanRowKind)value;
  return value >= 0;
}

gboolean
gp_rule_parse (const char *text, GpRule *out)
{
  int value = text != NULL ? gp_word_find (words_rule, text) : -1;

  if (value >= 0)
    *out = (GpRule)(value + 1);
  return value >= 0;
}
