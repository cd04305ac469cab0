/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The project, page and scenario that were open last: kept in the settings, never in the project.
 */
#include "gp-document-early.h"
#include "gp-window-private.h"

void
gp_window_keep_session (GpWindow *self)
{
  guint32 scenario;

  if (self->settings == NULL)
    return;
  g_settings_set_value (self->settings, "last-project",
                        g_variant_new_bytestring (
                            self->document != NULL ? gp_document_get_path (self->document) : ""));
  if (self->document == NULL)
    return;
  scenario = gp_document_get_scenario (self->document);
  g_settings_set_string (self->settings, "last-page",
                         gtk_stack_get_visible_child_name (self->pages));
  g_settings_set_string (self->settings, "last-scenario",
                         scenario != GP_NONE
                             ? gp_document_get_project (self->document)->scenarios[scenario].code
                             : "");
}

char *
gp_window_last_project (GSettings *settings)
{
  g_autoptr (GVariant) path = NULL;

  if (settings == NULL || !g_settings_get_boolean (settings, "reopen"))
    return NULL;
  path = g_settings_get_value (settings, "last-project");
  return *g_variant_get_bytestring (path) != '\0' ? g_strdup (g_variant_get_bytestring (path))
                                                  : NULL;
}

void
gp_window_reopen (GpWindow *self)
{
  g_autofree char *path = gp_window_last_project (self->settings);
  g_autoptr (GpDocument) document = NULL;
  g_autofree char *page = NULL, *scenario = NULL;

  if (path == NULL)
    return;
  document = gp_document_early_open (path, NULL);
  if (document == NULL) /* moved, or on a disk that is not there: the welcome page is not wrong */
    return;
  page = g_settings_get_string (self->settings, "last-page");
  scenario = g_settings_get_string (self->settings, "last-scenario");
  gp_window_take_document (self, document);
  gp_document_set_scenario (document, scenario);
  gp_window_show_page (self, page);
}
