/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Printing the page in front, with a heading that says what it is and of when. */
#include "gp-print.h"
#include "gp-window-private.h"

#include <glib/gi18n-lib.h>
#include <groeiplan/gp-format.h>

void
gp_window_print (GpWindow *self, const char *path)
{
  const GpProject *project = gp_document_get_project (self->document);
  guint32 scenario = gp_document_get_scenario (self->document);
  g_autofree char *when =
      gp_format_time (g_get_real_time () / G_USEC_PER_SEC, TRUE, gp_language_current ());
  g_autofree char *as_of = g_strdup_printf (
      _ ("As of %s, scenario %s%s"), when,
      scenario != GP_NONE ? project->scenarios[scenario].name : "–",
      gp_document_plan_is_stale (self->document) ? _ ("; the data changed since this plan") : "");
  g_autofree char *heading =
      g_strdup_printf ("%s – %s", adw_window_title_get_title (self->title), project->name);
  GpPage *page = gp_window_get_page (self);

  if (page != NULL)
    gp_print_page (GTK_WINDOW (self), page, heading, as_of, path);
}
