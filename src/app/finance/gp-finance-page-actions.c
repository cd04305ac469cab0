/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The Finance page for scripts, as actions of the window while it is in front:
 *   finance-choose (kind, against)            what the table of projects shows, as places in the
 * lists finance-open (table, line, column)        opens where a figure comes from finance-put
 * (table, line, column, amount) types an amount there, and keeps it finance-pledge (fund, project,
 * year, amount) Tables are projects, funding, rates and pledges; lines, columns, projects and years
 * count from 0.
 */
#include "gp-figure-popover.h"
#include "gp-finance-page-private.h"

#include <string.h>

GpMoneyTable *
gp_finance_page_find_table (GpFinancePage *self, const char *name)
{
  const struct {
    const char *name;
    GpMoneyTable *table;
  } tables[] = {{"projects", self->projects},
                {"funding", self->funding},
                {"rates", self->rates},
                {"pledges", self->pledges}};

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++) {
    if (strcmp (tables[i].name, name) == 0)
      return tables[i].table;
  }
  return NULL;
}

static GpFigurePopover *
open_figure (GpFinancePage *self, const char *name, guint line, guint column)
{
  GpMoneyTable *table = gp_finance_page_find_table (self, name);
  GtkWidget *cell = table != NULL ? gp_money_table_get_cell (table, line, column) : NULL;

  if (cell == NULL || self->document == NULL)
    return NULL;
  return gp_figure_popover_open (cell, self->document, gp_money_table_get_view (table), line,
                                 column);
}

static void
on_choose (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  guint kind, against;

  (void)action;
  g_variant_get (parameter, "(uu)", &kind, &against);
  gtk_drop_down_set_selected (GP_FINANCE_PAGE (self)->kind, kind);
  gtk_drop_down_set_selected (GP_FINANCE_PAGE (self)->against, against);
}

static void
on_open (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  const char *name;
  guint line, column;

  (void)action;
  g_variant_get (parameter, "(&suu)", &name, &line, &column);
  open_figure (self, name, line, column);
}

static void
on_put (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  const char *name, *amount;
  guint line, column;
  GpFigurePopover *popover;

  (void)action;
  g_variant_get (parameter, "(&suu&s)", &name, &line, &column, &amount);
  popover = open_figure (self, name, line, column);
  if (popover != NULL)
    gp_figure_popover_put (popover, amount);
}

static void
on_pledge (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  const char *fund, *amount;
  guint project, year;

  (void)action;
  g_variant_get (parameter, "(&suu&s)", &fund, &project, &year, &amount);
  gp_pledge_popover_put (GP_FINANCE_PAGE (self)->pledge_popover, fund, project, year, amount);
}

static const GActionEntry entries[] = {
    {.name = "finance-choose", .activate = on_choose, .parameter_type = "(uu)"},
    {.name = "finance-open", .activate = on_open, .parameter_type = "(suu)"},
    {.name = "finance-put", .activate = on_put, .parameter_type = "(suus)"},
    {.name = "finance-pledge", .activate = on_pledge, .parameter_type = "(suus)"},
};

void
gp_finance_page_add_actions (GpFinancePage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (G_IS_ACTION_MAP (root))
    g_action_map_add_action_entries (G_ACTION_MAP (root), entries, G_N_ELEMENTS (entries), self);
}

void
gp_finance_page_remove_actions (GpFinancePage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  for (guint i = 0; G_IS_ACTION_MAP (root) && i < G_N_ELEMENTS (entries); i++)
    g_action_map_remove_action (G_ACTION_MAP (root), entries[i].name);
}
