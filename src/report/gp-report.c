/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reports, and the forms and files that they are written in. */
#include "gp-report-private.h"

#include "gp-director.h"
#include "gp-pack.h"
#include "gp-text.h"
#include "gp-workbook.h"

static const char *const kinds[GP_N_REPORT_KINDS] = {"board", "director", "finance"};

const char *
gp_report_kind_name (GpReportKind kind)
{
  g_return_val_if_fail ((guint)kind < GP_N_REPORT_KINDS, "");
  return kinds[kind];
}

gboolean
gp_report_kind_parse (const char *text, GpReportKind *out)
{
  for (guint i = 0; i < GP_N_REPORT_KINDS; i++)
    if (g_strcmp0 (text, kinds[i]) == 0) {
      *out = (GpReportKind)i;
      return TRUE;
    }
  return FALSE;
}

GpReportFormats
gp_report_kind_formats (GpReportKind kind)
{
  switch (kind) {
  case GP_REPORT_DIRECTOR:
    return (GpReportFormats)(GP_REPORT_PDF | GP_REPORT_HTML);
  case GP_REPORT_FINANCE:
    return (GpReportFormats)(GP_REPORT_XLSX | GP_REPORT_CSV);
  case GP_REPORT_BOARD:
  case GP_N_REPORT_KINDS:
  default:
    return (GpReportFormats)(GP_REPORT_PDF | GP_REPORT_XLSX | GP_REPORT_CSV);
  }
}

GpReport *
gp_report_new (GpReportKind kind, GpDoc *doc)
{
  if (doc == NULL)
    return NULL;
  GpReport *report = g_new0 (GpReport, 1);
  report->kind = kind;
  report->doc = doc;
  return report;
}

void
gp_report_free (GpReport *report)
{
  if (report == NULL)
    return;
  g_clear_pointer (&report->pages, gp_pages_free);
  gp_doc_free (report->doc);
  g_free (report);
}

/* Names are cut so that every system takes them, also with an ending and a folder before them. */
GPtrArray *
gp_report_board_stems (const GpProject *project, GpLanguage language)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *stems = g_ptr_array_new_with_free_func (g_free);

  for (guint32 i = 0; i < project->n_boards; i++) {
    g_autofree char *code = gp_files_safe (project->boards[i].code, GP_CODE_MAX);
    g_autofree char *name = gp_files_safe (project->boards[i].name, 48);
    char *stem = g_strdup_printf ("%s-%s-%s", gp_text (language, GP_TEXT_PACK_STEM), code, name);
    char *key = g_ascii_strdown (stem, -1);
    if (g_hash_table_contains (seen, key)) {
      char *other = g_strdup_printf ("%s-no%u", stem, i + 1);
      g_free (stem);
      g_free (key);
      stem = other;
      key = g_ascii_strdown (stem, -1);
    }
    g_hash_table_add (seen, key);
    g_ptr_array_add (stems, stem);
  }
  return stems;
}

GpReport *
gp_report_board_new (const GpReportInput *input, guint32 board, GpLanguage language, GError **error)
{
  g_autoptr (GPtrArray) stems = gp_report_board_stems (input->project, language);

  g_return_val_if_fail (board < stems->len, NULL);
  return gp_report_new (GP_REPORT_BOARD, gp_pack_new (input, board, language,
                                                      g_ptr_array_index (stems, board), error));
}

GpReport *
gp_report_director_new (const GpReportInput *input, GpLanguage language, GError **error)
{
  g_return_val_if_fail (input->scenario < input->project->n_scenarios, NULL);
  return gp_report_new (GP_REPORT_DIRECTOR, gp_director_new (input, language, error));
}

GpReport *
gp_report_finance_new (const GpReportInput *input, GpLanguage language, GError **error)
{
  (void)error;
  g_return_val_if_fail (input->scenario < input->project->n_scenarios, NULL);
  return gp_report_new (GP_REPORT_FINANCE, gp_workbook_new (input, language));
}

const char *
gp_report_title (const GpReport *report)
{
  return report->doc->title;
}

const char *
gp_report_stem (const GpReport *report)
{
  return report->doc->stem;
}

static GpPages *
pages_of (GpReport *report)
{
  if (report->pages == NULL)
    report->pages = gp_pages_new (report->doc);
  return report->pages;
}

guint
gp_report_n_pages (GpReport *report)
{
  return pages_of (report)->pages->len;
}

void
gp_report_page_size (double *width, double *height)
{
  *width = GP_PAGE_WIDTH;
  *height = GP_PAGE_HEIGHT;
}

void
gp_report_draw_page (GpReport *report, guint page, cairo_t *cr)
{
  gp_pages_draw (pages_of (report), page, cr);
}

GBytes *
gp_report_pdf (GpReport *report, GError **error)
{
  return gp_pdf_new (pages_of (report), error);
}

GBytes *
gp_report_html (GpReport *report)
{
  return gp_html_new (report->doc);
}

static gboolean
stage_bytes (GpStaging *staging, const char *name, GBytes *bytes, GError **error)
{
  gboolean fine = gp_staging_write (staging, name, bytes, error);

  g_bytes_unref (bytes);
  return fine;
}

/* "stem.pdf", or "stem/stem.pdf". */
static char *
file_name (const GpDoc *doc, const char *ending)
{
  return g_strconcat (doc->own_folder ? doc->stem : "", doc->own_folder ? "/" : "", doc->stem,
                      ending, NULL);
}

static gboolean
stage_csv (const GpDoc *doc, GpStaging *staging, GError **error)
{
  g_autoptr (GPtrArray) grids = gp_doc_grids (doc);
  g_autofree char *about = file_name (doc, ".about.csv");
  gboolean fine = stage_bytes (staging, about, gp_csv_stamps (doc), error);

  for (guint i = 0; i < grids->len && fine; i++) {
    const GpGrid *grid = g_ptr_array_index (grids, i);
    g_autofree char *ending = g_strdup_printf (".%s.csv", grid->name);
    g_autofree char *name = file_name (doc, ending);
    fine = stage_bytes (staging, name, gp_csv_new (grid, doc->language), error);
  }
  return fine;
}

/* Takes the bytes over; NULL when they could not be made. */
static gboolean
stage_form (const GpDoc *doc, GpStaging *staging, const char *ending, GBytes *bytes, GError **error)
{
  g_autofree char *name = file_name (doc, ending);

  return bytes != NULL && stage_bytes (staging, name, bytes, error);
}

gboolean
gp_doc_stage (const GpDoc *doc, GpPages *pages, GpReportFormats formats, GpStaging *staging,
              GError **error)
{
  if ((formats & GP_REPORT_PDF) != 0 &&
      !stage_form (doc, staging, ".pdf", gp_pdf_new (pages, error), error))
    return FALSE;
  if ((formats & GP_REPORT_XLSX) != 0 &&
      !stage_form (doc, staging, ".xlsx", gp_xlsx_new (doc, error), error))
    return FALSE;
  if ((formats & GP_REPORT_CSV) != 0 && !stage_csv (doc, staging, error))
    return FALSE;
  return (formats & GP_REPORT_HTML) == 0 ||
         stage_form (doc, staging, ".html", gp_html_new (doc), error);
}

gboolean
gp_report_write (GpReport *report, GpReportFormats formats, const char *folder, GPtrArray **files,
                 GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GpStaging) staging = gp_staging_new (folder, error);

  if (staging == NULL ||
      !gp_doc_stage (report->doc, (formats & GP_REPORT_PDF) != 0 ? pages_of (report) : NULL,
                     formats, staging, error) ||
      !gp_staging_finish (staging, names, error))
    return FALSE;
  if (files != NULL)
    *files = g_steal_pointer (&names);
  return TRUE;
}
