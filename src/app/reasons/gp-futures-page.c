/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-futures-page.h. What is shown is a result kept with the document; a button draws anew. */
#include "gp-futures-page.h"
#include "gp-chart-box.h"
#include "gp-futures-chart.h"
#include "gp-futures-rows.h"
#include "gp-futures-text.h"
#include "gp-wheel.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define BARS_SHOWN 12
#define BOARDS_SHOWN 10

static const guint32 counts[] = {30, 100, 300, 1000, 3000, 10000};
#define USUAL_COUNT 1 /* its place */

struct _GpFuturesPage {
  GtkWidget parent;
  GtkStack *stack;
  AdwStatusPage *nothing;
  GtkLabel *headline, *basis, *stale, *time;
  GpChartBox *fan, *tornado;
  AdwComboRow *count, *outcome;
  GtkSpinButton *seed;
  GtkSwitch *regret;
  GtkButton *run;
  AdwPreferencesGroup *promises, *boards, *matters, *uncertain;
  GPtrArray *rows; /* of GtkWidget in the groups */
  GArray *ranked;  /* of GpOutcome: what the choice of outcomes holds */
  GpDocument *document;
  GpJob *job; /* under way from this page, or NULL */
};

static void gp_futures_page_iface (GpPageInterface *iface);
G_DEFINE_FINAL_TYPE_WITH_CODE (GpFuturesPage, gp_futures_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GP_TYPE_PAGE, gp_futures_page_iface))

/* Undo may bring back the data of the result, and not the plan of them: then it is stale as well.
 */
static const GpFuturesResult *
result_of (GpFuturesPage *self, gboolean *stale)
{
  const GpFuturesResult *result = gp_document_get_result (self->document, GP_FUTURES_RESULT, stale);

  if (stale != NULL && result != NULL && gp_document_plan_is_stale (self->document))
    *stale = TRUE;
  return result;
}

/* ---- drawing anew -----------------------------------------------------------------------------
 */

static GpFuturesChoice
choice_of (GpFuturesPage *self)
{
  guint place = adw_combo_row_get_selected (self->count);

  return (GpFuturesChoice){.count = counts[MIN (place, G_N_ELEMENTS (counts) - 1)],
                           .seed = (guint64)gtk_spin_button_get_value (self->seed),
                           .with_regret = gtk_switch_get_active (self->regret)};
}

/* The first year of a plan of these data is held: without one there is nothing to draw for. */
static gboolean
has_plan (GpFuturesPage *self)
{
  const GpPlan *plan = gp_document_get_plan (self->document);

  return plan != NULL && plan->has_whole && !gp_document_plan_is_stale (self->document);
}

static void
show_time (GpFuturesPage *self)
{
  g_autofree char *text = NULL;
  GpFuturesChoice choice;

  if (self->document == NULL || gp_document_get_scenario (self->document) == GP_NONE)
    return;
  choice = choice_of (self);
  if (self->job != NULL)
    text = gp_futures_time_left (gp_job_get_seconds (self->job), gp_job_get_share (self->job));
  else if (has_plan (self))
    text = gp_futures_time_expected (gp_futures_work_expect (self->document, &choice));
  else
    text = g_strdup (_ ("Plan this scenario first (Ctrl+Enter): futures hold its first year."));
  gtk_label_set_text (self->time, text);
}

static void
show_controls (GpFuturesPage *self)
{
  gboolean busy = self->job != NULL;

  gtk_button_set_label (self->run, busy ? _ ("Drawing…") : _ ("_Draw Futures"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->run), !busy && has_plan (self));
  gtk_widget_set_sensitive (GTK_WIDGET (self->count), !busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->seed), !busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->regret), !busy);
  show_time (self);
}

static void
drop_job (GpFuturesPage *self)
{
  if (self->job != NULL)
    g_signal_handlers_disconnect_by_data (self->job, self);
  g_clear_object (&self->job);
}

static void
on_run (GpFuturesPage *self)
{
  GpFuturesChoice choice;

  if (self->document == NULL || self->job != NULL || !has_plan (self))
    return;
  choice = choice_of (self);
  g_set_object (&self->job, gp_futures_work_start (GTK_WIDGET (self), self->document, &choice));
  if (self->job != NULL)
    g_signal_connect_swapped (self->job, "notify::share", G_CALLBACK (show_time), self);
  show_controls (self);
}

/* ---- what they come to ------------------------------------------------------------------------
 */

static void
add (GpFuturesPage *self, AdwPreferencesGroup *group, GtkWidget *row)
{
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
}

static void
drop_rows (GpFuturesPage *self)
{
  for (guint i = 0; i < self->rows->len; i++) {
    GtkWidget *row = g_ptr_array_index (self->rows, i);
    GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);

    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);
  }
  g_ptr_array_set_size (self->rows, 0);
}

static void
show_promises (GpFuturesPage *self, const GpFuturesSummary *summary)
{
  const GpProject *project = gp_document_get_project (self->document);

  for (GpPromise promise = 0; promise < GP_N_PROMISES; promise++)
    if (summary->has_promise[promise])
      add (self, self->promises, gp_futures_promise_row (summary, promise));
  if (summary->has_regret)
    add (self, self->promises, gp_futures_regret_row (summary));
  for (guint i = 0; i < MIN (summary->n_boards, BOARDS_SHOWN); i++)
    add (self, self->boards, gp_futures_board_row (project, summary, i));
  gtk_widget_set_visible (GTK_WIDGET (self->boards), summary->n_boards > 0);
}

static void
show_tornado (GpFuturesPage *self)
{
  const GpProject *project = gp_document_get_project (self->document);
  const GpFuturesResult *result = result_of (self, NULL);
  guint place = adw_combo_row_get_selected (self->outcome);
  const GpFuturesSummary *summary;
  g_autofree char *sentence = NULL;

  if (result == NULL || place >= self->ranked->len)
    return;
  summary = result->summaries[g_array_index (self->ranked, GpOutcome, place)];
  sentence = gp_futures_tornado_sentence (project, summary);
  gp_chart_box_show (self->tornado, sentence, gp_futures_tornado (project, summary, BARS_SHOWN));
}

static void
on_outcome (GpFuturesPage *self)
{
  if (self->document != NULL)
    show_tornado (self);
}

/* Another list only when other outcomes are there: a person's choice stays. */
static void
show_outcomes (GpFuturesPage *self, const GpFuturesResult *result)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  g_autoptr (GArray) ranked = g_array_new (FALSE, FALSE, sizeof (GpOutcome));
  gboolean same;

  for (GpOutcome outcome = 0; outcome < GP_N_OUTCOMES; outcome++) {
    if (result->summaries[outcome] == NULL)
      continue;
    g_array_append_val (ranked, outcome);
    gtk_string_list_append (titles, gp_futures_outcome_title (outcome));
  }
  same = ranked->len == self->ranked->len &&
         memcmp (ranked->data, self->ranked->data, ranked->len * sizeof (GpOutcome)) == 0;
  if (same)
    return;
  g_array_unref (self->ranked);
  self->ranked = g_steal_pointer (&ranked);
  adw_combo_row_set_model (self->outcome, G_LIST_MODEL (titles));
}

static void
show_result (GpFuturesPage *self, const GpFuturesResult *result, gboolean stale)
{
  const GpFuturesSummary *summary = result->summaries[GP_OUTCOME_SCHOOLS];
  g_autofree char *headline = gp_futures_headline (result);
  g_autofree char *basis = gp_futures_basis (result);
  g_autofree char *sentence = gp_futures_fan_sentence (summary);

  gtk_label_set_text (self->headline, headline);
  gtk_label_set_text (self->basis, basis);
  gtk_widget_set_visible (GTK_WIDGET (self->stale), stale);
  gp_chart_box_show (self->fan, sentence, gp_futures_fan (result));
  show_promises (self, summary);
  show_outcomes (self, result);
  show_tornado (self);
}

static void
show_no_result (GpFuturesPage *self)
{
  gtk_label_set_text (self->headline, _ ("How does the plan fare when assumptions turn out "
                                         "otherwise?"));
  gtk_label_set_text (
      self->basis, _ ("Futures are drawn from what is uncertain. In each, the first year is held "
                      "as planned, and the later years are planned again."));
  gtk_widget_set_visible (GTK_WIDGET (self->stale), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->boards), FALSE);
  gp_chart_box_show (self->fan, NULL, NULL);
}

/* ---- the page ---------------------------------------------------------------------------------
 */

static void
show_nothing (GpFuturesPage *self, const char *problem)
{
  adw_status_page_set_title (self->nothing, problem != NULL ? _ ("Futures cannot be drawn")
                                                            : _ ("Nothing is uncertain yet"));
  adw_status_page_set_description (
      self->nothing,
      problem != NULL
          ? problem
          : _ ("Say of an assumption how low and how high it may turn out: on the Scenarios page, "
               "under Uncertainty. Futures are then drawn from it."));
  gtk_stack_set_visible_child_name (self->stack, "nothing");
}

static void
gp_futures_page_show (GpPage *page, GpDocument *document)
{
  GpFuturesPage *self = GP_FUTURES_PAGE (page);
  const GpProject *project = gp_document_get_project (document);
  guint32 scenario = gp_document_get_scenario (document);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) spreads = NULL;
  const GpFuturesResult *result;
  gboolean stale = FALSE;

  g_set_object (&self->document, document);
  drop_rows (self);
  if (scenario != GP_NONE)
    spreads = gp_project_spreads (project, scenario, &error);
  if (spreads == NULL || spreads->len == 0) {
    g_autofree char *problem = error != NULL ? g_markup_escape_text (error->message, -1) : NULL;

    show_nothing (self, problem);
    return;
  }
  for (guint i = 0; i < spreads->len; i++)
    add (self, self->uncertain,
         gp_futures_spread_row (project, &g_array_index (spreads, GpSpread, i)));
  result = result_of (self, &stale);
  if (result != NULL)
    show_result (self, result, stale);
  else
    show_no_result (self);
  gtk_widget_set_visible (GTK_WIDGET (self->promises), result != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->matters), result != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->tornado), result != NULL);
  show_controls (self);
  gtk_stack_set_visible_child_name (self->stack, "futures");
}

/* From the work: it ended, with a result that the document has by now, or without one. */
static void
on_refresh (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GpFuturesPage *self = GP_FUTURES_PAGE (widget);

  (void)action, (void)parameter;
  drop_job (self);
  if (self->document != NULL)
    gp_futures_page_show (GP_PAGE (self), self->document);
}

static void
on_change (GtkWidget *widget, const char *action, GVariant *parameter)
{
  (void)action, (void)parameter;
  gp_page_open (widget, "scenarios", "uncertainty");
}

/* ---- the class --------------------------------------------------------------------------------
 */

static void
gp_futures_page_iface (GpPageInterface *iface)
{
  iface->show = gp_futures_page_show;
}

static void
gp_futures_page_dispose (GObject *object)
{
  GpFuturesPage *self = GP_FUTURES_PAGE (object);

  drop_job (self);
  gp_page_drop_children (GTK_WIDGET (object));
  g_clear_object (&self->document);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->ranked, g_array_unref);
  G_OBJECT_CLASS (gp_futures_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
#define CHILD(name) gtk_widget_class_bind_template_child (widget_class, GpFuturesPage, name)
  CHILD (stack);
  CHILD (nothing);
  CHILD (headline);
  CHILD (basis);
  CHILD (stale);
  CHILD (time);
  CHILD (fan);
  CHILD (tornado);
  CHILD (count);
  CHILD (outcome);
  CHILD (seed);
  CHILD (regret);
  CHILD (run);
  CHILD (promises);
  CHILD (boards);
  CHILD (matters);
  CHILD (uncertain);
#undef CHILD
}

static void
gp_futures_page_class_init (GpFuturesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gp_futures_page_dispose;
  g_type_ensure (GP_TYPE_CHART_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/groeiplan/Groeiplan/gp-futures-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_run);
  gtk_widget_class_bind_template_callback (widget_class, on_outcome);
  gtk_widget_class_bind_template_callback (widget_class, show_time);
  gtk_widget_class_install_action (widget_class, "futures.refresh", NULL, on_refresh);
  gtk_widget_class_install_action (widget_class, "futures.change", NULL, on_change);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
gp_futures_page_init (GpFuturesPage *self)
{
  g_autoptr (GtkStringList) texts = gtk_string_list_new (NULL);

  self->rows = g_ptr_array_new ();
  self->ranked = g_array_new (FALSE, FALSE, sizeof (GpOutcome));
  gtk_widget_init_template (GTK_WIDGET (self));
  gp_wheel_leave_value (GTK_WIDGET (self->seed));
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++) {
    g_autofree char *text = gp_format_integer (counts[i], gp_numbers_current ());

    gtk_string_list_append (texts, text);
  }
  adw_combo_row_set_model (self->count, G_LIST_MODEL (texts));
  adw_combo_row_set_selected (self->count, USUAL_COUNT);
}

GtkWidget *
gp_futures_page_new (void)
{
  return g_object_new (GP_TYPE_FUTURES_PAGE, NULL);
}
