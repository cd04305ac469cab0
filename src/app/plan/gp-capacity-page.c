/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-capacity-page.h. The figures are gp-capacity.h's, the charts gp-load-chart.h's. */
#include "gp-capacity-page.h"
#include "gp-chart-box.h"
#include "gp-load-chart.h"
#include "gp-narrow-choice.h"
#include "gp-plan-first.h"
#include "gp-rows-plan.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* The chooser's first entries; the regions follow. */
enum { ALL_TOGETHER, EVERY_REGION, N_CHOICES };

struct _GpCapacityPage {
  GtkWidget parent;
  GtkStack *stack;
  GpPlanFirst *empty;
  GtkLabel *headline, *means;
  GtkDropDown *region;
  GpChartBox *supply, *load, *boards;
  GtkWidget *all_boards;
  GpDocument *document;
  GpProject *project; /* whose regions the chooser has */
  GStrv links;        /* of the cells of load */
  GArray *rows;       /* of guint32: the boards of boards */
};

static void gp_capacity_page_iface (GpPageInterface *iface);
G_DEFINE_FINAL_TYPE_WITH_CODE (GpCapacityPage, gp_capacity_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GP_TYPE_PAGE, gp_capacity_page_iface))

static guint32
chosen_region (GpCapacityPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->region);

  return selected != GTK_INVALID_LIST_POSITION && selected >= N_CHOICES ? selected - N_CHOICES
                                                                        : GP_NONE;
}

static void
show_supply (GpCapacityPage *self, const GpCapacity *capacity)
{
  guint32 region = chosen_region (self);
  gboolean each = gtk_drop_down_get_selected (self->region) == EVERY_REGION;
  g_autofree char *markup = gp_capacity_markup (capacity, region, gp_numbers_current ());
  g_autofree char *means = gp_capacity_means_markup (capacity, region, gp_numbers_current ());
  GtkLabel *label = gp_chart_box_get_label (self->supply);
  g_autofree char *sentence = NULL;

  gtk_label_set_markup (self->means, means);
  gtk_label_set_markup (label, markup); /* which takes the links out: Pango does not know them */
  sentence = g_strdup (gtk_label_get_text (label));
  gp_chart_box_set_rest (self->supply,
                         _ ("Coach-days there above the line, coach-days asked below it."));
  gp_chart_box_show (self->supply, sentence, gp_load_chart_supply (capacity, region, each));
  gtk_label_set_markup (label, markup);
}

static void
show_regions (GpCapacityPage *self, const GpSummary *summary)
{
  g_autoptr (GpBalance) balance = gp_balance_new (
      summary, gp_document_get_scenario (self->document), gp_document_get_plan (self->document));

  g_strfreev (self->links);
  self->links = gp_load_chart_links (balance);
  gp_chart_box_set_rest (self->load, GP_LOAD_CHART_REST);
  gp_chart_box_show (self->load, _ ("Where expert days run short, by region and year"),
                     gp_load_chart_regions (balance));
}

/* The chart has the largest, the table on the Plan page all of them. */
static void
show_boards (GpCapacityPage *self, const GpProject *project)
{
  guint32 scenario = gp_document_get_scenario (self->document), region = chosen_region (self);
  const GpPlan *plan = gp_document_get_plan (self->document);
  g_autofree double *days = gp_capacity_board_days (project, scenario, plan);
  g_autoptr (GArray) boards = gp_capacity_boards_by_days (project, days, region);
  gboolean some = boards->len > GP_LOAD_CHART_BOARDS;
  g_autofree char *of = gp_format_integer (boards->len, gp_numbers_current ());
  g_autofree char *sentence =
      some ? g_strdup_printf (_ ("The %d of %s boards whose schools ask most coach-days"),
                              GP_LOAD_CHART_BOARDS, of)
           : g_strdup (_ ("The coach-days that the schools of each board ask"));

  g_array_set_size (self->rows, 0);
  gp_chart_box_show (self->boards, sentence,
                     gp_load_chart_boards (project, scenario, plan, region, self->rows));
  gtk_widget_set_visible (self->all_boards, boards->len > 0);
}

static void
show_figures (GpCapacityPage *self)
{
  const GpProject *project = gp_document_get_project (self->document);
  guint32 scenario = gp_document_get_scenario (self->document);
  const GpPlan *plan = gp_document_get_plan (self->document);
  g_autoptr (GpSummary) summary = gp_summary_new (project, scenario, plan);
  g_autoptr (GpCapacity) capacity = gp_capacity_new (project, scenario, plan);
  g_autofree char *squeeze = gp_summary_squeeze (summary);

  gtk_stack_set_visible_child_name (self->stack, summary->has_plan ? "figures" : "empty");
  gp_plan_first_offer (self->empty, project->n_schools > 0 ? GP_FIRST_PLAN : GP_FIRST_IMPORT);
  if (!summary->has_plan)
    return;
  gtk_label_set_text (self->headline, squeeze);
  show_supply (self, capacity);
  show_regions (self, summary);
  show_boards (self, project);
}

static void
on_region (GpCapacityPage *self)
{
  if (self->document != NULL && self->project != NULL)
    show_figures (self);
}

static void
on_why (GpCapacityPage *self)
{
  guint32 region = chosen_region (self);

  gp_page_open (GTK_WIDGET (self), "why",
                region != GP_NONE ? self->project->regions[region].code : NULL);
}

static void
on_all_boards (GpCapacityPage *self)
{
  guint32 region = chosen_region (self);
  g_autofree char *what =
      g_strdup_printf ("view:%d%s%s", GP_VIEW_ASKED, region != GP_NONE ? " " : "",
                       region != GP_NONE ? self->project->regions[region].code : "");

  gp_page_open (GTK_WIDGET (self), "plan", what);
}

static void
on_cell (GpCapacityPage *self, guint item)
{
  g_auto (GStrv) link = NULL;

  if (self->links == NULL || item >= g_strv_length (self->links))
    return;
  link = g_strsplit (self->links[item], " ", 2);
  gp_page_open (GTK_WIDGET (self), link[0], link[1]);
}

static void
on_board (GpCapacityPage *self, guint item)
{
  const GpProject *project = self->project;
  guint n_years = (guint)(project->last_year - project->plan_from + 1);

  if (item / n_years < self->rows->len)
    gp_page_open (GTK_WIDGET (self), "plan",
                  project->boards[g_array_index (self->rows, guint32, item / n_years)].code);
}

/* ---- the page ---------------------------------------------------------------------------------
 */

static void
fill_regions (GpCapacityPage *self)
{
  GpProject *project = (GpProject *)gp_document_get_project (self->document);
  guint selected = gtk_drop_down_get_selected (self->region);
  g_autoptr (GtkStringList) names = NULL;

  if (project == self->project)
    return;
  g_clear_pointer (&self->project, gp_project_unref); /* none while it is filled: see on_region */
  names = gtk_string_list_new (NULL);
  gtk_string_list_append (names, _ ("All regions together"));
  gtk_string_list_append (names, _ ("Every region"));
  for (guint i = 0; i < project->n_regions; i++)
    gtk_string_list_append (names, project->regions[i].name);
  gtk_drop_down_set_model (self->region, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->region,
                              selected < N_CHOICES + project->n_regions ? selected : ALL_TOGETHER);
  self->project = gp_project_ref (project);
}

static void
gp_capacity_page_show (GpPage *page, GpDocument *document)
{
  GpCapacityPage *self = GP_CAPACITY_PAGE (page);

  g_set_object (&self->document, document);
  fill_regions (self);
  show_figures (self);
}

/* A region's code, with a year or without, or "every". */
static void
gp_capacity_page_go_to (GpPage *page, const char *what)
{
  GpCapacityPage *self = GP_CAPACITY_PAGE (page);
  g_auto (GStrv) place = g_strsplit (what, " ", 2);
  guint32 region =
      gp_project_find (self->project, GP_TABLE_REGIONS, place[0] != NULL ? place[0] : "");

  if (g_str_equal (what, "every"))
    gtk_drop_down_set_selected (self->region, EVERY_REGION);
  else if (region != GP_NONE)
    gtk_drop_down_set_selected (self->region, N_CHOICES + region);
}

static void
gp_capacity_page_iface (GpPageInterface *iface)
{
  iface->show = gp_capacity_page_show;
  iface->go_to = gp_capacity_page_go_to;
}

static void
gp_capacity_page_dispose (GObject *object)
{
  GpCapacityPage *self = GP_CAPACITY_PAGE (object);

  gp_page_drop_children (GTK_WIDGET (object));
  g_clear_object (&self->document);
  g_clear_pointer (&self->project, gp_project_unref);
  g_clear_pointer (&self->links, g_strfreev);
  g_clear_pointer (&self->rows, g_array_unref);
  G_OBJECT_CLASS (gp_capacity_page_parent_class)->dispose (object);
}

static void
gp_capacity_page_class_init (GpCapacityPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gp_capacity_page_dispose;
  g_type_ensure (GP_TYPE_CHART_BOX);
  g_type_ensure (GP_TYPE_PLAN_FIRST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/groeiplan/Groeiplan/gp-capacity-page.ui");
#define CHILD(name) gtk_widget_class_bind_template_child (widget_class, GpCapacityPage, name)
  CHILD (stack);
  CHILD (empty);
  CHILD (headline);
  CHILD (means);
  CHILD (region);
  CHILD (supply);
  CHILD (load);
  CHILD (boards);
  CHILD (all_boards);
#undef CHILD
  gtk_widget_class_bind_template_callback (widget_class, on_why);
  gtk_widget_class_bind_template_callback (widget_class, on_all_boards);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
gp_capacity_page_init (GpCapacityPage *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  gtk_widget_init_template (GTK_WIDGET (self));
  gp_page_follow_links (self->means);
  gp_page_follow_links (gp_chart_box_get_label (self->supply));
  gp_drop_down_give_way (self->region); /* names of regions may be long */
  g_signal_connect_object (self->region, "notify::selected", G_CALLBACK (on_region), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->supply, "item-activated", G_CALLBACK (on_why), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->load, "item-activated", G_CALLBACK (on_cell), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->boards, "item-activated", G_CALLBACK (on_board), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
gp_capacity_page_new (void)
{
  return g_object_new (GP_TYPE_CAPACITY_PAGE, NULL);
}
