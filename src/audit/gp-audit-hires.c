/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole hires under the cap on experts (rule 12), all regions together: from year to year every
 * number of experts that can be there, each with the least cost that leads to it. What has both
 * more experts and no less cost than another is left out, for whatever can follow it can follow the
 * other. The experts that are left after a year are rounded down to UNITS of an expert: that makes
 * room, so that the least cost only becomes less, and what is proven by it stays true. */
#include "gp-audit-hires.h"

#define FEW 60 /* experts under the cap */
#define BITS 16
#define UNITS ((gint64)1 << BITS) /* of an expert */

typedef struct {
  gint64 there; /* in units */
  mpz_t cost;
} Way;

static void
way_clear (gpointer data)
{
  mpz_clear (((Way *)data)->cost);
}

static GArray *
new_ways (void)
{
  GArray *ways = g_array_new (FALSE, FALSE, sizeof (Way));
  g_array_set_clear_func (ways, way_clear);
  return ways;
}

static gint64
in_units (mpq_srcptr value)
{
  mpq_t units;
  mpz_t whole;
  mpq_init (units);
  mpz_init (whole);
  mpq_mul_2exp (units, value, BITS);
  mpz_fdiv_q (whole, mpq_numref (units), mpq_denref (units));
  gint64 out = mpz_fits_slong_p (whole) ? mpz_get_si (whole) : G_MAXINT64;
  mpz_clear (whole);
  mpq_clear (units);
  return out;
}

gboolean
gp_audit_hires_are_few (const GpAuditData *data)
{
  for (guint y = 0; y < data->n_years; y++)
    if (mpq_cmp_ui (data->years[y].hire_room, FEW, 1) > 0)
      return FALSE;
  return TRUE;
}

static int
by_there (gconstpointer a, gconstpointer b)
{
  const Way *p = a, *q = b;
  if (p->there != q->there)
    return p->there < q->there ? -1 : 1;
  return mpz_cmp (p->cost, q->cost);
}

/* Sorted, without those that another leaves behind. */
static GArray *
prune (GArray *ways)
{
  GArray *kept = new_ways ();
  g_array_sort (ways, by_there);
  for (guint i = 0; i < ways->len; i++) {
    const Way *way = &g_array_index (ways, Way, i);
    if (kept->len > 0 && mpz_cmp (way->cost, g_array_index (kept, Way, kept->len - 1).cost) >= 0)
      continue;
    Way copy = {.there = way->there};
    mpz_init_set (copy.cost, way->cost);
    g_array_append_val (kept, copy);
  }
  g_array_unref (ways);
  return kept;
}

static GArray *
go_on (const GpAuditData *data, const GArray *before, guint year, mpz_srcptr price)
{
  GArray *ways = new_ways ();
  gint64 stay = in_units (data->scalars.expert_retention);
  gint64 room = in_units (data->years[year].hire_room);
  for (guint i = 0; i < before->len; i++) {
    const Way *way = &g_array_index (before, Way, i);
    gint64 there = way->there * stay >> BITS;
    for (gint64 n = 0; there + n * UNITS <= room && (n == 0 || mpz_sgn (price) < 0); n++) {
      Way next = {.there = there + n * UNITS};
      mpz_init_set (next.cost, way->cost);
      mpz_addmul_ui (next.cost, price, (unsigned long)n);
      g_array_append_val (ways, next);
    }
  }
  return prune (ways);
}

void
gp_audit_add_hires (const GpAuditData *data, const mpz_t *price, mpz_ptr total)
{
  GArray *ways = new_ways ();
  Way nobody = {.there = 0};
  mpz_init (nobody.cost);
  g_array_append_val (ways, nobody);
  for (guint y = 0; y < data->n_years; y++) {
    GArray *next = go_on (data, ways, y, price[y]);
    g_array_unref (ways);
    ways = next;
  }
  mpz_add (total, total, g_array_index (ways, Way, ways->len - 1).cost);
  g_array_unref (ways);
}
