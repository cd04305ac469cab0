/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The amounts of budgets.csv and pledges.csv that count in a scenario, to be found by what they are
 * about. */
#include "gp-finance-private.h"

static guint64
key_of (guint kind, guint32 project, GpYear year)
{
  return (guint64)project << 32 | (guint64)(guint16)year << 8 | kind;
}

static int
by_key_then_rank (const void *a, const void *b)
{
  const GpAmount *x = a, *y = b;

  if (x->key != y->key)
    return x->key < y->key ? -1 : 1;
  if (x->rank != y->rank)
    return x->rank < y->rank ? -1 : 1;
  return x->row < y->row ? -1 : x->row > y->row;
}

static const GpAmount *
find (const GArray *amounts, guint64 key)
{
  guint low = 0, high = amounts->len;

  while (low < high) {
    guint middle = low + (high - low) / 2;
    const GpAmount *amount = &g_array_index (amounts, GpAmount, middle);

    if (amount->key == key)
      return amount;
    if (amount->key < key)
      low = middle + 1;
    else
      high = middle;
  }
  return NULL;
}

/* The first of each key, and with `add` the sum of all of them. */
static void
keep_one_a_key (GArray *amounts, gboolean add)
{
  guint n = 0;

  g_array_sort (amounts, by_key_then_rank);
  for (guint i = 0; i < amounts->len; i++) {
    const GpAmount *amount = &g_array_index (amounts, GpAmount, i);
    GpAmount *kept = n > 0 ? &g_array_index (amounts, GpAmount, n - 1) : NULL;

    if (kept == NULL || kept->key != amount->key)
      g_array_index (amounts, GpAmount, n++) = *amount;
    else if (add)
      kept->cents += amount->cents;
  }
  g_array_set_size (amounts, n);
}

static void
read_nearness (GpFinance *finance)
{
  const GpProject *project = finance->project;
  guint steps = 0;

  finance->nearness = g_new (guint, MAX (project->n_scenarios, 1));
  for (guint i = 0; i < project->n_scenarios; i++)
    finance->nearness[i] = GP_FINANCE_NOT_HERE;
  for (guint32 at = finance->scenario; at != GP_NONE; at = project->scenarios[at].parent)
    finance->nearness[at] = steps++;
}

static void
see_year (GpFinance *finance, GpYear year)
{
  finance->first = MIN (finance->first, year);
  finance->last = MAX (finance->last, year);
}

static void
read_budgets (GpFinance *finance)
{
  const GpProject *project = finance->project;

  for (guint32 i = 0; i < project->n_budgets; i++) {
    const GpBudget *row = &project->budgets[i];
    GpAmount amount = {key_of (row->kind, row->project, row->year), GP_FINANCE_FOR_ALL, i,
                       row->amount};

    if (row->scenario != GP_NONE)
      amount.rank = finance->nearness[row->scenario];
    if (amount.rank == GP_FINANCE_NOT_HERE)
      continue;
    g_array_append_val (finance->budgets, amount);
    see_year (finance, row->year);
    if (row->kind == GP_BUDGET_ACTUAL)
      finance->last_actual = MAX (finance->last_actual, row->year);
  }
  keep_one_a_key (finance->budgets, FALSE);
}

static void
read_pledges (GpFinance *finance)
{
  const GpProject *project = finance->project;

  for (guint32 i = 0; i < project->n_pledges; i++) {
    const GpPledge *row = &project->pledges[i];
    const GpAmount amount = {key_of (0, row->project, row->year), 0, i, row->amount};

    g_array_append_val (finance->pledges, amount);
    see_year (finance, row->year);
  }
  keep_one_a_key (finance->pledges, TRUE);
}

void
gp_finance_read_amounts (GpFinance *finance)
{
  finance->first = finance->project->plan_from;
  finance->last = finance->project->last_year;
  finance->last_actual = GP_YEAR_NONE;
  finance->budgets = g_array_new (FALSE, FALSE, sizeof (GpAmount));
  finance->pledges = g_array_new (FALSE, FALSE, sizeof (GpAmount));
  read_nearness (finance);
  read_budgets (finance);
  read_pledges (finance);
}

const GpAmount *
gp_finance_budget (const GpFinance *finance, GpFinanceKind kind, guint32 project, GpYear year)
{
  return find (finance->budgets, key_of (kind, project, year));
}

gint64
gp_finance_pledged (const GpFinance *finance, guint32 project, GpYear year)
{
  const GpAmount *amount = find (finance->pledges, key_of (0, project, year));

  return amount != NULL ? amount->cents : 0;
}
