/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which school starts when: the schools of a cell in their order (most pupils, then code; in the
 * first plan year only those that are ready, where the scenario asks that) take the plan's starts
 * in the order of years and programmes. */
#include "gp-audit-coaching.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  const GpProject *project;
  guint32 cell, school;
} Entry;

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *p = a, *q = b;
  const GpSchool *x = &p->project->schools[p->school], *y = &q->project->schools[q->school];
  if (p->cell != q->cell)
    return p->cell < q->cell ? -1 : 1;
  if (x->pupils != y->pupils)
    return x->pupils < y->pupils ? 1 : -1;
  return strcmp (x->code, y->code);
}

static GArray *
eligible_schools (const GpAuditCoaching *audit)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  for (guint32 i = 0; i < audit->project->n_schools; i++) {
    const GpSchool *school = &audit->project->schools[i];
    if (!gp_school_is_eligible (school))
      continue;
    Entry entry = {audit->project, audit->data->boards[school->board].first_cell, i};
    GpNeed need = school->high_need ? GP_NEED_HIGH : GP_NEED_OTHER;
    while (audit->data->cells[entry.cell].sector != school->sector ||
           audit->data->cells[entry.cell].region != school->region ||
           audit->data->cells[entry.cell].need != need)
      entry.cell++;
    g_array_append_val (entries, entry);
  }
  g_array_sort (entries, compare_entries);
  return entries;
}

/* Gives the first schools that may start in year their start. */
static void
expect (GpAuditCoaching *audit, const Entry *entries, guint n, GpProgramme programme, guint year,
        gint64 starts)
{
  gboolean only_ready = year == 0 && audit->data->scalars.require_ready;
  for (guint i = 0; i < n && starts > 0; i++) {
    guint32 school = entries[i].school;
    if (audit->start_year[school] != GP_YEAR_NONE ||
        (only_ready && !gp_school_is_ready (&audit->project->schools[school])))
      continue;
    audit->start_year[school] = gp_audit_year (audit->data, year);
    audit->programme[school] = programme;
    starts--;
  }
}

static void
expect_cell (GpAuditCoaching *audit, const Entry *entries, guint n)
{
  for (guint y = 0; y < audit->n_years; y++)
    for (guint p = 0; p < GP_N_PROGRAMMES; p++)
      if (gp_audit_may_start (audit->data, entries->cell, (GpProgramme)p))
        expect (audit, entries, n, (GpProgramme)p, y,
                audit->plan->hundredths[gp_audit_start (audit->data, entries->cell, (GpProgramme)p,
                                                        y)] /
                    100);
}

/* ---- against what is stated --------------------------------------------------------------------
 */

static void
check_start (GpAuditCoaching *audit, const GpCoachingStart *start)
{
  gboolean holds = audit->start_year[start->school] == start->year &&
                   audit->programme[start->school] == start->programme;
  gp_audit_coaching_check_true (
      audit, gp_audit_spot (start->school, GP_NONE, GP_NONE, GP_NONE, start->year), holds,
      _ ("Another school comes before this one"));
}

void
gp_audit_coaching_starts (GpAuditCoaching *audit)
{
  const GpCoaching *c = audit->coaching;
  g_autoptr (GArray) entries = eligible_schools (audit);
  guint expected = 0;
  gp_audit_coaching_line (audit, "starts");
  for (guint i = 0; i < entries->len;) {
    const Entry *first = &g_array_index (entries, Entry, i);
    guint n = 1;
    while (i + n < entries->len && first[n].cell == first->cell)
      n++;
    expect_cell (audit, first, n);
    i += n;
  }
  for (guint32 i = 0; i < audit->project->n_schools; i++)
    expected += audit->start_year[i] != GP_YEAR_NONE;
  for (guint i = 0; i < c->n_starts; i++) {
    check_start (audit, &c->starts[i]);
    if (i > 0)
      gp_audit_coaching_check_true (
          audit, gp_audit_spot (c->starts[i].school, GP_NONE, GP_NONE, GP_NONE, GP_YEAR_NONE),
          c->starts[i - 1].school < c->starts[i].school, _ ("The school starts twice"));
  }
  gp_audit_coaching_check_true (
      audit, gp_audit_spot (GP_NONE, GP_NONE, GP_NONE, GP_NONE, audit->project->plan_from),
      expected == c->n_starts, _ ("Other schools start than the plan says"));
  for (guint32 i = 0; i < audit->project->n_schools; i++)
    if (audit->project->schools[i].started != GP_YEAR_NONE)
      audit->start_year[i] = audit->project->schools[i].started;
}
