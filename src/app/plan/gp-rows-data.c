/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of the preview of a register import. */
#include "gp-rows.h"

#include <glib/gi18n-lib.h>
#include <groeiplan/gp-format.h>

static const GpTableColumn change_columns[] = {
    {N_ ("Change"), FALSE, FALSE, 10}, {N_ ("Kind"), FALSE, FALSE, 8},
    {N_ ("Code"), FALSE, FALSE, 9},    {N_ ("Name"), FALSE, TRUE, 26},
    {N_ ("Before"), FALSE, TRUE, 16},  {N_ ("After"), FALSE, TRUE, 16},
};

const GpTableKind gp_change_kind = {N_ ("All changes"), change_columns,
                                    G_N_ELEMENTS (change_columns), -1, NULL};

const char *
gp_change_title (GpChangeKind kind)
{
  static const char *const titles[GP_N_CHANGES] = {
      [GP_CHANGE_NEW] = N_ ("New"),         [GP_CHANGE_MOVED] = N_ ("Moved"),
      [GP_CHANGE_RENAMED] = N_ ("Renamed"), [GP_CHANGE_PUPILS] = N_ ("Pupils"),
      [GP_CHANGE_CLOSED] = N_ ("Closed"),
  };

  return (guint)kind < GP_N_CHANGES ? _ (titles[kind]) : "";
}

static GpRow *
change_row (const GpRegisterChange *change)
{
  GpRow *row = gp_row_new (G_N_ELEMENTS (change_columns));

  gp_row_set_text (row, 0, gp_change_title (change->kind));
  gp_row_set_text (row, 1, change->table == GP_TABLE_BOARDS ? _ ("board") : _ ("school"));
  gp_row_set_text (row, 2, change->code);
  gp_row_set_text (row, 3, change->name);
  gp_row_set_text (row, 4, change->before);
  gp_row_set_text (row, 5, change->after);
  return row;
}

GListModel *
gp_change_rows (guint kind, const GpRegisterPreview *preview)
{
  GListStore *store = g_list_store_new (GP_TYPE_ROW);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < gp_register_preview_n_changes (preview); i++) {
    const GpRegisterChange *change = gp_register_preview_change (preview, i);

    if (kind == 0 || change->kind == (GpChangeKind)(kind - 1))
      g_ptr_array_add (rows, change_row (change));
  }
  g_list_store_splice (store, 0, 0, rows->pdata, rows->len);
  return G_LIST_MODEL (store);
}
