/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The language of the Exports page: one for all reports, or a board's own, which is remembered. */
#include "gp-exports-page-private.h"

/* Of the board whose pack is shown; FALSE: it has none of its own. */
gboolean
gp_exports_page_own_language (GpExportsPage *self, GpLanguage *out)
{
  guint board = gtk_drop_down_get_selected (self->board);

  return self->languages != NULL && self->listed != NULL && board < self->listed->n_boards &&
         gp_exports_languages_get (self->languages, self->listed->boards[board].code, out);
}

static GpLanguage
selected_language (GpExportsPage *self)
{
  return gtk_drop_down_get_selected (self->language) == 0 ? GP_LANGUAGE_DUTCH : GP_LANGUAGE_ENGLISH;
}

static gboolean
is_of_one_board (GpExportsPage *self)
{
  return gtk_drop_down_get_selected (self->kind) == GP_EXPORT_BOARD;
}

/* Another report or board was chosen, or other data are shown. */
void
gp_exports_page_show_language (GpExportsPage *self)
{
  GpLanguage language = self->general;
  gboolean one = is_of_one_board (self);
  gboolean own = one && gp_exports_page_own_language (self, &language);
  gboolean filling = self->filling;

  self->filling = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self->own), one && self->languages != NULL);
  gtk_check_button_set_active (self->own, own);
  gtk_drop_down_set_selected (self->language, language == GP_LANGUAGE_DUTCH ? 0 : 1);
  self->filling = filling;
}

/* The code of the one board that is chosen, or NULL. */
static const char *
one_board (GpExportsPage *self)
{
  guint board = gtk_drop_down_get_selected (self->board);

  return is_of_one_board (self) && self->languages != NULL && self->listed != NULL &&
                 board < self->listed->n_boards
             ? self->listed->boards[board].code
             : NULL;
}

/* The language was chosen: that of the board, or the one for all others. */
void
gp_exports_page_take_language (GpExportsPage *self)
{
  const char *board = one_board (self);

  if (board != NULL && gtk_check_button_get_active (self->own))
    gp_exports_languages_set (self->languages, board, selected_language (self));
  else
    self->general = selected_language (self);
}

/* Whether the board has a language of its own was chosen. */
void
gp_exports_page_take_own (GpExportsPage *self)
{
  const char *board = one_board (self);

  if (board == NULL)
    return;
  if (gtk_check_button_get_active (self->own))
    gp_exports_languages_set (self->languages, board, selected_language (self));
  else
    gp_exports_languages_unset (self->languages, board);
}

/* Another file may have been opened. */
void
gp_exports_page_read_languages (GpExportsPage *self, const char *path)
{
  if (self->languages != NULL && g_strcmp0 (gp_exports_languages_path (self->languages), path) == 0)
    return;
  g_clear_pointer (&self->languages, gp_exports_languages_free);
  if (path != NULL)
    self->languages = gp_exports_languages_new (self->settings, path);
}
