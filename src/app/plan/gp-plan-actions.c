/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-plan-actions.h. */
#include "gp-plan-actions.h"
#include "gp-page.h"
#include "gp-pin-dialog.h"
#include "gp-plan-pins.h"
#include "gp-rows-plan.h"

#include <glib/gi18n-lib.h>
#include <math.h>

GArray *
gp_plan_selected_places (GpTablePage *table)
{
  g_autoptr (GPtrArray) selected = gp_table_page_get_selected (table);
  GArray *places = g_array_new (FALSE, FALSE, sizeof (GpPinPlace));

  for (guint i = 0; i < selected->len; i++) {
    const GArray *of_row = gp_row_get_places (g_ptr_array_index (selected, i));

    if (of_row != NULL && of_row->len > 0)
      g_array_append_vals (places, of_row->data, of_row->len);
  }
  return places;
}

static void
pin_places (GtkWidget *page, GpDocument *document, const GArray *places)
{
  g_autoptr (GError) error = NULL;
  guint n = gp_plan_pin (document, places, &error);
  g_autofree char *text = NULL;

  if (n == 0) {
    gp_page_error (page, _ ("Nothing was pinned"), error->message);
    return;
  }
  text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Pinned %u decision", "Pinned %u decisions", n), n);
  gp_page_toast (page, text, _ ("_Undo"), "win.undo");
}

static void
unpin_places (GtkWidget *page, GpDocument *document, const GArray *places)
{
  g_autoptr (GError) error = NULL;
  guint parents = 0;
  guint n = gp_plan_unpin (document, places, &parents, &error);
  g_autofree char *text = NULL;

  if (error != NULL) {
    gp_page_error (page, _ ("The pins stay"), error->message);
    return;
  }
  text = n == 0 && parents > 0
             ? g_strdup (_ ("This is pinned in a scenario above: remove it there"))
             : g_strdup_printf (
                   g_dngettext (GETTEXT_PACKAGE, "Removed %u pin", "Removed %u pins", n), n);
  gp_page_toast (page, text, n > 0 ? _ ("_Undo") : NULL, n > 0 ? "win.undo" : NULL);
}

void
gp_plan_act (GtkWidget *page, GpDocument *document, GpTablePage *table, const char *action,
             GVariant *parameter)
{
  g_autoptr (GArray) places = gp_plan_selected_places (table);

  if (parameter != NULL) {
    guint index = g_variant_get_uint32 (parameter);

    if (index >= places->len)
      return;
    g_array_remove_range (places, 0, index);
    g_array_set_size (places, 1);
  }
  if (places->len == 0)
    return;
  if (g_str_has_prefix (action, "plan.pin"))
    pin_places (page, document, places);
  else
    unpin_places (page, document, places);
}

/* What is selected, as it is pinned or else as it is planned. */
static GpPinWish
selected_wish (GpDocument *document, const GpPinPlace *place)
{
  const GpProject *project = gp_document_get_project (document);
  const GpPlan *plan = gp_document_get_plan (document);
  guint32 pin = gp_pin_find (project, gp_document_get_scenario (document), place);

  if (pin != GP_NONE)
    return gp_pin_wish_of (&project->pins[pin]);
  return (GpPinWish){.place = *place,
                     .first = place->year,
                     .last = place->year,
                     .rule = GP_WISH_EXACTLY,
                     .amount =
                         plan != NULL ? (int)lround (gp_pin_amount (project, plan, place)) : 1};
}

void
gp_plan_add_pin (GtkWidget *page, GpDocument *document, GpTablePage *table)
{
  g_autoptr (GArray) places = gp_plan_selected_places (table);
  GpPinWish wish;

  if (places->len > 0)
    wish = selected_wish (document, &g_array_index (places, GpPinPlace, 0));
  gp_pin_dialog_present (page, document, places->len > 0 ? &wish : NULL);
}

static void
add_place_items (GpDocument *document, GMenu *menu, const GArray *places)
{
  const GpProject *project = gp_document_get_project (document);
  const GpPlan *plan = gp_document_get_plan (document);

  for (guint i = 0; i < MIN (places->len, 20); i++) {
    const GpPinPlace *place = &g_array_index (places, GpPinPlace, i);
    gboolean pinned = gp_pin_find (project, gp_document_get_scenario (document), place) != GP_NONE;
    g_autofree char *what =
        gp_pin_place_text (project, place, gp_pin_amount (project, plan, place));
    g_autofree char *label = g_strdup_printf (pinned ? _ ("Unpin: %s") : _ ("Pin: %s"), what);
    g_auto (GStrv) parts = g_strsplit (label, "_", -1);
    g_autofree char *escaped = g_strjoinv ("__", parts); /* no mnemonic in names */
    GMenuItem *item = g_menu_item_new (escaped, NULL);

    g_menu_item_set_action_and_target (item, pinned ? "plan.unpin-one" : "plan.pin-one", "u", i);
    g_menu_append_item (menu, item);
    g_object_unref (item);
  }
}

GMenuModel *
gp_plan_menu_new (GpDocument *document, GpTablePage *table)
{
  g_autoptr (GPtrArray) selected = gp_table_page_get_selected (table);
  g_autoptr (GArray) places = gp_plan_selected_places (table);
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) each = g_menu_new ();
  g_autoptr (GMenu) more = g_menu_new ();

  if (places->len > 0) {
    g_menu_append (menu, _ ("_Pin as Planned"), "plan.pin");
    g_menu_append (menu, _ ("_Unpin"), "plan.unpin");
    g_menu_append (menu, _ ("_Fix Otherwise…"), "plan.add-pin");
  }
  if (selected->len == 1 && places->len > 1 && gp_document_get_plan (document) != NULL)
    add_place_items (document, each, places);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (each));
  g_menu_append (more, _ ("_Why?"), "win.page::why");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
  return G_MENU_MODEL (menu);
}

/* ---- filters ----------------------------------------------------------------------------------
 */

static void
fill_filter (GtkDropDown *drop_down, const char *all, guint n,
             const char *(*name) (guint, gpointer), gpointer data)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = gtk_drop_down_get_selected (drop_down);

  gtk_string_list_append (names, all);
  for (guint i = 0; i < n; i++)
    gtk_string_list_append (names, name (i, data));
  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (drop_down, selected <= n ? selected : 0);
}

static const char *
region_name (guint index, gpointer project)
{
  return ((const GpProject *)project)->regions[index].name;
}

static const char *
sector_name (guint index, gpointer project)
{
  return ((const GpProject *)project)->sectors[index].name;
}

void
gp_plan_fill_filters (GtkDropDown *region, GtkDropDown *sector, GpProject *project)
{
  fill_filter (region, _ ("All regions"), project->n_regions, region_name, project);
  fill_filter (sector, _ ("All sectors"), project->n_sectors, sector_name, project);
}
