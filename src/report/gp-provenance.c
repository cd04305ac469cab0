/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where data rows come from, in words of a report's language. */
#include "gp-provenance.h"

#include <string.h>

#define BOTH " / "
#define REPORT "report-"

/* "(fact:staff)" points into a table that a reader does not have. */
static void
drop_pointers (char *note)
{
  for (char *from = note; (from = strstr (from, " (fact:")) != NULL;) {
    char *to = strchr (from, ')');
    if (to == NULL)
      return;
    memmove (from, to + 1, strlen (to + 1) + 1);
  }
}

/* Notes of the starter data are in both languages, "Dutch / English": the report's own. */
static char *
own_note (const char *note, GpLanguage language)
{
  const char *mark = strstr (note, BOTH);
  char *own;

  if (mark == NULL || strstr (mark + 1, BOTH) != NULL)
    own = g_strdup (note);
  else if (language == GP_LANGUAGE_DUTCH)
    own = g_strndup (note, (gsize)(mark - note));
  else
    own = g_strdup (mark + strlen (BOTH));
  drop_pointers (own);
  return own;
}

/* "assumption" and "typed" stand alone or before a blank and more. */
static const char *
after_word (const char *source, const char *word)
{
  gsize length = strlen (word);

  if (strncmp (source, word, length) != 0 || (source[length] != '\0' && source[length] != ' '))
    return NULL;
  return source + length + (source[length] == ' ');
}

/* "report-2024-2025" is what the data call the report of that school year; what follows it stays.
 */
static char *
report_name (const char *source, GpLanguage language)
{
  const char *year = source + strlen (REPORT);

  if (!g_str_has_prefix (source, REPORT) || !g_ascii_isdigit (*year))
    return g_strdup (source);
  return gp_text_fill (language, GP_TEXT_SOURCE_ANNUAL, year, NULL);
}

static char *
fact_text (const GpFact *fact, GpLanguage language)
{
  if (g_str_equal (fact->source, "assumption"))
    return g_strdup (gp_text (language, GP_TEXT_SOURCE_ASSUMPTION));
  if (*fact->section == '\0')
    return g_strdup (*fact->source != '\0' ? fact->source
                                           : gp_text (language, GP_TEXT_SOURCE_UNSAID));
  /* "3.1 project 2" is a section's number, "annex 4" says itself what it is */
  g_autofree char *report = report_name (fact->source, language);
  if (!g_ascii_isdigit (fact->section[0]))
    return g_strdup_printf ("%s, %s", report, fact->section);
  return gp_text_fill (language, GP_TEXT_SOURCE_REPORT, report, fact->section, NULL);
}

/* Several facts of one name: reports that disagree, or years. */
static char *
facts_text (const GpProject *project, const char *name, GpLanguage language)
{
  GString *out = g_string_new (NULL);

  for (guint32 i = 0; i < project->n_facts && out->len < 1000; i++)
    if (g_str_equal (project->facts[i].fact, name)) {
      g_autofree char *text = fact_text (&project->facts[i], language);
      if (strstr (out->str, text) == NULL)
        g_string_append_printf (out, "%s%s", out->len > 0 ? "; " : "", text);
    }
  if (out->len == 0)
    g_string_append (out, gp_text (language, GP_TEXT_SOURCE_UNSAID));
  return g_string_free (out, FALSE);
}

static char *
source_text (const GpProject *project, const char *source, GpLanguage language)
{
  const char *rest;

  if (*source == '\0')
    return g_strdup (gp_text (language, GP_TEXT_SOURCE_UNSAID));
  if (g_str_equal (source, GP_PROVENANCE_HELD))
    return g_strdup (gp_text (language, GP_TEXT_SOURCE_HELD));
  if ((rest = after_word (source, "assumption")) != NULL)
    return g_strconcat (gp_text (language, GP_TEXT_SOURCE_ASSUMPTION), *rest != '\0' ? " " : "",
                        rest, NULL);
  if ((rest = after_word (source, "typed")) != NULL)
    return *rest == '\0' ? g_strdup (gp_text (language, GP_TEXT_SOURCE_TYPED))
                         : gp_text_fill (language, GP_TEXT_SOURCE_TYPED_ON, rest, NULL);
  if (g_str_has_prefix (source, "fact:"))
    return facts_text (project, source + strlen ("fact:"), language);
  if (g_str_has_prefix (source, "register:"))
    return gp_text_fill (language, GP_TEXT_SOURCE_REGISTER, source + strlen ("register:"), NULL);
  return report_name (source, language);
}

/* A note of the starter data begins with the kind of source itself. */
static char *
with_note (const char *text, const char *note)
{
  if (*note == '\0')
    return g_strdup (text);
  g_autofree char *low = g_utf8_strdown (note, -1);
  g_autofree char *kind = g_utf8_strdown (text, -1);
  return g_str_has_prefix (low, kind) ? g_strdup (note) : g_strdup_printf ("%s: %s", text, note);
}

char *
gp_provenance_of_row (const GpProject *project, GpTableId table, guint32 row, const char *source,
                      const char *note, GpLanguage language)
{
  g_autofree char *own = own_note (note, language);
  g_autofree char *text = source_text (project, source, language);
  g_autofree char *both = with_note (text, own);

  if (row == GP_NONE)
    return g_steal_pointer (&both);
  g_autofree char *number = g_strdup_printf ("%u", row + 1);
  g_autofree char *place =
      gp_text_fill (language, GP_TEXT_SOURCE_ROW, gp_table (table)->file, number, NULL);
  return g_strdup_printf ("%s (%s)", both, place);
}

char *
gp_provenance_of_parameter (const GpProject *project, guint32 row, gboolean with_row,
                            GpLanguage language)
{
  if (row == GP_NONE)
    return g_strdup (gp_text (language, GP_TEXT_SOURCE_DEFAULT));
  const GpParameterValue *value = &project->parameters[row];
  return gp_provenance_of_row (project, GP_TABLE_PARAMETERS, with_row ? row : GP_NONE,
                               value->source, with_row ? value->note : "", language);
}

char *
gp_provenance_of_fact (const GpProject *project, guint32 row, gboolean with_row,
                       GpLanguage language)
{
  const GpFact *fact = &project->facts[row];
  g_autofree char *text = fact_text (fact, language);

  return gp_provenance_of_row (project, GP_TABLE_FACTS, with_row ? row : GP_NONE, text,
                               with_row ? fact->note : "", language);
}
