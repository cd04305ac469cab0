/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chapter of what is asked of a school, from the facts where the project has them, and which
 * requirements the schools that start meet already; and how sure the plan is. */
#include "gp-pack.h"

#include "gp-doc-notes.h"

/* The value of a national fact, or the fallback: the method's own figures. */
static double
fact_value (const GpPack *pack, const char *name, double fallback)
{
  for (guint i = 0; i < pack->project->n_facts; i++)
    if (g_str_equal (pack->project->facts[i].fact, name))
      return gp_decimal_to_double (pack->project->facts[i].value);
  return fallback;
}

static char *
plain_number (const GpPack *pack, double value)
{
  return gp_format_number (value, value == (double)(gint64)value ? 0 : 1, pack->language);
}

static void
add_requirements (GpPack *pack)
{
  GpLanguage language = pack->language;
  double coach = fact_value (pack, "school_coach_time", 0.5);
  g_autofree char *coach_days = plain_number (pack, coach);
  g_autofree char *hours = plain_number (pack, fact_value (pack, "teacher_session_time", 2));

  gp_doc_paragraph (pack->doc, g_strdup (gp_text (language, GP_TEXT_ASKED_LEAD)));
  gp_doc_bullet (pack->doc, g_strdup (gp_text (language, GP_TEXT_ASKED_SUPPORT)));
  gp_doc_bullet (pack->doc, g_strdup (gp_text (language, GP_TEXT_ASKED_LEADER)));
  gp_doc_bullet (pack->doc, gp_text_fill (language,
                                          coach > 0.49 && coach < 0.51 ? GP_TEXT_ASKED_COACH
                                                                       : GP_TEXT_ASKED_COACH_DAYS,
                                          coach_days, NULL));
  gp_doc_cite (pack->doc, gp_pack_note_fact (pack, "school_coach_time", GP_TEXT_SRC_COACH_TIME));
  gp_doc_bullet (pack->doc, gp_text_fill (language, GP_TEXT_ASKED_SESSIONS, hours, NULL));
  gp_doc_cite (pack->doc, gp_pack_note_fact (pack, "teacher_session_time", GP_TEXT_SRC_SESSIONS));
}

static const GpTextId requirement_heads[GP_N_REQUIREMENTS] = {
    GP_TEXT_COL_SUPPORT, GP_TEXT_COL_LEADER, GP_TEXT_COL_COACH_TIME, GP_TEXT_COL_SESSIONS};

static GpAnswer
answer_of (const GpSchool *school, guint requirement)
{
  return school->intake == GP_INTAKE_READY ? GP_ANSWER_YES : school->requirements[requirement];
}

/* Schools that start and told that they do not meet everything yet. */
static guint
count_to_arrange (const GpPack *pack)
{
  guint n = 0;

  for (guint i = 0; i < pack->coaching->n_starts; i++) {
    const GpSchool *school = &pack->project->schools[pack->coaching->starts[i].school];
    gboolean any = FALSE;
    for (guint r = 0; r < GP_N_REQUIREMENTS; r++)
      any |= answer_of (school, r) == GP_ANSWER_NO;
    n += any;
  }
  return n;
}

/* Whoever starts by this plan has to have it: a no is work, and says so. */
static const char *
answer_text (const GpPack *pack, GpAnswer answer)
{
  return gp_text (pack->language, answer == GP_ANSWER_YES  ? GP_TEXT_YES
                                  : answer == GP_ANSWER_NO ? GP_TEXT_STILL_TO_ARRANGE
                                                           : GP_TEXT_UNKNOWN);
}

static void
add_school (const GpPack *pack, GpGrid *grid, const GpCoachingStart *start)
{
  const GpSchool *school = &pack->project->schools[start->school];

  gp_grid_take (grid, gp_pack_year (pack, start->year));
  gp_grid_text (grid, gp_pack_name (school->name, school->code));
  for (guint r = 0; r < GP_N_REQUIREMENTS; r++)
    gp_grid_text (grid, answer_text (pack, answer_of (school, r)));
}

static GpGrid *
asked_grid (const GpPack *pack)
{
  GpLanguage language = pack->language;
  GpGrid *grid = gp_grid_new ("requirements", gp_text (language, GP_TEXT_SHEET_ASKED),
                              gp_text (language, GP_TEXT_GRID_ASKED), NULL);
  g_autoptr (GArray) order = gp_pack_school_order (pack);

  gp_grid_column (grid, gp_text (language, GP_TEXT_START_YEAR), GP_GRID_TEXT, 10, GP_TOTAL_NONE);
  gp_grid_column (grid, gp_text (language, GP_TEXT_SCHOOL), GP_GRID_TEXT, 26, GP_TOTAL_NONE);
  for (guint r = 0; r < GP_N_REQUIREMENTS; r++)
    gp_grid_column (grid, gp_text (language, requirement_heads[r]), GP_GRID_TEXT, 12,
                    GP_TOTAL_NONE);
  for (guint i = 0; i < order->len; i++) {
    const GpCoachingStart *start =
        gp_coaching_school_start (pack->coaching, g_array_index (order, guint32, i));
    if (start != NULL)
      add_school (pack, grid, start);
  }
  grid->empty = g_strdup (gp_text (language, GP_TEXT_ASKED_NONE));
  return grid;
}

void
gp_pack_add_asked (GpPack *pack)
{
  gp_doc_heading (pack->doc, g_strdup (gp_text (pack->language, GP_TEXT_HEAD_ASKED)));
  add_requirements (pack);
  if (count_to_arrange (pack) > 0)
    gp_doc_paragraph (pack->doc, gp_text_count (pack->language, count_to_arrange (pack),
                                                GP_TEXT_ASKED_ARRANGE_ONE, GP_TEXT_ASKED_ARRANGE));
  gp_doc_grid (pack->doc, asked_grid (pack));
}

/* Schools of the first plan year that do not meet everything yet. */
static guint
count_not_ready (const GpPack *pack)
{
  guint n = 0;

  for (guint i = 0; i < pack->coaching->n_starts; i++) {
    const GpCoachingStart *start = &pack->coaching->starts[i];
    n += start->year == pack->project->plan_from &&
         !gp_school_is_ready (&pack->project->schools[start->school]);
  }
  return n;
}

static char *
futures_sentence (const GpPack *pack)
{
  char year[GP_YEAR_BYTES];

  if (!pack->has_futures || pack->n_futures == 0)
    return g_strdup (gp_text (pack->language, GP_TEXT_SURE_UNKNOWN));
  if (!pack->has_kept)
    return g_strdup (gp_text (pack->language, GP_TEXT_SURE_NO_PROMISE));
  g_autofree char *kept = gp_format_integer (pack->n_kept, pack->language);
  g_autofree char *all = gp_format_integer (pack->n_futures, pack->language);
  g_autofree char *share =
      gp_format_percent ((double)pack->n_kept / pack->n_futures, 0, pack->language);
  return gp_text_fill (pack->language, GP_TEXT_SURE_KEPT, kept, all, share,
                       gp_year_format (pack->kept_year, year), NULL);
}

void
gp_pack_add_sure (GpPack *pack)
{
  guint not_ready = count_not_ready (pack);

  gp_doc_heading (pack->doc, g_strdup (gp_text (pack->language, GP_TEXT_HEAD_SURE)));
  gp_doc_paragraph (pack->doc, futures_sentence (pack));
  if (pack->has_kept)
    gp_doc_cite (pack->doc, gp_pack_note_futures (pack));
  if (not_ready > 0)
    gp_doc_paragraph (pack->doc, gp_text_count (pack->language, not_ready, GP_TEXT_SURE_READY_ONE,
                                                GP_TEXT_SURE_READY));
}
