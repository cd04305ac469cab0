/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gp-row.h"

#include <string.h>

typedef struct {
  char *text;
  double number;
} Cell;

struct _GpRow {
  GObject parent;
  guint n_cells;
  Cell *cells;
  char *folded; /* all texts, folded, for searching; made at the first search */
};

G_DEFINE_FINAL_TYPE (GpRow, gp_row, G_TYPE_OBJECT)

static void
gp_row_finalize (GObject *object)
{
  GpRow *self = GP_ROW (object);

  for (guint i = 0; i < self->n_cells; i++)
    g_free (self->cells[i].text);
  g_free (self->cells);
  g_free (self->folded);
  G_OBJECT_CLASS (gp_row_parent_class)->finalize (object);
}

static void
gp_row_class_init (GpRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gp_row_finalize;
}

static void
gp_row_init (GpRow *self)
{
  (void)self;
}

GpRow *
gp_row_new (guint n_cells)
{
  GpRow *self = g_object_new (GP_TYPE_ROW, NULL);

  self->n_cells = n_cells;
  self->cells = g_new0 (Cell, n_cells);
  return self;
}

void
gp_row_take_number (GpRow *self, guint cell, double number, char *text)
{
  g_return_if_fail (GP_IS_ROW (self) && cell < self->n_cells);

  g_free (self->cells[cell].text);
  self->cells[cell].text = text;
  self->cells[cell].number = number;
}

void
gp_row_set_text (GpRow *self, guint cell, const char *text)
{
  gp_row_take_number (self, cell, 0, g_strdup (text));
}

const char *
gp_row_get_text (GpRow *self, guint cell)
{
  g_return_val_if_fail (GP_IS_ROW (self) && cell < self->n_cells, "");
  return self->cells[cell].text != NULL ? self->cells[cell].text : "";
}

double
gp_row_get_number (GpRow *self, guint cell)
{
  g_return_val_if_fail (GP_IS_ROW (self) && cell < self->n_cells, 0);
  return self->cells[cell].number;
}

static const char *
folded_of (GpRow *self)
{
  if (self->folded == NULL) {
    g_autoptr (GString) all = g_string_new (NULL);

    for (guint i = 0; i < self->n_cells; i++)
      g_string_append_printf (all, "%s\n", gp_row_get_text (self, i));
    self->folded = g_utf8_casefold (all->str, -1);
  }
  return self->folded;
}

gboolean
gp_row_matches (GpRow *self, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded_of (self), words[i]) == NULL)
      return FALSE;
  return TRUE;
}

char **
gp_row_fold_words (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_auto (GStrv) parts = g_strsplit_set (folded, " \t\n", -1);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_strv_builder_add (words, parts[i]);
  return g_strv_builder_end (words);
}
