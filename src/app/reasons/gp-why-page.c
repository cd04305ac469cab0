/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See gp-why-page.h. What is full is read off the plan at once. The rest are results kept with the
 * document; two buttons have them found. Not chosen: that they are found by themselves after
 * planning. They plan tens of times: seconds for a few boards, minutes of a processor nationally,
 * and what is full already answers where it breaks.
 */
#include "gp-why-page.h"
#include "gp-plan-first.h"
#include "gp-assumption.h"
#include "gp-why-now.h"
#include "gp-why-place.h"
#include "gp-why-rows.h"
#include "gp-why-work.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _GpWhyPage {
  GtkWidget parent;
  GtkStack *stack;
  GpPlanFirst *empty;
  GtkLabel *headline, *stale;
  AdwPreferencesGroup *now, *repairs, *prices, *priorities;
  GtkButton *find_repairs, *find_prices, *everything;
  GpWhyPlace place; /* of which alone is shown what is full */
  GPtrArray *rows;  /* of GtkWidget in the groups */
  GpDocument *document;
};

static void gp_why_page_iface (GpPageInterface *iface);
G_DEFINE_FINAL_TYPE_WITH_CODE (GpWhyPage, gp_why_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GP_TYPE_PAGE, gp_why_page_iface))

/* ---- the groups -------------------------------------------------------------------------------
 */

/* A row, or none. */
static void
add (GpWhyPage *self, AdwPreferencesGroup *group, GtkWidget *row)
{
  if (row == NULL)
    return;
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
}

static void
drop_rows (GpWhyPage *self)
{
  for (guint i = 0; i < self->rows->len; i++) {
    GtkWidget *row = g_ptr_array_index (self->rows, i);
    GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);

    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);
  }
  g_ptr_array_set_size (self->rows, 0);
}

/* ---- what is full ------------------------------------------------------------------------------
 */

static void
on_thing (AdwActionRow *row, GpWhyPage *self)
{
  const char *page = g_object_get_data (G_OBJECT (row), "page");
  const char *place = g_object_get_data (G_OBJECT (row), "place");
  GpParam param;

  if (g_str_equal (page, "scenarios") && gp_param_parse (place, &param))
    place = gp_assumption_title (param); /* by which assumptions are looked for */
  gp_page_open (GTK_WIDGET (self), page, place);
}

static void
add_thing (GpWhyPage *self, const GpWhyThing *thing)
{
  GtkWidget *row = gp_why_thing_row (thing);

  g_object_set_data (G_OBJECT (row), "page", (gpointer)thing->page);
  g_object_set_data_full (G_OBJECT (row), "place", g_strdup (thing->place), g_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_thing), self, 0);
  add (self, self->now, row);
}

/* Of one region and year its own sentence comes first, whatever is full there. */
static void
show_now (GpWhyPage *self)
{
  guint32 scenario = gp_document_get_scenario (self->document);
  const GpPlan *plan = gp_document_get_plan (self->document);
  g_autoptr (GpSummary) summary =
      gp_summary_new (gp_document_get_project (self->document), scenario, plan);
  g_autoptr (GpBalance) balance = gp_balance_new (summary, scenario, plan);
  g_autoptr (GPtrArray) things = gp_why_now (balance, scenario, plan);
  guint32 region;
  guint year, n = 0;

  gp_why_place_find (&self->place, summary->project, &region, &year);
  if (region != GP_NONE && year != G_MAXUINT) {
    g_autofree char *text = gp_balance_text (balance, region, year, gp_numbers_current ());

    gtk_label_set_text (self->headline, text);
  }
  for (guint i = 0; i < things->len; i++) {
    const GpWhyThing *thing = g_ptr_array_index (things, i);

    if (!gp_why_place_has_thing (&self->place, summary->project, thing))
      continue;
    add_thing (self, thing);
    n++;
  }
  gtk_widget_set_visible (GTK_WIDGET (self->now), n > 0);
}

static void
show_place (GpWhyPage *self)
{
  g_autofree char *text =
      gp_why_place_text (&self->place, gp_document_get_project (self->document));

  gtk_widget_set_visible (GTK_WIDGET (self->everything), text != NULL);
  if (text != NULL)
    gtk_button_set_label (self->everything, text);
}

/* ---- results -----------------------------------------------------------------------------------
 */

static void
show_repairs (GpWhyPage *self, const GpRepairs *repairs)
{
  g_autoptr (GPtrArray) order = gp_why_repairs_in_order (repairs);

  for (guint i = 0; i < order->len; i++) {
    const GpRepair *repair = g_ptr_array_index (order, i);
    const GpRepair *next = i + 1 < order->len ? g_ptr_array_index (order, i + 1) : NULL;

    if (gp_why_repair_helps (repair))
      add (self, self->repairs, gp_why_repair_row (repair, (guint)(repair - repairs->repairs)));
    if (next == NULL || next->goal != repair->goal)
      add (self, self->repairs, gp_why_useless_row (order, repair->goal));
  }
  for (guint i = 0; i < repairs->plan->n_conflicts; i++)
    add (self, self->repairs, gp_why_text_row (repairs->plan->conflicts[i]));
  if (repairs->n_repairs + repairs->plan->n_conflicts == 0)
    add (self, self->repairs,
         gp_why_text_row (_ ("There is nothing to repair: at best, in fractions of schools, no "
                             "overload and no delay is left.")));
}

static void
show_prices (GpWhyPage *self, const GpPrices *prices)
{
  const GpProject *project = gp_document_get_project (self->document);
  g_autoptr (GPtrArray) order =
      gp_why_prices_in_order (prices, GP_WHY_CHECKED, &self->place, project);

  for (guint i = 0; i < order->len; i++)
    add (self, self->prices, gp_why_price_row (project, g_ptr_array_index (order, i)));
  if (prices->n_prices == 0)
    add (self, self->prices,
         gp_why_text_row (_ ("Nothing is short: one more of anything brings "
                             "nothing.")));
  else if (order->len == 0)
    add (self, self->prices,
         gp_why_text_row (_ ("Nothing that was checked is of this region and year.")));
  for (guint i = 0; i < prices->n_priority_prices; i++)
    add (self, self->priorities, gp_why_priority_row (&prices->priority_prices[i]));
}

/* Before there are answers: how long they take, as measured on projects of 40, 150 and 1,100
 * boards. */
static const char *
time_expected (guint32 n_boards)
{
  if (n_boards <= 50)
    return _ ("This takes seconds.");
  return n_boards <= 300
             ? _ ("This takes up to a minute. You can work on meanwhile, or cancel.")
             : _ ("With this many boards it takes minutes. You can work on meanwhile, or cancel.");
}

static void
show_buttons (GpWhyPage *self, gboolean has_repairs, gboolean has_prices)
{
  gboolean repairing = gp_why_is_busy (GTK_WIDGET (self), GP_WHY_REPAIRS);
  gboolean pricing = gp_why_is_busy (GTK_WIDGET (self), GP_WHY_PRICES);

  gtk_button_set_label (self->find_repairs, repairing     ? _ ("Looking…")
                                            : has_repairs ? _ ("Look Again")
                                                          : _ ("Find _Repairs"));
  gtk_button_set_label (self->find_prices, pricing      ? _ ("Looking…")
                                           : has_prices ? _ ("Look Again")
                                                        : _ ("Find _Prices"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->find_repairs), !repairing);
  gtk_widget_set_sensitive (GTK_WIDGET (self->find_prices), !pricing);
}

/* ---- the page ---------------------------------------------------------------------------------
 */

static void
show_headline (GpWhyPage *self)
{
  g_autoptr (GpSummary) summary = gp_summary_new (gp_document_get_project (self->document),
                                                  gp_document_get_scenario (self->document),
                                                  gp_document_get_plan (self->document));
  g_autofree char *squeeze = gp_summary_squeeze (summary);
  g_autofree char *headline = gp_summary_headline (summary, gp_numbers_current ());

  gtk_label_set_text (self->headline, squeeze != NULL && *squeeze != '\0' ? squeeze : headline);
}

static void
gp_why_page_show (GpPage *page, GpDocument *document)
{
  GpWhyPage *self = GP_WHY_PAGE (page);
  gboolean old_repairs, old_prices;
  const GpRepairs *repairs;
  const GpPrices *prices;
  const char *time;

  g_set_object (&self->document, document);
  drop_rows (self);
  gtk_stack_set_visible_child_name (self->stack,
                                    gp_document_get_plan (document) != NULL ? "answers" : "empty");
  gp_plan_first_offer (self->empty, gp_document_get_project (document)->n_schools > 0
                                        ? GP_FIRST_PLAN
                                        : GP_FIRST_IMPORT);
  if (gp_document_get_plan (document) == NULL)
    return;
  repairs = gp_document_get_result (document, GP_WHY_REPAIRS, &old_repairs);
  prices = gp_document_get_result (document, GP_WHY_PRICES, &old_prices);
  show_headline (self);
  show_place (self);
  show_now (self);
  gtk_widget_set_visible (GTK_WIDGET (self->stale), old_repairs || old_prices);
  time = time_expected (gp_document_get_project (document)->n_boards);
  if (repairs != NULL)
    show_repairs (self, repairs);
  else
    add (self, self->repairs, gp_why_text_row (time));
  if (prices != NULL)
    show_prices (self, prices);
  else
    add (self, self->prices, gp_why_text_row (time));
  gtk_widget_set_visible (GTK_WIDGET (self->priorities),
                          prices != NULL && prices->n_priority_prices > 0);
  show_buttons (self, repairs != NULL, prices != NULL);
}

static void
show_again (GpWhyPage *self)
{
  if (self->document != NULL)
    gp_why_page_show (GP_PAGE (self), self->document);
}

/* "noord 2028-2029": a region's code, and a year. */
static void
gp_why_page_go_to (GpPage *page, const char *what)
{
  GpWhyPage *self = GP_WHY_PAGE (page);

  gp_why_place_set (&self->place, gp_document_get_project (self->document), what);
  show_again (self);
}

static void
on_everything (GpWhyPage *self)
{
  gp_why_place_set (&self->place, gp_document_get_project (self->document), NULL);
  show_again (self);
}

static void
on_refresh (GtkWidget *widget, const char *action, GVariant *parameter)
{
  (void)action, (void)parameter;
  show_again (GP_WHY_PAGE (widget));
}

static void
on_find_repairs (GpWhyPage *self)
{
  gp_why_find_repairs (GTK_WIDGET (self), self->document);
  show_again (self);
}

static void
on_find_prices (GpWhyPage *self)
{
  gp_why_find_prices (GTK_WIDGET (self), self->document);
  show_again (self);
}

static void
on_find (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GpWhyPage *self = GP_WHY_PAGE (widget);
  gboolean repairs = g_str_equal (action, "why.find-repairs");

  (void)parameter;
  if (self->document == NULL || gp_document_get_plan (self->document) == NULL)
    return;
  if (!gp_why_is_busy (widget, repairs ? GP_WHY_REPAIRS : GP_WHY_PRICES))
    (repairs ? on_find_repairs : on_find_prices) (self);
}

static void
on_apply (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GpWhyPage *self = GP_WHY_PAGE (widget);
  const GpRepairs *repairs = gp_document_get_result (self->document, GP_WHY_REPAIRS, NULL);
  guint index = g_variant_get_uint32 (parameter);
  g_autoptr (GError) error = NULL;
  g_autofree char *code = NULL;

  (void)action;
  if (repairs == NULL || index >= repairs->n_repairs)
    return;
  code = gp_why_add_scenario (self->document, &repairs->repairs[index], &error);
  if (code == NULL) {
    gp_page_error (widget, _ ("The scenario was not added"), error->message);
    return;
  }
  gp_document_set_scenario (self->document, code);
  gp_page_toast (widget, _ ("Added a scenario with the repair; plan it to see what it does"),
                 _ ("_Plan"), "win.plan");
}

/* ---- the class --------------------------------------------------------------------------------
 */

static void
gp_why_page_iface (GpPageInterface *iface)
{
  iface->show = gp_why_page_show;
  iface->go_to = gp_why_page_go_to;
}

static void
gp_why_page_dispose (GObject *object)
{
  GpWhyPage *self = GP_WHY_PAGE (object);

  gp_page_drop_children (GTK_WIDGET (object));
  g_clear_object (&self->document);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->place.region, g_free);
  G_OBJECT_CLASS (gp_why_page_parent_class)->dispose (object);
}

static void
gp_why_page_class_init (GpWhyPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gp_why_page_dispose;
  g_type_ensure (GP_TYPE_PLAN_FIRST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/groeiplan/Groeiplan/gp-why-page.ui");
#define CHILD(name) gtk_widget_class_bind_template_child (widget_class, GpWhyPage, name)
  CHILD (stack);
  CHILD (empty);
  CHILD (headline);
  CHILD (stale);
  CHILD (now);
  CHILD (everything);
  CHILD (repairs);
  CHILD (prices);
  CHILD (priorities);
  CHILD (find_repairs);
  CHILD (find_prices);
#undef CHILD
  gtk_widget_class_bind_template_callback (widget_class, on_everything);
  gtk_widget_class_bind_template_callback (widget_class, on_find_repairs);
  gtk_widget_class_bind_template_callback (widget_class, on_find_prices);
  gtk_widget_class_install_action (widget_class, "why.find-repairs", NULL, on_find);
  gtk_widget_class_install_action (widget_class, "why.find-prices", NULL, on_find);
  gtk_widget_class_install_action (widget_class, "why.apply", "u", on_apply);
  gtk_widget_class_install_action (widget_class, "why.refresh", NULL, on_refresh);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
gp_why_page_init (GpWhyPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
}

GtkWidget *
gp_why_page_new (void)
{
  return g_object_new (GP_TYPE_WHY_PAGE, NULL);
}
