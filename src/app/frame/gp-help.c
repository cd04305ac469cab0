/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See gp-help.h. It is a window of preferences that changes nothing: that one has pages, groups and
 * a search over all of its rows.
 */
#include "gp-help.h"
#include "gp-help-texts.h"
#include "gp-inner-parts.h"
#include "gp-pages.h"

#include <glib/gi18n-lib.h>

struct _GpHelp {
  AdwPreferencesWindow parent;
};

G_DEFINE_FINAL_TYPE (GpHelp, gp_help, ADW_TYPE_PREFERENCES_WINDOW)

/* The action is the parent's; the help stays open, out of the way of what it opened. */
static void
on_activated (AdwActionRow *row, gpointer action)
{
  GtkWindow *help = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (row)));
  GtkWindow *window = gtk_window_get_transient_for (help);
  g_autoptr (GVariant) target = NULL;
  g_autofree char *name = NULL;

  if (window == NULL || !g_action_parse_detailed_name (action, &name, &target, NULL))
    return;
  gtk_window_present (window);
  gtk_widget_activate_action_variant (GTK_WIDGET (window), name, target);
}

static GtkWidget *
new_row (const char *title, const char *text, const char *action, const char *keys)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  if (keys != NULL) {
    GtkWidget *label = gtk_shortcut_label_new (keys);

    gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  }
  if (action != NULL) {
    adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                               gtk_image_new_from_icon_name ("go-next-symbolic"));
    gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
    g_signal_connect_data (row, "activated", G_CALLBACK (on_activated), g_strdup (action),
                           (GClosureNotify)(void (*) (void))g_free, 0);
  }
  return row;
}

static AdwPreferencesPage *
add_page (GpHelp *self, const char *title, const char *icon)
{
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());

  adw_preferences_page_set_title (page, title);
  adw_preferences_page_set_icon_name (page, icon);
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (self), page);
  return page;
}

static void
add_rows (AdwPreferencesPage *page, const GpHelpRow *rows, guint n_rows)
{
  AdwPreferencesGroup *group = NULL;

  for (guint i = 0; i < n_rows; i++) {
    if (rows[i].group != NULL) {
      group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
      adw_preferences_group_set_title (group, _ (rows[i].group));
      adw_preferences_page_add (page, group);
    }
    adw_preferences_group_add (group,
                               new_row (_ (rows[i].title), _ (rows[i].text), rows[i].action, NULL));
  }
}

static void
add_pages (AdwPreferencesPage *page)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_page_add (page, group);
  for (guint i = 0; i < gp_n_pages; i++) {
    g_autofree char *action = g_strconcat ("win.page::", gp_pages[i].name, NULL);

    adw_preferences_group_add (group,
                               new_row (_ (gp_pages[i].title), gp_help_page_text (gp_pages[i].name),
                                        action, gp_pages[i].keys[0]));
  }
}

static void
gp_help_class_init (GpHelpClass *klass)
{
  (void)klass;
}

static void
gp_help_init (GpHelp *self)
{
  gtk_window_set_title (GTK_WINDOW (self), _ ("Help"));
  gtk_window_set_modal (GTK_WINDOW (self), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (self), 640, 700);
  add_rows (add_page (self, _ ("First steps"), "go-home-symbolic"), gp_help_steps, gp_help_n_steps);
  add_pages (add_page (self, _ ("Pages"), "view-list-bullet-symbolic"));
  add_rows (add_page (self, _ ("Words"), "accessories-dictionary-symbolic"), gp_help_words,
            gp_help_n_words);
  gp_inner_parts_mend (GTK_WIDGET (self));
}

/* The one that is open beside that window already. */
static GtkWindow *
find_open (GtkWindow *parent)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *at = windows; at != NULL; at = at->next)
    if (GP_IS_HELP (at->data) && gtk_window_get_transient_for (at->data) == parent)
      return at->data;
  return NULL;
}

void
gp_help_present (GtkWindow *parent)
{
  GtkWindow *help = find_open (parent);

  if (help == NULL)
    help = g_object_new (GP_TYPE_HELP, "transient-for", parent, "destroy-with-parent", TRUE, NULL);
  gtk_window_present (help);
}
