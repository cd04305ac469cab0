/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The stamps of a report. */
#include "gp-stamps.h"

#include "gp-text.h"

static gboolean
is_stale (const GpReportInput *input)
{
  return input->plan != NULL && input->data_version != input->plan->data_version;
}

/* A plan that is older than the data rarely passes against them: that says nothing of the plan. */
static GpTextId
audit_text (const GpReportInput *input)
{
  if (input->audit == GP_REPORT_AUDIT_FAILED)
    return is_stale (input) ? GP_TEXT_AUDIT_STALE : GP_TEXT_AUDIT_FAILED;
  return input->audit == GP_REPORT_AUDIT_PASSED ? GP_TEXT_AUDIT_PASSED : GP_TEXT_AUDIT_NONE;
}

/* What must not be overlooked stands at the top, not only among the stamps. */
static char *
warning (const GpReportInput *input, GpLanguage language)
{
  g_autofree char *planned =
      gp_text_date (language, input->planned_when > 0 ? input->planned_when : input->as_of);

  if (is_stale (input))
    return gp_text_fill (language, GP_TEXT_STALE, planned, NULL);
  if (input->audit == GP_REPORT_AUDIT_FAILED)
    return g_strconcat (gp_text (language, GP_TEXT_AUDIT), ": ",
                        gp_text (language, GP_TEXT_AUDIT_FAILED), ".", NULL);
  return NULL;
}

void
gp_stamps_add (GpDoc *doc, const GpReportInput *input, const char *scenario)
{
  GpLanguage language = doc->language;

  gp_doc_stamp (doc, gp_text (language, GP_TEXT_AS_OF), gp_text_date (language, input->as_of));
  gp_doc_stamp (doc, gp_text (language, GP_TEXT_SCENARIO), g_strdup (scenario));
  gp_doc_stamp (doc, gp_text (language, GP_TEXT_AUDIT),
                g_strdup (gp_text (language, audit_text (input))));
  gp_doc_stamp (doc, gp_text (language, GP_TEXT_DATA),
                g_strdup (gp_text (language, is_stale (input) ? GP_TEXT_DATA_CHANGED
                                                              : GP_TEXT_DATA_CURRENT)));
  gp_doc_stamp (doc, gp_text (language, GP_TEXT_PUBLISHED_ON),
                input->published != NULL ? gp_text_date (language, input->published_when)
                                         : g_strdup (gp_text (language, GP_TEXT_PUBLISHED_NONE)));
  doc->warning = warning (input, language);
}
