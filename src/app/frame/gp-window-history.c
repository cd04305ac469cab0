/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo, redo and going back in the history: at once where that takes no time, else as work on the
 * file that the header shows. */
#include "gp-store-work.h"
#include "gp-window-private.h"

#include <glib/gi18n-lib.h>

static void
tell_undone (GtkWidget *window, gpointer label)
{
  g_autofree char *text = g_strdup_printf (_ ("Undone: %s"), (const char *)label);

  gp_window_toast (GP_WINDOW (window), text, _ ("_Redo"), "win.redo");
}

static void
tell_redone (GtkWidget *window, gpointer label)
{
  g_autofree char *text = g_strdup_printf (_ ("Done again: %s"), (const char *)label);

  gp_window_toast (GP_WINDOW (window), text, NULL, NULL);
}

static gboolean
undo_in_worker (GpStore *store, gpointer label, GpJob *job, GError **error)
{
  (void)label, (void)job;
  return gp_store_undo (store, error);
}

static gboolean
redo_in_worker (GpStore *store, gpointer label, GpJob *job, GError **error)
{
  (void)label, (void)job;
  return gp_store_redo (store, error);
}

void
gp_window_on_undo (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GpWindow *self = data;
  g_autofree char *label = gp_document_undo_label (self->document);
  g_autoptr (GError) error = NULL;

  (void)action, (void)parameter;
  if (label != NULL && gp_document_undo_is_long (self->document)) {
    const GpStoreWork work = {.title = _ ("Undoing"),
                              .trouble = _ ("This cannot be undone"),
                              .to_the_end = TRUE,
                              .func = undo_in_worker,
                              .done = tell_undone,
                              .free_data = g_free};

    gp_store_work_start (GTK_WIDGET (self), self->document, &work, g_steal_pointer (&label));
  } else if (gp_document_undo (self->document, &error))
    tell_undone (GTK_WIDGET (self), label);
  else
    gp_window_error (self, _ ("This cannot be undone"), error->message);
}

void
gp_window_on_redo (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GpWindow *self = data;
  g_autofree char *label = gp_document_redo_label (self->document);
  g_autoptr (GError) error = NULL;

  (void)action, (void)parameter;
  if (label != NULL && gp_document_redo_is_long (self->document)) {
    const GpStoreWork work = {.title = _ ("Doing again"),
                              .trouble = _ ("This cannot be done again"),
                              .to_the_end = TRUE,
                              .func = redo_in_worker,
                              .done = tell_redone,
                              .free_data = g_free};

    gp_store_work_start (GTK_WIDGET (self), self->document, &work, g_steal_pointer (&label));
  } else if (gp_document_redo (self->document, &error))
    tell_redone (GTK_WIDGET (self), label);
  else
    gp_window_error (self, _ ("This cannot be done again"), error->message);
}

void
gp_window_on_go_back (GSimpleAction *action, GVariant *id, gpointer data)
{
  GpWindow *self = data;
  const GpStoreWork work = {.title = _ ("Going back"),
                            .trouble = _ ("The project stays as it is"),
                            .func = gp_document_go_back,
                            .free_data = g_free};
  GpGoBack *back = g_new0 (GpGoBack, 1);

  (void)action;
  back->id = g_variant_get_int64 (id);
  gp_store_work_start (GTK_WIDGET (self), self->document, &work, back);
}
