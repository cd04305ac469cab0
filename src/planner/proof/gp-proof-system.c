/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gaussian elimination on sparse equations, the shortest first, as in Markowitz (1957): an unknown
 * that only one equation has is found from that equation at the end; an equation with one unknown
 * tells it at once; else the equation with fewest unknowns gives the one that fewest others have,
 * unless its coefficient is far below the largest. An equation that becomes empty said nothing new.
 */
#include "gp-proof-system.h"

#include <math.h>

/* A pivot is at least this share of the largest coefficient of its equation. */
#define LEAST_PIVOT 0.01
/* What a difference of two numbers leaves below this share of them is rounding. Of an equation that
 * follows from others that is all that is left; taken for a pivot it would spoil everything that
 * comes after it, and after some hundreds of steps it is well above 1e-13. What a number that was
 * dropped wrongly spoils is mended by the next round of refining. */
#define CANCELLED 1e-9
/* Equations this long or longer are not told apart. */
#define N_LENGTHS 64

typedef struct {
  guint unknown;
  double value;
} Term;

typedef struct {
  guint equation, unknown;
  double value;
} Pivot;

/* side[target] -= factor x side[source] */
typedef struct {
  guint target, source;
  double factor;
} Step;

struct _GpSystem {
  guint n_equations, n_unknowns;
  GArray **terms;   /* by equation, of Term: those of a pivot's equation stay as they were then */
  GArray **holders; /* by unknown, of guint: equations that have it, or had */
  guint *n_holders; /* by unknown: open equations that have it */
  gboolean *closed; /* by equation: it gave a pivot */
  int *place;       /* by unknown: where it stands in the equation in hand, -1 */
  GArray *pivots, *steps;
  GArray *single;             /* of guint: unknowns that were left with one equation */
  GArray *waiting[N_LENGTHS]; /* of guint: equations that had that many terms at some time */
};

GpSystem *
gp_system_new (guint n_equations, guint n_unknowns)
{
  GpSystem *system = g_new0 (GpSystem, 1);
  system->n_equations = n_equations;
  system->n_unknowns = n_unknowns;
  system->terms = g_new (GArray *, n_equations + 1);
  system->holders = g_new (GArray *, n_unknowns + 1);
  system->n_holders = g_new0 (guint, n_unknowns + 1);
  system->closed = g_new0 (gboolean, n_equations + 1);
  system->place = g_new (int, n_unknowns + 1);
  system->pivots = g_array_new (FALSE, FALSE, sizeof (Pivot));
  system->steps = g_array_new (FALSE, FALSE, sizeof (Step));
  system->single = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < N_LENGTHS; i++)
    system->waiting[i] = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint e = 0; e < n_equations; e++)
    system->terms[e] = g_array_new (FALSE, FALSE, sizeof (Term));
  for (guint u = 0; u < n_unknowns; u++) {
    system->holders[u] = g_array_new (FALSE, FALSE, sizeof (guint));
    system->place[u] = -1;
  }
  return system;
}

void
gp_system_free (GpSystem *system)
{
  if (system == NULL)
    return;
  for (guint e = 0; e < system->n_equations; e++)
    g_array_unref (system->terms[e]);
  for (guint u = 0; u < system->n_unknowns; u++)
    g_array_unref (system->holders[u]);
  for (guint i = 0; i < N_LENGTHS; i++)
    g_array_unref (system->waiting[i]);
  g_array_unref (system->pivots);
  g_array_unref (system->steps);
  g_array_unref (system->single);
  g_free (system->terms);
  g_free (system->holders);
  g_free (system->n_holders);
  g_free (system->closed);
  g_free (system->place);
  g_free (system);
}

static Term *
term (const GpSystem *system, guint equation, guint i)
{
  return &g_array_index (system->terms[equation], Term, i);
}

void
gp_system_add (GpSystem *system, guint equation, guint unknown, double value)
{
  Term new = {unknown, value};
  g_array_append_val (system->terms[equation], new);
  g_array_append_val (system->holders[unknown], equation);
  system->n_holders[unknown]++;
}

/* ---- elimination ------------------------------------------------------------------- */

static void
wait_for_turn (GpSystem *system, guint equation)
{
  guint length = MIN (system->terms[equation]->len, N_LENGTHS - 1);
  if (length > 0)
    g_array_append_val (system->waiting[length], equation);
}

static void
lose_holder (GpSystem *system, guint unknown)
{
  if (--system->n_holders[unknown] == 1)
    g_array_append_val (system->single, unknown);
}

static int
find_term (const GpSystem *system, guint equation, guint unknown)
{
  for (guint i = 0; i < system->terms[equation]->len; i++)
    if (term (system, equation, i)->unknown == unknown)
      return (int)i;
  return -1;
}

static void
drop_term (GpSystem *system, guint equation, guint i)
{
  guint unknown = term (system, equation, i)->unknown;
  GArray *terms = system->terms[equation];
  system->place[unknown] = -1;
  g_array_remove_index_fast (terms, i);
  if (i < terms->len && system->place[term (system, equation, i)->unknown] >= 0)
    system->place[term (system, equation, i)->unknown] = (int)i;
  lose_holder (system, unknown);
}

/* One term of "target -= factor x source", with the places of target at hand. */
static void
subtract_term (GpSystem *system, guint target, guint unknown, double value)
{
  int at = system->place[unknown];
  if (at < 0) {
    system->place[unknown] = (int)system->terms[target]->len;
    gp_system_add (system, target, unknown, -value);
    return;
  }
  Term *own = term (system, target, (guint)at);
  double left = own->value - value;
  if (fabs (left) > CANCELLED * (fabs (own->value) + fabs (value)))
    own->value = left;
  else
    drop_term (system, target, (guint)at);
}

static void
subtract (GpSystem *system, guint target, const Pivot *pivot, guint at)
{
  Step step = {target, pivot->equation, term (system, target, at)->value / pivot->value};
  for (guint i = 0; i < system->terms[target]->len; i++)
    system->place[term (system, target, i)->unknown] = (int)i;
  drop_term (system, target, at);
  for (guint i = 0; i < system->terms[pivot->equation]->len; i++) {
    Term of = *term (system, pivot->equation, i);
    if (of.unknown != pivot->unknown)
      subtract_term (system, target, of.unknown, step.factor * of.value);
  }
  for (guint i = 0; i < system->terms[target]->len; i++)
    system->place[term (system, target, i)->unknown] = -1;
  g_array_append_val (system->steps, step);
  wait_for_turn (system, target);
}

/* Takes the unknown out of all other open equations. */
static void
eliminate (GpSystem *system, guint equation, guint i)
{
  Term of = *term (system, equation, i);
  Pivot pivot = {equation, of.unknown, of.value};
  g_array_append_val (system->pivots, pivot);
  system->closed[equation] = TRUE;
  for (guint t = 0; t < system->terms[equation]->len; t++)
    lose_holder (system, term (system, equation, t)->unknown);
  for (guint h = 0; h < system->holders[of.unknown]->len && system->n_holders[of.unknown] > 0;
       h++) {
    guint target = g_array_index (system->holders[of.unknown], guint, h);
    int at = system->closed[target] ? -1 : find_term (system, target, of.unknown);
    if (at >= 0)
      subtract (system, target, &pivot, (guint)at);
  }
}

static double
largest (const GpSystem *system, guint equation)
{
  double most = 0;
  for (guint i = 0; i < system->terms[equation]->len; i++)
    most = fmax (most, fabs (term (system, equation, i)->value));
  return most;
}

/* An unknown with one open equation: that is its pivot, unless the coefficient is far too small. */
static void
take_single (GpSystem *system, guint unknown)
{
  if (system->n_holders[unknown] != 1)
    return;
  for (guint h = 0; h < system->holders[unknown]->len; h++) {
    guint equation = g_array_index (system->holders[unknown], guint, h);
    int at = system->closed[equation] ? -1 : find_term (system, equation, unknown);
    if (at < 0)
      continue;
    if (fabs (term (system, equation, (guint)at)->value) >=
        LEAST_PIVOT * largest (system, equation))
      eliminate (system, equation, (guint)at);
    return;
  }
}

static void
take_equation (GpSystem *system, guint equation)
{
  double least = LEAST_PIVOT * largest (system, equation);
  guint best = 0, fewest = G_MAXUINT;
  for (guint i = 0; i < system->terms[equation]->len; i++) {
    const Term *t = term (system, equation, i);
    if (fabs (t->value) >= least && system->n_holders[t->unknown] < fewest) {
      fewest = system->n_holders[t->unknown];
      best = i;
    }
  }
  eliminate (system, equation, best);
}

static guint
pop (GArray *stack)
{
  guint last = g_array_index (stack, guint, stack->len - 1);
  g_array_set_size (stack, stack->len - 1);
  return last;
}

/* The shortest equation that still waits at its present length. FALSE when none is left. */
static gboolean
next_equation (GpSystem *system, guint *equation)
{
  for (guint length = 1; length < N_LENGTHS; length++)
    while (system->waiting[length]->len > 0) {
      *equation = pop (system->waiting[length]);
      if (!system->closed[*equation] &&
          MIN (system->terms[*equation]->len, N_LENGTHS - 1) == length)
        return TRUE;
    }
  return FALSE;
}

void
gp_system_factorize (GpSystem *system)
{
  guint equation;
  for (guint e = 0; e < system->n_equations; e++)
    wait_for_turn (system, e);
  for (guint u = 0; u < system->n_unknowns; u++)
    if (system->n_holders[u] == 1)
      g_array_append_val (system->single, u);
  do {
    while (system->single->len > 0)
      take_single (system, pop (system->single));
    if (!next_equation (system, &equation))
      return;
    take_equation (system, equation);
  } while (TRUE);
}

/* ---- solving ------------------------------------------------------------------------ */

void
gp_system_solve (const GpSystem *system, double *side, double *unknowns)
{
  for (guint u = 0; u < system->n_unknowns; u++)
    unknowns[u] = 0;
  for (guint s = 0; s < system->steps->len; s++) {
    const Step *step = &g_array_index (system->steps, Step, s);
    side[step->target] -= step->factor * side[step->source];
  }
  for (guint p = system->pivots->len; p > 0; p--) {
    const Pivot *pivot = &g_array_index (system->pivots, Pivot, p - 1);
    double rest = side[pivot->equation];
    for (guint i = 0; i < system->terms[pivot->equation]->len; i++) {
      const Term *t = term (system, pivot->equation, i);
      if (t->unknown != pivot->unknown)
        rest -= t->value * unknowns[t->unknown];
    }
    unknowns[pivot->unknown] = rest / pivot->value;
  }
}
