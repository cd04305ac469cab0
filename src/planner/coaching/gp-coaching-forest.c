/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes circles out of who visits whom in a region and year, experts and verandercoaches together.
 *
 * Along a circle of schools and coaches days can be moved from every second visit to the others: no
 * school gets and no coach gives more or less, and one of the visits ends. Without circles visits
 * are at most schools + coaches - 1. The ways of giving schools rarely leave one. */
#include "gp-coaching-private.h"

typedef struct {
  GpCoachingMaker *maker;
  GArray *edges;     /* of guint32: visits with days */
  GHashTable *nodes; /* coach + 1 -> node + 1 */
  guint first_ask, n_asks, n_nodes;
  guint *root;         /* node: towards its tree's root */
  guint32 *reached_by; /* node: the edge by which a search came, or GP_NONE */
  guint n_joined;      /* edges of the forest so far: the first ones */
} Forest;

static GpAskVisit *
visit_of (const Forest *forest, guint edge)
{
  return &g_array_index (forest->maker->visits, GpAskVisit,
                         g_array_index (forest->edges, guint32, edge));
}

static guint
coach_node (const Forest *forest, const GpAskVisit *visit)
{
  return GPOINTER_TO_UINT (
             g_hash_table_lookup (forest->nodes, GUINT_TO_POINTER (visit->coach + 1))) -
         1;
}

static guint
ask_node (const Forest *forest, const GpAskVisit *visit)
{
  return visit->need - forest->first_ask;
}

static guint
find_root (Forest *forest, guint node)
{
  while (forest->root[node] != node)
    node = forest->root[node] = forest->root[forest->root[node]];
  return node;
}

static void
gather (Forest *forest)
{
  forest->n_nodes = forest->n_asks;
  for (guint32 i = forest->first_ask; i < forest->first_ask + forest->n_asks; i++)
    for (guint32 v = GP_ASK (forest->maker, i)->first_visit; v != GP_NONE;) {
      const GpAskVisit *visit = &g_array_index (forest->maker->visits, GpAskVisit, v);
      gpointer key = GUINT_TO_POINTER (visit->coach + 1);
      if (visit->days > 0)
        g_array_append_val (forest->edges, v);
      if (g_hash_table_lookup (forest->nodes, key) == NULL)
        g_hash_table_insert (forest->nodes, key, GUINT_TO_POINTER (++forest->n_nodes));
      v = visit->next;
    }
}

/* Joins edges until one closes a circle: that edge, or GP_NONE. */
static guint
find_circle (Forest *forest)
{
  for (guint i = 0; i < forest->n_nodes; i++)
    forest->root[i] = i;
  for (guint e = 0; e < forest->edges->len; e++) {
    guint a = find_root (forest, ask_node (forest, visit_of (forest, e)));
    guint b = find_root (forest, coach_node (forest, visit_of (forest, e)));
    forest->n_joined = e;
    if (a == b)
      return e;
    forest->root[a] = b;
  }
  return GP_NONE;
}

/* The edges of the forest from one node to another, as reached_by seen from the second. */
static void
find_way (Forest *forest, guint from, guint to)
{
  gboolean grew = TRUE;
  for (guint i = 0; i < forest->n_nodes; i++)
    forest->reached_by[i] = GP_NONE;
  while (grew && forest->reached_by[to] == GP_NONE) {
    grew = FALSE;
    for (guint e = 0; e < forest->n_joined; e++) {
      guint a = ask_node (forest, visit_of (forest, e));
      guint b = coach_node (forest, visit_of (forest, e));
      gboolean has_a = a == from || forest->reached_by[a] != GP_NONE;
      gboolean has_b = b == from || forest->reached_by[b] != GP_NONE;
      if (has_a == has_b)
        continue;
      forest->reached_by[has_a ? b : a] = e;
      grew = TRUE;
    }
  }
}

static guint
other_end (const Forest *forest, guint edge, guint node)
{
  guint a = ask_node (forest, visit_of (forest, edge));
  return a == node ? coach_node (forest, visit_of (forest, edge)) : a;
}

/* The circle is edge and the way back from its coach to its school; every second visit shrinks. */
static void
turn (Forest *forest, guint edge)
{
  guint school = ask_node (forest, visit_of (forest, edge));
  guint coach = coach_node (forest, visit_of (forest, edge));
  gint64 days = visit_of (forest, edge)->days;
  find_way (forest, school, coach);
  gboolean shrinks = FALSE;
  for (guint node = coach; node != school; shrinks = !shrinks) {
    guint e = forest->reached_by[node];
    if (shrinks)
      days = MIN (days, visit_of (forest, e)->days);
    node = other_end (forest, e, node);
  }
  visit_of (forest, edge)->days -= days;
  shrinks = FALSE;
  for (guint node = coach; node != school; shrinks = !shrinks) {
    guint e = forest->reached_by[node];
    visit_of (forest, e)->days += shrinks ? -days : days;
    node = other_end (forest, e, node);
  }
}

static void
drop_empty (Forest *forest)
{
  guint kept = 0;
  for (guint e = 0; e < forest->edges->len; e++)
    if (visit_of (forest, e)->days > 0)
      g_array_index (forest->edges, guint32, kept++) = g_array_index (forest->edges, guint32, e);
  g_array_set_size (forest->edges, kept);
}

void
gp_coaching_forest_year (GpCoachingMaker *maker, guint32 region, guint year)
{
  const guint *first = &maker->first_need[year * maker->n_regions + region];
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GHashTable) nodes = g_hash_table_new (NULL, NULL);
  Forest forest = {.maker = maker,
                   .edges = edges,
                   .nodes = nodes,
                   .first_ask = first[0],
                   .n_asks = first[1] - first[0]};
  guint edge;
  gather (&forest);
  forest.root = g_new (guint, forest.n_nodes + 1);
  forest.reached_by = g_new (guint32, forest.n_nodes + 1);
  while ((edge = find_circle (&forest)) != GP_NONE) {
    turn (&forest, edge);
    drop_empty (&forest);
  }
  g_free (forest.root);
  g_free (forest.reached_by);
}
