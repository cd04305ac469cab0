/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-futures-rows.h. */
#include "gp-futures-rows.h"
#include "gp-assumption.h"
#include "gp-futures-text.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define LEAST_REGRET 0.05 /* school-years: less is written as 0.0 */

static AdwActionRow *
new_row (const char *title, const char *subtitle)
{
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (row, subtitle);
  adw_action_row_set_title_lines (row, 0);
  adw_action_row_set_subtitle_lines (row, 0);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

/* A share at a row's end, large enough to compare one row with the next. */
static void
add_share (AdwActionRow *row, const GpFuturesSummary *summary, guint32 kept)
{
  g_autofree char *share = gp_futures_share (summary, kept);
  GtkWidget *label = gtk_label_new (share);

  gtk_widget_add_css_class (label, "figure-value");
  adw_action_row_add_suffix (row, label);
}

GtkWidget *
gp_futures_spread_row (const GpProject *project, const GpSpread *spread)
{
  g_autofree char *title = gp_futures_spread_title (project, spread);
  g_autofree char *text = gp_futures_spread_text (spread);
  AdwActionRow *row = new_row (title, text);

  gtk_widget_set_tooltip_text (GTK_WIDGET (row), gp_assumption_definition (spread->param));
  return GTK_WIDGET (row);
}

GtkWidget *
gp_futures_promise_row (const GpFuturesSummary *summary, GpPromise promise)
{
  g_autofree char *kept = gp_futures_out_of (summary, summary->kept[promise]);
  AdwActionRow *row = new_row (gp_futures_promise_title (promise), kept);

  add_share (row, summary, summary->kept[promise]);
  return GTK_WIDGET (row);
}

static char *
school_years (double value)
{
  return gp_format_number (value, 1, gp_numbers_current ());
}

GtkWidget *
gp_futures_regret_row (const GpFuturesSummary *summary)
{
  g_autofree char *worst = school_years (summary->worst_regret);
  g_autofree char *half = school_years (summary->regret.p50);
  g_autofree char *most = school_years (summary->regret.p90);
  g_autofree char *number = gp_format_integer (summary->worst_future, gp_numbers_current ());
  g_autofree char *title = g_strdup_printf (
      _ ("Foresight would save %s school-years of delay at most: in future %s"), worst, number);
  g_autofree char *text = g_strdup_printf (
      _ ("In half of the futures at most %s, in nine of ten at most %s."), half, most);

  if (summary->worst_regret < LEAST_REGRET)
    return GTK_WIDGET (new_row (_ ("Foresight would save no delay in any of the futures"), ""));
  return GTK_WIDGET (new_row (title, text));
}

GtkWidget *
gp_futures_board_row (const GpProject *project, const GpFuturesSummary *summary, guint board)
{
  const GpFutureBoard *promised = &summary->boards[board];
  guint32 index = gp_project_find (project, GP_TABLE_BOARDS, promised->board);
  const char *name = index != GP_NONE ? project->boards[index].name : promised->board;
  char year[GP_YEAR_BYTES];
  g_autofree char *text =
      g_strdup_printf (_ ("promised from %s"), gp_year_format (promised->year, year));
  AdwActionRow *row = new_row (name, text);

  add_share (row, summary, promised->kept);
  return GTK_WIDGET (row);
}
