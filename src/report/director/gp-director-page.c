/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first page of the director's report below its headline: the tiles, each with the years that
 * it is about, and what breaks, in the words of the program's own first page. */
#include "gp-director.h"

#include "gp-doc-notes.h"

#include <math.h>

static const char *
text (const GpDirector *d, GpTextId id)
{
  return gp_text (d->language, id);
}

static char *
plan_year (const GpDirector *d, guint index)
{
  return gp_director_year ((GpYear)(d->project->plan_from + index));
}

/* ---- the tiles ------------------------------------------------------------------------------ */

/* "school-years of delay, in all plan years (to the end of 2033-2034)" */
static char *
of_all_years (const GpDirector *d, GpTextId id)
{
  g_autofree char *last = gp_director_year (d->project->last_year);

  return gp_text_fill (d->language, GP_TEXT_KEY_IN_ALL_YEARS, text (d, id), last, NULL);
}

static void
add_tile (GpDirector *d, char *figure, char *label, guint note)
{
  gp_doc_figure (d->doc, figure, label);
  gp_doc_cite (d->doc, note);
}

/* Those of the years after the goal are a look ahead, as on the program's first page. */
static double
trainings_to_goal (const GpDirector *d)
{
  double sum = 0;

  for (guint y = 0; y < d->figures->len; y++) {
    const GpFigureYear *year = &g_array_index (d->figures, GpFigureYear, y);
    if (year->year <= d->project->goal_year)
      sum += year->value[GP_FIGURE_TRAININGS];
  }
  return sum;
}

static void
add_gap_tile (GpDirector *d, const char *year)
{
  double gap = d->goal - round (gp_director_figure (d, GP_FIGURE_TAKING_PART));

  if (d->goal > 0 && fabs (gap) >= 0.5)
    add_tile (
        d, gp_director_number (d, fabs (gap), 0),
        gp_text_fill (d->language, gap > 0 ? GP_TEXT_KEY_GAP : GP_TEXT_KEY_NO_GAP, year, NULL),
        gp_director_note_gap (d));
}

/* Days short; where none is and expert days run out nevertheless, in how many regions they do: a
 * nought would tell that nothing is tight. */
static void
add_capacity_tile (GpDirector *d)
{
  double overload = gp_director_figure (d, GP_FIGURE_OVERLOAD_DAYS);
  GpSqueeze squeeze = gp_load_squeeze (d->load, NULL);
  g_autofree char *first = plan_year (d, squeeze.first), *last = plan_year (d, squeeze.last);
  g_autofree char *all = gp_format_integer (d->project->n_regions, d->language);

  if (overload >= 0.5 || squeeze.n_regions == 0)
    add_tile (d, gp_director_number (d, overload, 0), of_all_years (d, GP_TEXT_KEY_OVERLOAD),
              gp_director_note (d, GP_FIGURE_OVERLOAD_DAYS));
  else
    add_tile (d, gp_format_integer (squeeze.n_regions, d->language),
              squeeze.first == squeeze.last
                  ? gp_text_fill (d->language, GP_TEXT_KEY_SQUEEZED, all, first, NULL)
                  : gp_text_fill (d->language, GP_TEXT_KEY_SQUEEZED_YEARS, all, first, last, NULL),
              gp_director_note_plain (d, GP_TEXT_NOTE_SQUEEZED, GP_TEXT_HOW_SQUEEZED));
}

void
gp_director_add_key_figures (GpDirector *d)
{
  double schools = round (gp_director_figure (d, GP_FIGURE_TAKING_PART));
  double delay = gp_director_figure (d, GP_FIGURE_DELAY_GROEIKRACHT) +
                 gp_director_figure (d, GP_FIGURE_DELAY_REGULAR);
  gint64 cost = 100 * llround (gp_director_figure (d, GP_FIGURE_COST));
  g_autofree char *year = gp_director_year (d->project->goal_year);

  add_tile (d, gp_director_number (d, schools, 0),
            gp_text_fill (d->language, GP_TEXT_KEY_TAKING_PART, year, NULL),
            gp_director_note (d, GP_FIGURE_TAKING_PART));
  add_gap_tile (d, year);
  add_tile (d, gp_director_number (d, delay, 0), of_all_years (d, GP_TEXT_KEY_DELAY),
            gp_director_note_delay (d));
  add_capacity_tile (d);
  add_tile (d, gp_director_number (d, trainings_to_goal (d), 0),
            gp_text_fill (d->language, GP_TEXT_KEY_TRAININGS, year, NULL),
            gp_director_note (d, GP_FIGURE_TRAININGS));
  add_tile (d, gp_format_money (cost, FALSE, d->language), of_all_years (d, GP_TEXT_KEY_PLAN_COST),
            gp_director_note (d, GP_FIGURE_COST));
}

/* ---- what breaks ---------------------------------------------------------------------------- */

static const char *
region_name (const GpDirector *d, guint32 region)
{
  const GpRegion *row = &d->project->regions[region];

  return *row->name != '\0' ? row->name : row->code;
}

/* Where expert days run out, as the program's first page says it. */
static void
add_squeeze (GpDirector *d, double waiting)
{
  g_autoptr (GArray) regions = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  GpSqueeze squeeze = gp_load_squeeze (d->load, regions);

  for (guint i = 0; i < regions->len; i++)
    g_ptr_array_add (names, (gpointer)region_name (d, g_array_index (regions, guint32, i)));
  g_autofree char *where = squeeze.is_everywhere ? g_strdup (text (d, GP_TEXT_EVERY_REGION))
                                                 : gp_text_list (d->language, names, 12);
  g_autofree char *first = plan_year (d, squeeze.first), *last = plan_year (d, squeeze.last);
  GpTextId id = squeeze.first == squeeze.last ? GP_TEXT_SQUEEZE_YEAR
                : squeeze.is_to_end           ? GP_TEXT_SQUEEZE_ON
                                              : GP_TEXT_SQUEEZE_YEARS;

  if (squeeze.n_regions > 0)
    gp_doc_paragraph (d->doc, gp_text_fill (d->language, id, where, first, last, NULL));
  else if (waiting > 0.005)
    gp_doc_paragraph (d->doc, g_strdup (text (d, GP_TEXT_SQUEEZE_ELSEWHERE)));
}

/* "Noord (2027-2028, 2028-2029)" for every region that is short of days. */
static GPtrArray *
short_regions (const GpDirector *d)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);

  for (guint32 r = 0; r < d->load->n_regions; r++) {
    g_autoptr (GString) years = g_string_new (NULL);
    for (guint y = 0; y < d->load->n_years; y++) {
      g_autofree char *year = plan_year (d, y);
      if (d->load->overloads[r * d->load->n_years + y] > 0.005)
        g_string_append_printf (years, "%s%s", years->len > 0 ? ", " : "", year);
    }
    if (years->len > 0)
      g_ptr_array_add (found, g_strdup_printf ("%s (%s)", region_name (d, r), years->str));
  }
  return found;
}

static void
add_delay (GpDirector *d, double groeikracht, double regular)
{
  double waiting = groeikracht + regular, least = gp_plan_least_delay (d->input->plan);
  g_autofree char *late = gp_director_number (d, groeikracht, 0);
  g_autofree char *later = gp_director_number (d, regular, 0);
  g_autofree char *all = gp_director_number (d, waiting, 0);
  g_autofree char *proven = isnan (least) ? NULL : gp_director_number (d, least, 0);
  g_autofree char *last = gp_director_year (d->project->last_year);

  if (waiting < 0.5) {
    gp_doc_paragraph (d->doc, g_strdup (text (d, GP_TEXT_DELAY_NONE)));
    return;
  }
  gp_doc_paragraph (d->doc,
                    gp_text_fill (d->language, GP_TEXT_DELAY_SOME, late, later, last, NULL));
  if (d->part == GP_PART_WHOLE && proven != NULL && least >= 0.5)
    gp_doc_paragraph (d->doc, gp_text_fill (d->language, GP_TEXT_UNAVOIDABLE, all, proven, NULL));
}

void
gp_director_add_what_breaks (GpDirector *d)
{
  g_autoptr (GPtrArray) regions = short_regions (d);
  g_autofree char *where = gp_text_list (d->language, regions, 12);
  double groeikracht = gp_director_figure (d, GP_FIGURE_DELAY_GROEIKRACHT);
  double regular = gp_director_figure (d, GP_FIGURE_DELAY_REGULAR);

  if (d->part == GP_PART_RELAXED)
    gp_doc_paragraph (d->doc, g_strdup (text (d, GP_TEXT_ROUGH_PLAN)));
  add_squeeze (d, groeikracht + regular);
  add_delay (d, groeikracht, regular);
  gp_doc_paragraph (d->doc, regions->len > 0
                                ? gp_text_fill (d->language, GP_TEXT_SHORT_IN, where, NULL)
                                : g_strdup (text (d, GP_TEXT_SHORT_NONE)));
}
