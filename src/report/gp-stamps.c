/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The stamps of a report. */
#include "gp-stamps.h"

#include "gp-text.h"

static GpTextId
audit_text (GpReportAudit audit)
{
  return audit == GP_REPORT_AUDIT_PASSED   ? GP_TEXT_AUDIT_PASSED
         : audit == GP_REPORT_AUDIT_FAILED ? GP_TEXT_AUDIT_FAILED
                                           : GP_TEXT_AUDIT_NONE;
}

static gboolean
is_stale (const GpReportInput *input)
{
  return input->plan != NULL && input->data_version > input->plan->data_version;
}

/* What must not be overlooked stands at the top, not only among the stamps. */
static char *
warning (const GpReportInput *input, GpLanguage language)
{
  if (input->audit == GP_REPORT_AUDIT_FAILED)
    return g_strconcat (gp_text (language, GP_TEXT_AUDIT), ": ",
                        gp_text (language, GP_TEXT_AUDIT_FAILED), ".", NULL);
  return is_stale (input) ? g_strdup (gp_text (language, GP_TEXT_STALE)) : NULL;
}

void
gp_stamps_add (GpDoc *doc, const GpReportInput *input, const char *scenario)
{
  GpLanguage language = doc->language;

  gp_doc_stamp (doc, gp_text (language, GP_TEXT_AS_OF), gp_text_date (language, input->as_of));
  gp_doc_stamp (doc, gp_text (language, GP_TEXT_SCENARIO), g_strdup (scenario));
  gp_doc_stamp (doc, gp_text (language, GP_TEXT_AUDIT),
                g_strdup (gp_text (language, audit_text (input->audit))));
  gp_doc_stamp (doc, gp_text (language, GP_TEXT_DATA),
                g_strdup (gp_text (language, is_stale (input) ? GP_TEXT_DATA_CHANGED
                                                              : GP_TEXT_DATA_CURRENT)));
  gp_doc_stamp (doc, gp_text (language, GP_TEXT_PUBLISHED_ON),
                input->published != NULL ? gp_text_date (language, input->published_when)
                                         : g_strdup (gp_text (language, GP_TEXT_PUBLISHED_NONE)));
  doc->warning = warning (input, language);
}
