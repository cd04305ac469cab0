/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-pages.h. */
#include "gp-pages.h"

#include "gp-boards-page.h"
#include "gp-capacity-page.h"
#include "gp-coaches-page.h"
#include "gp-compare-page.h"
#include "gp-exports-page.h"
#include "gp-finance-page.h"
#include "gp-futures-page.h"
#include "gp-overview-page.h"
#include "gp-plan-page.h"
#include "gp-scenarios-page.h"
#include "gp-schools-page.h"
#include "gp-why-now.h"
#include "gp-why-page.h"

#include <glib/gi18n-lib.h>
#include <groeiplan/gp-format.h>

static char *
count_of (guint number)
{
  return gp_format_integer (number, gp_numbers_current ());
}

static char *
count_boards (GpDocument *document)
{
  return count_of (gp_document_get_project (document)->n_boards);
}

static char *
count_schools (GpDocument *document)
{
  return count_of (gp_document_get_project (document)->n_schools);
}

static char *
count_coaches (GpDocument *document)
{
  const GpProject *project = gp_document_get_project (document);

  return count_of (project->n_expert_coaches + project->n_verandercoaches);
}

/* What holds the plan back, as the plan itself tells; nothing where nothing does. */
static char *
count_reasons (GpDocument *document)
{
  guint32 scenario = gp_document_get_scenario (document);
  const GpPlan *plan = gp_document_get_plan (document);
  g_autoptr (GpSummary) summary = NULL;
  g_autoptr (GpBalance) balance = NULL;
  g_autoptr (GPtrArray) things = NULL;

  if (plan == NULL)
    return NULL;
  summary = gp_summary_new (gp_document_get_project (document), scenario, plan);
  balance = gp_balance_new (summary, scenario, plan);
  things = gp_why_now (balance, scenario, plan);
  return things->len > 0 ? count_of (things->len) : NULL;
}

/* clang-format off */
const GpPageEntry gp_pages[] = {
  {"overview", N_("Overview"), "go-home-symbolic", {"<Alt>1"}, FALSE, gp_overview_page_new, NULL},
  {"capacity", N_("Capacity"), "view-sort-descending-symbolic", {"<Alt>2"}, FALSE, gp_capacity_page_new, NULL},
  {"plan", N_("Plan"), "x-office-calendar-symbolic", {"<Alt>3"}, FALSE, gp_plan_page_new, NULL},
  {"why", N_("Why"), "dialog-question-symbolic", {"<Alt>4"}, FALSE, gp_why_page_new, count_reasons},
  {"scenarios", N_("Scenarios"), "view-list-bullet-symbolic", {"<Alt>5"}, TRUE, gp_scenarios_page_new, NULL},
  {"compare", N_("Compare"), "view-dual-symbolic", {"<Alt>6"}, FALSE, gp_compare_page_new, NULL},
  {"futures", N_("Futures"), "media-playlist-shuffle-symbolic", {"<Alt>7"}, FALSE, gp_futures_page_new, NULL},
  {"finance", N_("Finance"), "accessories-calculator-symbolic", {"<Alt>8"}, FALSE, gp_finance_page_new, NULL},
  {"boards", N_("Boards"), "system-users-symbolic", {"<Alt>9"}, TRUE, gp_boards_page_new, count_boards},
  {"schools", N_("Schools"), "emblem-documents-symbolic", {"<Alt>0"}, FALSE, gp_schools_page_new, count_schools},
  {"coaches", N_("Coaches"), "avatar-default-symbolic", {"<Alt>minus"}, FALSE, gp_coaches_page_new, count_coaches},
  {"exports", N_("Exports"), "document-send-symbolic", {"<Alt>equal"}, TRUE, gp_exports_page_new, NULL},
};
/* clang-format on */
const guint gp_n_pages = G_N_ELEMENTS (gp_pages);

const GpPageEntry *
gp_page_entry (const char *name)
{
  for (guint i = 0; i < gp_n_pages; i++)
    if (g_str_equal (gp_pages[i].name, name))
      return &gp_pages[i];
  return NULL;
}
