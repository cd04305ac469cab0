/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-finance-page.h. Everything shown is made anew from the snapshot and the plan: it takes a
 * few milliseconds, and there is no state to go stale but the two choices above the table. */
#include "gp-finance-page-private.h"

#include "gp-figure-popover.h"
#include "gp-finance-chart.h"
#include "gp-finance-text.h"
#include "gp-narrow-choice.h"
#include "gp-print-table.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <groeiplan/gp-format.h>

static void gp_finance_page_iface (GpPageInterface *iface);
G_DEFINE_FINAL_TYPE_WITH_CODE (GpFinancePage, gp_finance_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GP_TYPE_PAGE, gp_finance_page_iface))

/* What the list of figures begins with is what people ask most. */
static const guint kinds[] = {GP_FINANCE_MIXED, GP_FINANCE_ACTUAL, GP_FINANCE_BUDGET,
                              GP_FINANCE_COMMITTED, GP_FINANCE_FORECAST};

/* Before the scenarios in the list of what is compared with. */
#define N_AGAINST GP_AGAINST_SCENARIO

/* ---- choices
 * ------------------------------------------------------------------------------------- */

static GpFinanceChoice
choice_of (GpFinancePage *self)
{
  guint kind = gtk_drop_down_get_selected (self->kind);
  guint against = gtk_drop_down_get_selected (self->against);

  return (GpFinanceChoice){kind < G_N_ELEMENTS (kinds) ? kinds[kind] : GP_FINANCE_MIXED,
                           against < N_AGAINST                    ? (GpFinanceAgainst)against
                           : against == GTK_INVALID_LIST_POSITION ? GP_AGAINST_NOTHING
                                                                  : GP_AGAINST_SCENARIO};
}

/* The scenario that was chosen to compare with: the list has all others in their order. */
static guint32
other_scenario (GpFinancePage *self)
{
  guint at = gtk_drop_down_get_selected (self->against);

  if (at == GTK_INVALID_LIST_POSITION || at < N_AGAINST)
    return GP_NONE;
  at -= N_AGAINST;
  return at >= gp_document_get_scenario (self->document) ? at + 1 : at;
}

static void
fill_kinds (GpFinancePage *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, _ ("Actual, then forecast"));
  for (guint i = 1; i < G_N_ELEMENTS (kinds); i++)
    gtk_string_list_append (list, _ (gp_finance_kind_label (kinds[i])));
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (list));
}

static void
fill_against (GpFinancePage *self)
{
  const GpProject *project = gp_document_get_project (self->document);
  guint selected = gtk_drop_down_get_selected (self->against);
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, _ ("Compare with…"));
  gtk_string_list_append (list, _ ("The year before"));
  gtk_string_list_append (list, _ ("The budget"));
  for (guint32 s = 0; s < project->n_scenarios; s++) {
    const GpScenario *scenario = &project->scenarios[s];
    g_autofree char *name = g_strdup_printf (
        _ ("Scenario %s"), *scenario->name != '\0' ? scenario->name : scenario->code);

    if (s != gp_document_get_scenario (self->document))
      gtk_string_list_append (list, name);
  }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->against, G_LIST_MODEL (list));
  if (selected < g_list_model_get_n_items (G_LIST_MODEL (list)))
    gtk_drop_down_set_selected (self->against, selected);
  self->filling = FALSE;
}

/* ---- sentences
 * ----------------------------------------------------------------------------------- */

static void
show_headline (GpFinancePage *self)
{
  g_autofree char *headline = gp_finance_headline_markup (self->finance, gp_numbers_current ());

  gtk_label_set_markup (self->headline, headline);
}

/* Below the choice of what is compared with: what that shows, or why it shows nothing. */
static void
show_compared (GpFinancePage *self, const GpFinance *other)
{
  GpFinanceChoice choice = choice_of (self);
  g_autofree char *text = NULL;

  if (choice.against == GP_AGAINST_BUDGET)
    text = gp_finance_variance_text (self->finance, gp_numbers_current ());
  else if (choice.against == GP_AGAINST_SCENARIO && other != NULL &&
           gp_document_get_plan_of (self->document, other_scenario (self)) == NULL)
    text = g_strdup (_ ("That scenario has no plan yet: choose it above, and press Plan."));
  gtk_label_set_text (self->compared, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->compared), text != NULL);
}

static void
show_notes (GpFinancePage *self)
{
  g_autofree char *text = g_strjoinv ("\n", (char **)gp_finance_notes (self->finance));

  gtk_label_set_text (self->notes, text);
  gtk_widget_set_visible (GTK_WIDGET (self->notes), *text != '\0');
}

static void
show_funding_text (GpFinancePage *self)
{
  const GpProject *project = gp_document_get_project (self->document);
  g_autoptr (GpFunding) funding = gp_finance_funding (self->finance, project->goal_year);
  g_autofree char *text =
      gp_finance_funding_sentence (funding, project->goal_year, gp_numbers_current ());

  gtk_label_set_text (self->funding_text,
                      text != NULL ? text
                                   : _ ("Plan this scenario first: what delivery costs and what "
                                        "schools pay follows from its plan."));
}

/* ---- showing
 * ------------------------------------------------------------------------------------- */

static void
show_projects (GpFinancePage *self)
{
  guint32 other = other_scenario (self);
  g_autoptr (GpFinance) against = NULL;

  if (other < gp_document_get_project (self->document)->n_scenarios)
    against = gp_finance_new (gp_document_get_project (self->document), other,
                              gp_document_get_plan_of (self->document, other));
  gp_money_table_show (self->projects,
                       gp_finance_view_projects (self->finance, against, choice_of (self)));
  show_compared (self, against);
}

static void
show_all (GpFinancePage *self)
{
  g_autofree char *sentence = gp_finance_chart_sentence (self->finance);
  gboolean any_pledge = gp_document_get_project (self->document)->n_pledges > 0;

  show_headline (self);
  show_notes (self);
  show_funding_text (self);
  show_projects (self);
  gp_chart_box_show (self->chart, sentence, gp_finance_chart_new (self->finance));
  gp_money_table_show (self->funding, gp_finance_view_funding (self->finance));
  gp_money_table_show (self->rates, gp_finance_view_rates (self->finance));
  gp_money_table_show (self->pledges, gp_finance_view_pledges (self->finance));
  gtk_widget_set_visible (GTK_WIDGET (self->pledges), any_pledge);
  gtk_widget_set_visible (self->no_pledges, !any_pledge);
  gtk_widget_set_sensitive (self->add_pledge,
                            gp_document_get_read_only_reason (self->document) == NULL);
}

static void
gp_finance_page_show (GpPage *page, GpDocument *document)
{
  GpFinancePage *self = GP_FINANCE_PAGE (page);
  const GpProject *project = gp_document_get_project (document);
  guint32 scenario = gp_document_get_scenario (document);

  g_set_object (&self->document, document);
  g_clear_pointer (&self->finance, gp_finance_unref);
  if (scenario == GP_NONE || project->n_projects == 0) {
    gtk_stack_set_visible_child_name (self->stack, "empty");
    return;
  }
  gtk_stack_set_visible_child_name (self->stack, "figures");
  self->finance = gp_finance_new (project, scenario, gp_document_get_plan (document));
  fill_against (self);
  gp_pledge_popover_set_document (self->pledge_popover, document);
  show_all (self);
}

static void
on_chosen (GpFinancePage *self)
{
  if (self->finance != NULL && !self->filling)
    show_projects (self);
}

static void
on_cell (GpMoneyTable *table, guint line, guint column, GpFinancePage *self)
{
  GtkWidget *cell = gp_money_table_get_cell (table, line, column);

  if (cell != NULL && self->document != NULL)
    gp_figure_popover_open (cell, self->document, gp_money_table_get_view (table), line, column);
}

typedef struct {
  GpFinancePage *page; /* a reference */
  GpMoneyTable *table;
} Jump;

/* Its first figure has the focus, and it stands at the top. */
static gboolean
jump (gpointer data)
{
  Jump *to = data;
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (to->page->scroller);
  GtkWidget *cell = gtk_widget_get_mapped (GTK_WIDGET (to->page))
                        ? gp_money_table_get_cell (to->table, 0, 0)
                        : NULL;
  graphene_rect_t bounds;

  if (cell != NULL &&
      gtk_widget_compute_bounds (GTK_WIDGET (to->table), GTK_WIDGET (scroller), &bounds)) {
    GtkAdjustment *place = gtk_scrolled_window_get_vadjustment (scroller);

    gtk_widget_grab_focus (cell);
    gtk_adjustment_set_value (place, gtk_adjustment_get_value (place) + bounds.origin.y - 72);
  }
  g_object_unref (to->page);
  g_free (to);
  return G_SOURCE_REMOVE;
}

/* A table by its name. A page that was just made has no place for it yet: after its first frame. */
static void
gp_finance_page_go_to (GpPage *page, const char *what)
{
  GpFinancePage *self = GP_FINANCE_PAGE (page);
  GpMoneyTable *table = gp_finance_page_find_table (self, what);

  if (table != NULL) {
    Jump *to = g_new (Jump, 1);

    *to = (Jump){g_object_ref (self), table};
    g_timeout_add (60, jump, to);
  }
}

/* For printing. */
static char *
gp_finance_page_get_table (GpPage *page)
{
  GpFinancePage *self = GP_FINANCE_PAGE (page);
  g_autofree char *text = self->finance != NULL
                              ? gp_finance_view_text (gp_money_table_get_view (self->projects))
                              : NULL;

  return text != NULL ? gp_print_table_group (text) : NULL;
}

/* ---- the widget
 * ---------------------------------------------------------------------------------- */

static void
gp_finance_page_iface (GpPageInterface *iface)
{
  iface->show = gp_finance_page_show;
  iface->go_to = gp_finance_page_go_to;
  iface->get_table = gp_finance_page_get_table;
}

static void
gp_finance_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (gp_finance_page_parent_class)->map (widget);
  gp_finance_page_add_actions (GP_FINANCE_PAGE (widget));
}

static void
gp_finance_page_unmap (GtkWidget *widget)
{
  gp_finance_page_remove_actions (GP_FINANCE_PAGE (widget));
  GTK_WIDGET_CLASS (gp_finance_page_parent_class)->unmap (widget);
}

static void
gp_finance_page_dispose (GObject *object)
{
  GpFinancePage *self = GP_FINANCE_PAGE (object);

  gp_page_drop_children (GTK_WIDGET (object));
  g_clear_pointer (&self->finance, gp_finance_unref);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (gp_finance_page_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, GpFinancePage, name)

static void
gp_finance_page_class_init (GpFinancePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (GP_TYPE_MONEY_TABLE);
  g_type_ensure (GP_TYPE_CHART_BOX);
  g_type_ensure (GP_TYPE_PLEDGE_POPOVER);
  G_OBJECT_CLASS (klass)->dispose = gp_finance_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/groeiplan/Groeiplan/gp-finance-page.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  widget_class->map = gp_finance_page_map;
  widget_class->unmap = gp_finance_page_unmap;
  BIND (stack);
  BIND (scroller);
  BIND (no_pledges);
  BIND (add_pledge);
  BIND (headline);
  BIND (notes);
  BIND (funding_text);
  BIND (compared);
  BIND (kind);
  BIND (against);
  BIND (projects);
  BIND (funding);
  BIND (rates);
  BIND (pledges);
  BIND (chart);
  BIND (pledge_popover);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_cell);
}

static void
gp_finance_page_init (GpFinancePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gp_page_follow_links (self->headline);
  gp_drop_down_give_way (self->kind);
  gp_drop_down_give_way (self->against);
  gp_box_give_way (GTK_BOX (gtk_widget_get_parent (GTK_WIDGET (self->kind))));
  gp_chart_box_set_rest (self->chart, _ ("Point at a bar, or walk to it with the arrow keys, to "
                                         "read it."));
  fill_kinds (self);
}

GtkWidget *
gp_finance_page_new (void)
{
  return g_object_new (GP_TYPE_FINANCE_PAGE, NULL);
}
