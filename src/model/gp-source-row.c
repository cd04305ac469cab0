/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sources of what the data give: a row's own word for it, and the row that gives a parameter. */
#include <groeiplan/gp-format.h>
#include <groeiplan/gp-source.h>
#include <groeiplan/gp-table.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#define BOTH " / "

/* Notes of the starter data are in both languages, "Dutch / English": the reader's own. */
static char *
in_language (const char *note)
{
  const char *mark = strstr (note, BOTH);

  if (mark == NULL || strstr (mark + 1, BOTH) != NULL)
    return g_strdup (note);
  if (gp_numbers_current () == GP_LANGUAGE_DUTCH)
    return g_strndup (note, (gsize)(mark - note));
  return g_strdup (mark + strlen (BOTH));
}

static char *
place_of (GpTableId table, guint32 row)
{
  if (table == GP_N_TABLES || row == GP_NONE)
    return NULL;
  return g_strdup_printf ("%s row %u", gp_table (table)->file, row + 1);
}

/* ---- facts -------------------------------------------------------------------------------------
 */

static char *
decimal_text (GpDecimal value, const char *unit)
{
  GpLanguage language = gp_numbers_current ();
  double number = gp_decimal_to_double (value);
  gint64 cents;
  g_autofree char *plain = NULL;

  if (strcmp (unit, "EUR") == 0 && gp_decimal_scaled_floor (value, 2, &cents) && value.scale <= 2)
    return gp_format_money (cents, value.scale > 0, language);
  if (strcmp (unit, "share") == 0 && value.scale <= 6)
    return gp_format_percent (number, value.scale > 2 ? value.scale - 2u : 0, language);
  plain = gp_format_number (number, MIN (value.scale, 6), language);
  return *unit == '\0' ? g_steal_pointer (&plain) : g_strdup_printf ("%s %s", plain, unit);
}

static GpSource *
source_of_fact (const GpProject *project, guint32 row)
{
  const GpFact *fact = &project->facts[row];
  gboolean assumed = strcmp (fact->source, "assumption") == 0;
  g_autofree char *what = *fact->year != '\0' ? g_strdup_printf ("%s, %s", fact->fact, fact->year)
                                              : g_strdup (fact->fact);
  g_autofree char *value = decimal_text (fact->value, fact->unit);
  g_autofree char *note = in_language (fact->note);
  g_autofree char *place = place_of (GP_TABLE_FACTS, row);
  g_autofree char *text = g_strdup_printf ("%s%s%s%s%s", assumed ? _ ("Assumption") : fact->source,
                                           *fact->section != '\0' ? ", " : "", fact->section,
                                           *note != '\0' ? ": " : "", note);

  return gp_source_new (assumed ? GP_SOURCE_ASSUMPTION : GP_SOURCE_REPORT, what, value, text,
                        place);
}

static void
add_facts (const GpProject *project, const char *name, GpSource *source)
{
  for (guint32 i = 0; i < project->n_facts; i++) {
    if (strcmp (project->facts[i].fact, name) == 0)
      gp_source_add (source, source_of_fact (project, i));
  }
}

/* ---- the column source -------------------------------------------------------------------------
 */

static GpSourceKind
kind_of (const char *source, const char **rest)
{
  static const struct {
    const char *word;
    GpSourceKind kind;
  } words[] = {{"assumption", GP_SOURCE_ASSUMPTION},
               {"typed", GP_SOURCE_TYPED},
               {"register:", GP_SOURCE_REGISTER},
               {"fact:", GP_SOURCE_REPORT}};

  *rest = source;
  if (*source == '\0')
    return GP_SOURCE_UNKNOWN;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    gsize length = strlen (words[i].word);
    gboolean whole = words[i].word[length - 1] == ':';

    if (strncmp (source, words[i].word, length) != 0 ||
        (!whole && source[length] != '\0' && source[length] != ' '))
      continue;
    *rest = source + length + (source[length] == ' ');
    return words[i].kind;
  }
  return GP_SOURCE_REPORT;
}

/* What is said of a source beside its kind: a day, a file and row, a report, and the note. */
static char *
text_of (GpSourceKind kind, const char *rest, const char *note)
{
  g_autofree char *own = in_language (note);
  g_autofree char *head = kind == GP_SOURCE_REPORT ? g_strdup (rest)
                          : *rest == '\0'
                              ? g_strdup (gp_source_kind_label (kind))
                              : g_strdup_printf ("%s %s", gp_source_kind_label (kind), rest);

  if (*own == '\0')
    return g_steal_pointer (&head);
  /* a note of the starter data begins with the kind */
  if (g_str_has_prefix (own, gp_source_kind_label (kind)))
    return g_steal_pointer (&own);
  return g_strdup_printf ("%s: %s", head, own);
}

GpSource *
gp_source_from_row (const GpProject *project, GpTableId table, guint32 row, const char *source,
                    const char *note, const char *what, const char *value)
{
  const char *rest;
  GpSourceKind kind;
  GpSource *made;

  g_return_val_if_fail (project != NULL && source != NULL, NULL);
  g_return_val_if_fail ((guint)table <= GP_N_TABLES, NULL);
  kind = kind_of (source, &rest);
  g_autofree char *place = place_of (table, row);
  g_autofree char *text = text_of (kind, rest, note != NULL ? note : "");
  made = gp_source_new (kind, what, value, text, place);
  if (g_str_has_prefix (source, "fact:"))
    add_facts (project, rest, made);
  return made;
}

/* ---- parameters --------------------------------------------------------------------------------
 */

/* "What a school pays for a support year (po)": the help without its full stop. */
static char *
what_of (const GpParamInfo *info, const char *scope)
{
  g_autofree char *help = g_strdup (_ (info->help));

  if (g_str_has_suffix (help, "."))
    help[strlen (help) - 1] = '\0';
  if (scope == NULL || *scope == '\0')
    return g_steal_pointer (&help);
  return g_strdup_printf ("%s (%s)", help, scope);
}

GpSource *
gp_source_parameter (const GpProject *project, guint32 scenario, GpParam param, const char *scope,
                     GpYear year)
{
  const GpParamInfo *info = gp_param_info (param);
  const GpParameterValue *value;
  GpDecimal number;
  guint32 row;
  gboolean found;

  g_return_val_if_fail (project != NULL && scenario < project->n_scenarios && info != NULL, NULL);
  found = gp_param_lookup (project, scenario, param, scope, year, &number, &row);
  g_autofree char *what = what_of (info, scope);
  g_autofree char *shown = found ? decimal_text (number, info->unit) : NULL;
  if (row == GP_NONE)
    return gp_source_new (found ? GP_SOURCE_DEFAULT : GP_SOURCE_UNKNOWN, what, shown, NULL, NULL);
  value = &project->parameters[row];
  return gp_source_from_row (project, GP_TABLE_PARAMETERS, row, value->source, value->note, what,
                             shown);
}
