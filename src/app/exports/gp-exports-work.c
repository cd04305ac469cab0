/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-exports-work.h. Threads: everything in a GpExports was taken or made before anybody else
 * has it, and never changes after. */
#include "gp-exports-work.h"

#include "gp-exports-results.h"

#include <glib/gi18n-lib.h>
#include <groeiplan/gp-audit.h>
#include <groeiplan/gp-planner.h>
#include <groeiplan/gp-store.h>

static void
exports_clear (gpointer data)
{
  GpExports *exports = data;

  g_clear_pointer (&exports->coaching, gp_coaching_unref);
  g_clear_pointer (&exports->published, gp_plan_unref);
  g_clear_pointer (&exports->plan, gp_plan_unref);
  g_clear_pointer (&exports->others, g_array_unref);
  g_clear_pointer (&exports->repairs, g_array_unref);
  g_clear_pointer (&exports->kept, g_array_unref);
  g_clear_pointer (&exports->fan, g_array_unref);
  g_clear_pointer (&exports->plans, g_ptr_array_unref);
  g_clear_pointer (&exports->project, gp_project_unref);
  g_free (exports->path);
}

GpExports *
gp_exports_ref (GpExports *exports)
{
  return g_atomic_rc_box_acquire (exports);
}

void
gp_exports_unref (GpExports *exports)
{
  g_atomic_rc_box_release_full (exports, exports_clear);
}

/* ---- gathering ------------------------------------------------------------------------------ */

static void
take_others (GpExports *exports, GpDocument *document)
{
  exports->plans = g_ptr_array_new_with_free_func ((GDestroyNotify)gp_plan_unref);
  exports->others = g_array_new (FALSE, FALSE, sizeof (GpReportOther));
  for (guint32 s = 0; s < exports->project->n_scenarios; s++) {
    const GpPlan *plan =
        s != exports->input.scenario ? gp_document_get_plan_of (document, s) : NULL;
    if (plan == NULL)
      continue;
    GpReportOther other = {s, plan};
    g_ptr_array_add (exports->plans, gp_plan_ref ((GpPlan *)plan));
    g_array_append_val (exports->others, other);
  }
  exports->input.others = (const GpReportOther *)(gpointer)exports->others->data;
  exports->input.n_others = exports->others->len;
}

static GpExports *
exports_new (GpDocument *document)
{
  GpExports *exports = g_atomic_rc_box_new0 (GpExports);
  const GpPlan *published = gp_document_get_published (document, &exports->input.published_when);

  exports->project = gp_project_ref ((GpProject *)gp_document_get_project (document));
  exports->plan = gp_plan_ref ((GpPlan *)gp_document_get_plan (document));
  exports->published = published != NULL ? gp_plan_ref ((GpPlan *)published) : NULL;
  exports->path = g_strdup (gp_document_get_path (document));
  exports->input.scenario = gp_document_get_scenario (document);
  exports->input.project = exports->project;
  exports->input.plan = exports->plan;
  exports->input.published = exports->published;
  exports->input.data_version = gp_document_get_data_version (document);
  take_others (exports, document);
  gp_exports_take_results (exports, document);
  return exports;
}

/* When the plan was stored; today where that cannot be read. The document shows plans without their
 * proofs: the stored plan has them. */
static gboolean
read_stored (GpExports *exports, GError **error)
{
  gboolean needs = exports->plan->without_proofs;
  g_autoptr (GError) unreadable = NULL;
  g_autoptr (GpStore) store = gp_store_open (exports->path, GP_STORE_READ_ONLY, &unreadable);
  gint64 when = store != NULL ? gp_store_get_plan_time (store, exports->plan->scenario) : 0;
  GpPlan *proven = NULL;

  exports->input.as_of = exports->input.planned_when =
      when > 0 ? when : g_get_real_time () / G_USEC_PER_SEC;
  if (!needs)
    return TRUE;
  if (store != NULL)
    proven = gp_store_get_plan (store, exports->plan->scenario, &unreadable);
  if (unreadable != NULL) {
    g_propagate_error (error, g_steal_pointer (&unreadable));
    return FALSE;
  }
  if (proven == NULL || proven->data_version != exports->plan->data_version) {
    /* another file took the place of the one that is open */
    g_clear_pointer (&proven, gp_plan_unref);
    g_set_error_literal (error, GP_ERROR, GP_ERROR_DATA,
                         _ ("There is no plan of the data as they are now; plan first."));
    return FALSE;
  }
  gp_plan_unref (exports->plan);
  exports->plan = proven;
  exports->input.plan = proven;
  return TRUE;
}

static gpointer
gather (gpointer data, GpJob *job, GError **error)
{
  GpExports *exports = data;
  g_autoptr (GError) no_coaching = NULL;

  if (!read_stored (exports, error))
    return NULL;
  exports->coaching = exports->plan->has_whole
                          ? gp_planner_coaching (exports->project, exports->plan, &no_coaching)
                          : NULL;
  exports->input.coaching = exports->coaching;
  g_autoptr (GpAudit) audit = gp_audit_plan_against (
      exports->project, exports->plan, exports->published, gp_job_get_cancellable (job), error);
  if (audit == NULL)
    return NULL;
  exports->input.audit = audit->passed ? GP_REPORT_AUDIT_PASSED : GP_REPORT_AUDIT_FAILED;
  return gp_exports_ref (exports);
}

static void
free_exports (gpointer exports)
{
  gp_exports_unref (exports);
}

GpJob *
gp_exports_gather (GtkWidget *owner, GpDocument *document, GpWorkDone done)
{
  g_return_val_if_fail (gp_document_get_plan (document) != NULL, NULL);
  return gp_work_start (owner, _ ("Preparing the exports"), gather, exports_new (document),
                        free_exports, free_exports, done);
}

/* ---- writing -------------------------------------------------------------------------------- */

GpReportFormats
gp_export_formats (GpExportKind kind)
{
  return gp_report_kind_formats (kind == GP_EXPORT_DIRECTOR  ? GP_REPORT_DIRECTOR
                                 : kind == GP_EXPORT_FINANCE ? GP_REPORT_FINANCE
                                                             : GP_REPORT_BOARD);
}

GpReport *
gp_exports_report (GpExports *exports, const GpExportChoice *choice, GError **error)
{
  if (choice->kind == GP_EXPORT_DIRECTOR)
    return gp_report_director_new (&exports->input, choice->language, error);
  if (choice->kind == GP_EXPORT_FINANCE)
    return gp_report_finance_new (&exports->input, choice->language, error);
  if (choice->board >= exports->project->n_boards) {
    g_set_error_literal (error, GP_ERROR, GP_ERROR_DATA,
                         _ ("There are no boards yet: import a register first."));
    return NULL;
  }
  return gp_report_board_new (&exports->input, choice->board, choice->language, error);
}

typedef struct {
  GpExports *exports;
  GpExportChoice choice;
  char *folder;
} Writing;

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  gp_exports_unref (writing->exports);
  g_strfreev (writing->choice.others);
  g_free (writing->folder);
  g_free (writing);
}

void
gp_exports_written_free (GpExportsWritten *written)
{
  g_free (written->sentence);
  g_free (written->folder);
  g_free (written);
}

static void
free_written (gpointer written)
{
  gp_exports_written_free (written);
}

/* The sentence, a new string, or NULL with an error. */
static char *
write_all (Writing *writing, const char *name, GpJob *job, GError **error)
{
  GpReportAllOptions options = {.formats = writing->choice.formats,
                                .language = writing->choice.language,
                                .other_language = (const char *const *)writing->choice.others,
                                .progress = gp_job_progress,
                                .progress_data = job};
  guint n;

  if (!gp_report_write_all (&writing->exports->input, &options, writing->folder, &n,
                            gp_job_get_cancellable (job), error))
    return NULL;
  g_autofree char *count = gp_format_integer (n, gp_numbers_current ());
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Wrote the pack of %s board to %s.",
                                       "Wrote the packs of %s boards to %s.", n),
                          count, name);
}

static char *
write_one (Writing *writing, const char *name, GError **error)
{
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GpReport) report = gp_exports_report (writing->exports, &writing->choice, error);

  if (report == NULL ||
      !gp_report_write (report, writing->choice.formats, writing->folder, &files, error))
    return NULL;
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Wrote %u file to %s.", "Wrote %u files to %s.", files->len),
      files->len, name);
}

static gpointer
write_reports (gpointer data, GpJob *job, GError **error)
{
  Writing *writing = data;
  g_autofree char *name = g_filename_display_basename (writing->folder);
  char *sentence = writing->choice.kind == GP_EXPORT_ALL_BOARDS
                       ? write_all (writing, name, job, error)
                       : write_one (writing, name, error);
  GpExportsWritten *written;

  if (sentence == NULL)
    return NULL;
  written = g_new0 (GpExportsWritten, 1);
  *written = (GpExportsWritten){sentence, g_strdup (writing->folder)};
  return written;
}

GpJob *
gp_exports_write (GtkWidget *owner, GpExports *exports, const GpExportChoice *choice,
                  const char *folder, GpWorkDone done)
{
  Writing *writing = g_new0 (Writing, 1);

  writing->exports = gp_exports_ref (exports);
  writing->choice = *choice;
  writing->choice.others = g_strdupv (choice->others);
  writing->folder = g_strdup (folder);
  return gp_work_start (owner, _ ("Writing exports"), write_reports, writing, writing_free,
                        free_written, done);
}
