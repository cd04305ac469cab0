/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-scenario-tree.h. A list and not a tree widget: a project has a handful of scenarios, and
 * all of them are to be seen. */
#include "gp-scenario-tree.h"
#include "gp-assumption.h"

#include <glib/gi18n-lib.h>

#define INDENT 18

static GtkWidget *
label_of (const char *text, const char *css)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css != NULL) {
    gtk_widget_add_css_class (label, "dim-label");
    gtk_widget_add_css_class (label, css);
  }
  return label;
}

/* "5 values of its own" */
static char *
subtitle_of (const GpProject *project, guint32 scenario)
{
  guint n = gp_assumption_n_own (project, scenario);
  g_autofree char *number = gp_format_integer (n, gp_numbers_current ());

  if (project->scenarios[scenario].parent == GP_NONE)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s value", "%s values", n), number);
  if (n == 0)
    return g_strdup (_ ("the same as its parent"));
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s value of its own", "%s values of its own", n), number);
}

static void
add_row (GtkListBox *list, const GpProject *project, guint32 scenario, guint depth,
         gboolean is_chosen)
{
  const GpScenario *data = &project->scenarios[scenario];
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *subtitle = subtitle_of (project, scenario);
  g_autofree char *name = g_strdup_printf ("%s, %s", data->name, subtitle);

  gtk_box_append (GTK_BOX (box), label_of (data->name, NULL));
  gtk_box_append (GTK_BOX (box), label_of (subtitle, "caption"));
  gtk_widget_set_margin_start (box, (int)MIN (depth, 6) * INDENT);
  gtk_widget_add_css_class (box, "page-row");
  gtk_widget_set_name (row, data->code);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  if (*data->description != '\0')
    gtk_widget_set_tooltip_text (row, data->description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (list, row);
  if (is_chosen)
    gtk_list_box_select_row (list, GTK_LIST_BOX_ROW (row));
}

static void
add_under (GtkListBox *list, const GpProject *project, guint32 parent, guint depth, guint32 chosen)
{
  for (guint32 i = 0; i < project->n_scenarios; i++) {
    if (project->scenarios[i].parent != parent)
      continue;
    add_row (list, project, i, depth, i == chosen);
    add_under (list, project, i, depth + 1, chosen);
  }
}

void
gp_scenario_tree_show (GtkListBox *list, GpDocument *document)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
  add_under (list, gp_document_get_project (document), GP_NONE, 0,
             gp_document_get_scenario (document));
}
