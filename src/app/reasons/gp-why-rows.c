/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-why-rows.h. The sentences are the planner's own; here they get their places. */
#include "gp-why-rows.h"
#include "gp-assumption.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <groeiplan/gp-format.h>
#include <math.h>

const char *
gp_why_lever_title (GpLever lever)
{
  switch (lever) {
  case GP_LEVER_EXPERTS:
    return _ ("expert coaches");
  case GP_LEVER_HANDOVER:
    return _ ("hand-over to verandercoaches");
  case GP_LEVER_TRAINING:
    return _ ("training of verandercoaches");
  case GP_LEVER_PARTNERS:
    return _ ("partner boards");
  case GP_LEVER_INTEREST:
    return _ ("interested schools");
  default:
    return _ ("later cohorts");
  }
}

static AdwActionRow *
new_row (const char *title, const char *subtitle)
{
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (row, subtitle);
  adw_action_row_set_title_lines (row, 0);
  adw_action_row_set_subtitle_lines (row, 0);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

GtkWidget *
gp_why_text_row (const char *text)
{
  return GTK_WIDGET (new_row (text, NULL));
}

GtkWidget *
gp_why_thing_row (const GpWhyThing *thing)
{
  AdwActionRow *row = new_row (thing->sentence, thing->detail);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (row, gtk_image_new_from_icon_name ("go-next-symbolic"));
  return GTK_WIDGET (row);
}

/* "up to 40 more", "from 3 less to 40 more"; NULL where the next whole one brings something else.
 */
static char *
range_text (const GpPrice *price)
{
  GpLanguage language = gp_numbers_current ();
  g_autofree char *up = gp_format_number (price->up, 0, language);
  g_autofree char *down = gp_format_number (price->down, 0, language);

  if (price->status != GP_PRICE_CLAIMED || price->up < 1)
    return NULL;
  if (price->down >= 1)
    return g_strdup_printf (_ ("Seen to hold from %s less to %s more."), down, up);
  return g_strdup_printf (_ ("Seen to hold for up to %s more."), up);
}

static char *
price_subtitle (const GpPrice *price)
{
  g_autofree char *gain = gp_priority_gain_text (price->priority, price->measured);
  g_autofree char *dual = gp_priority_gain_text (price->priority, price->value);
  g_autofree char *range = range_text (price);

  if (price->status == GP_PRICE_UNCHECKED)
    return g_strdup_printf (_ ("Not checked; the linear program itself says %s."), dual);
  if (fabs (price->measured) < 1e-6)
    return g_strdup (_ ("Brings nothing: other things are short as well."));
  if (range != NULL)
    return g_strdup_printf (_ ("Brings %s. %s"), gain, range);
  return g_strdup_printf (_ ("Brings %s; a second one may bring less."), gain);
}

GtkWidget *
gp_why_price_row (const GpProject *project, const GpPrice *price)
{
  g_autofree char *thing = gp_price_thing (project, price);
  g_autofree char *title = g_strdup_printf (_ ("One more: %s"), thing);
  g_autofree char *subtitle = price_subtitle (price);

  return GTK_WIDGET (new_row (title, subtitle));
}

GtkWidget *
gp_why_priority_row (const GpPriorityPrice *price)
{
  g_autofree char *sentence = gp_priority_price_sentence (price);

  return gp_why_text_row (sentence);
}

/* How much of the goal's trouble goes: "all", a percentage, NULL for nothing (the title says it).
 */
static char *
extent_text (const GpRepair *repair)
{
  double gone = repair->before > 0 ? 1 - repair->after / repair->before : 1;
  g_autofree char *share = gp_format_number (100 * MAX (gone, 0), 0, gp_numbers_current ());

  if (repair->extent == GP_REPAIR_ALL)
    return g_strdup (_ ("removes all"));
  return gone < 0.005 ? NULL : g_strdup_printf (_ ("removes %s%%"), share);
}

/* For which goal, by what, how much. */
static char *
repair_subtitle (const GpRepair *repair)
{
  const char *goal = gp_assumption_priority_title (repair->goal);
  const char *lever = gp_why_lever_title (repair->lever);
  g_autofree char *extent = extent_text (repair);

  return extent != NULL ? g_strdup_printf ("%s · %s – %s", goal, lever, extent)
                        : g_strdup_printf ("%s · %s", goal, lever);
}

gboolean
gp_why_repair_helps (const GpRepair *repair)
{
  return repair->extent != GP_REPAIR_PART || repair->n_settings > 0;
}

GtkWidget *
gp_why_useless_row (const GPtrArray *repairs, GpPriorityId goal)
{
  g_autoptr (GString) levers = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < repairs->len; i++) {
    const GpRepair *repair = g_ptr_array_index (repairs, i);

    if (repair->goal == goal && !gp_why_repair_helps (repair))
      g_string_append_printf (levers, "%s%s", levers->len > 0 ? ", " : "",
                              gp_why_lever_title (repair->lever));
  }
  if (levers->len == 0)
    return NULL;
  /* Translators: what is shown is a list: "expert coaches, training of verandercoaches". */
  text = g_strdup_printf (_ ("Alone these do not help, however much: %s."), levers->str);
  return GTK_WIDGET (new_row (text, gp_assumption_priority_title (goal)));
}

GtkWidget *
gp_why_repair_row (const GpRepair *repair, guint index)
{
  g_autofree char *sentence = gp_repair_sentence (repair);
  g_autofree char *subtitle = repair_subtitle (repair);
  AdwActionRow *row = new_row (sentence, subtitle);

  if (repair->n_settings > 0) { /* else nothing helps */
    GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Make Scenario"));

    gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
    gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "why.apply");
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", index);
    gtk_widget_set_tooltip_text (button,
                                 _ ("A new scenario below this one, with the repair in it"));
    adw_action_row_add_suffix (row, button);
  }
  return GTK_WIDGET (row);
}
