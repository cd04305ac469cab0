/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plan as rows: filled by its maker, sorted and sealed, then read by anybody. */
#include <groeiplan/gp-plan.h>

#include <math.h>
#include <string.h>

typedef struct {
  GpPlan public; /* first: a GpPlan * is a Builder * */
  gatomicrefcount refs;
  gboolean sealed;
  GStringChunk *strings;
  GArray *rows[GP_N_PARTS];
  GArray *proofs[GP_N_PRIORITIES], *bound_proofs[GP_N_PRIORITIES];
  GPtrArray *conflicts;
  guint first[GP_N_PARTS][GP_N_ROW_KINDS + 1]; /* where each kind begins, once sealed */
} Builder;

#define BUILDER(plan) ((Builder *)(gpointer)(plan))

static const char *
keep (Builder *builder, const char *text)
{
  return text != NULL && *text != '\0' ? g_string_chunk_insert_const (builder->strings, text) : "";
}

GpPlan *
gp_plan_new (const char *scenario_code, GpPlanStatus status)
{
  Builder *builder = g_new0 (Builder, 1);

  g_atomic_ref_count_init (&builder->refs);
  builder->strings = g_string_chunk_new (1024);
  for (guint i = 0; i < GP_N_PARTS; i++)
    builder->rows[i] = g_array_new (FALSE, FALSE, sizeof (GpPlanRow));
  builder->conflicts = g_ptr_array_new ();
  builder->public.scenario = keep (builder, scenario_code);
  builder->public.status = status;
  return &builder->public;
}

GpPlan *
gp_plan_ref (GpPlan *plan)
{
  g_return_val_if_fail (plan != NULL, NULL);
  g_atomic_ref_count_inc (&BUILDER (plan)->refs);
  return plan;
}

void
gp_plan_unref (GpPlan *plan)
{
  Builder *builder = BUILDER (plan);

  g_return_if_fail (plan != NULL);
  if (!g_atomic_ref_count_dec (&builder->refs))
    return;
  for (guint i = 0; i < GP_N_PARTS; i++)
    g_array_unref (builder->rows[i]);
  for (guint i = 0; i < GP_N_PRIORITIES; i++) {
    g_clear_pointer (&builder->proofs[i], g_array_unref);
    g_clear_pointer (&builder->bound_proofs[i], g_array_unref);
  }
  g_ptr_array_unref (builder->conflicts);
  g_string_chunk_free (builder->strings);
  g_free (builder);
}

void
gp_plan_add_row (GpPlan *plan, GpPlanPart part, const GpPlanRow *row)
{
  Builder *builder = BUILDER (plan);
  GpPlanRow copy;

  g_return_if_fail (plan != NULL && !builder->sealed && row != NULL);
  g_return_if_fail ((guint)part < GP_N_PARTS && (guint)row->kind < GP_N_ROW_KINDS);
  g_return_if_fail (isfinite (row->amount));
  if (fpclassify (row->amount) == FP_ZERO && row->hundredths == 0)
    return;
  copy = *row;
  copy.board = keep (builder, row->board);
  copy.sector = keep (builder, row->sector);
  copy.region = keep (builder, row->region);
  copy.to_region = keep (builder, row->to_region);
  g_array_append_val (builder->rows[part], copy);
}

static GArray *
keep_proof (Builder *builder, const GpProofRow *rows, guint n)
{
  GArray *proof = g_array_new (FALSE, FALSE, sizeof (GpProofRow));
  if (n > 0)
    g_array_append_vals (proof, rows, n);
  for (guint i = 0; i < proof->len; i++) {
    GpProofRow *row = &g_array_index (proof, GpProofRow, i);
    row->board = keep (builder, row->board);
    row->sector = keep (builder, row->sector);
    row->region = keep (builder, row->region);
  }
  return proof;
}

void
gp_plan_add_priority (GpPlan *plan, const GpPlanPriority *priority)
{
  Builder *builder = BUILDER (plan);
  GpPlanPriority *copy;
  GArray *proof, *bound;

  g_return_if_fail (plan != NULL && !builder->sealed && priority != NULL);
  g_return_if_fail (plan->n_priorities < GP_N_PRIORITIES);
  proof = keep_proof (builder, priority->proof, priority->n_proof);
  bound = keep_proof (builder, priority->bound_proof, priority->n_bound_proof);
  builder->proofs[plan->n_priorities] = proof;
  builder->bound_proofs[plan->n_priorities] = bound;
  copy = &plan->priorities[plan->n_priorities++];
  *copy = *priority;
  if (!plan->without_proofs && bound->len == 0 && priority->bound != priority->relaxed)
    copy->bound = NAN; /* nothing says so */
  copy->bound_proof = (const GpProofRow *)(gpointer)bound->data;
  copy->proof = (const GpProofRow *)(gpointer)proof->data;
}

void
gp_plan_add_conflict (GpPlan *plan, const char *sentence)
{
  Builder *builder = BUILDER (plan);

  g_return_if_fail (plan != NULL && !builder->sealed && sentence != NULL);
  g_ptr_array_add (builder->conflicts, (gpointer)keep (builder, sentence));
  plan->conflicts = (const char *const *)builder->conflicts->pdata;
  plan->n_conflicts = builder->conflicts->len;
}

void
gp_plan_leave_out_proofs (GpPlan *plan)
{
  g_return_if_fail (plan != NULL && !BUILDER (plan)->sealed && plan->n_priorities == 0);
  plan->without_proofs = TRUE;
}

void
gp_plan_set_whole (GpPlan *plan, gboolean has_whole)
{
  g_return_if_fail (plan != NULL && !BUILDER (plan)->sealed);
  plan->has_whole = has_whole;
}

void
gp_plan_set_seconds (GpPlan *plan, double read, double relaxed, double whole)
{
  g_return_if_fail (plan != NULL && !BUILDER (plan)->sealed);
  plan->seconds_read = read;
  plan->seconds_relaxed = relaxed;
  plan->seconds_whole = whole;
}

void
gp_plan_set_data_version (GpPlan *plan, gint64 version)
{
  g_return_if_fail (plan != NULL);
  plan->data_version = version;
}

/* By kind, then board, sector, region, other region, need, programme, year. */
static int
compare_rows (gconstpointer left, gconstpointer right)
{
  const GpPlanRow *a = left;
  const GpPlanRow *b = right;
  int order = (int)a->kind - (int)b->kind;

  if (order == 0)
    order = strcmp (a->board, b->board);
  if (order == 0)
    order = strcmp (a->sector, b->sector);
  if (order == 0)
    order = strcmp (a->region, b->region);
  if (order == 0)
    order = strcmp (a->to_region, b->to_region);
  if (order == 0)
    order = (int)a->need - (int)b->need;
  if (order == 0)
    order = (int)a->programme - (int)b->programme;
  return order != 0 ? order : a->year - b->year;
}

static void
finish_part (Builder *builder, GpPlanPart part)
{
  GArray *rows = builder->rows[part];
  guint at = 0;

  g_array_sort (rows, compare_rows);
  for (guint kind = 0; kind < GP_N_ROW_KINDS; kind++) {
    builder->first[part][kind] = at;
    while (at < rows->len && (guint)g_array_index (rows, GpPlanRow, at).kind == kind)
      at++;
  }
  builder->first[part][GP_N_ROW_KINDS] = at;
  builder->public.rows[part] = (const GpPlanRow *)(gpointer)rows->data;
  builder->public.n_rows[part] = rows->len;
}

void
gp_plan_finish (GpPlan *plan)
{
  Builder *builder = BUILDER (plan);

  g_return_if_fail (plan != NULL && !builder->sealed);
  finish_part (builder, GP_PART_RELAXED);
  finish_part (builder, GP_PART_WHOLE);
  builder->sealed = TRUE;
}

const GpPlanRow *
gp_plan_rows (const GpPlan *plan, GpPlanPart part, GpPlanRowKind kind, guint *n)
{
  const Builder *builder = BUILDER (plan);

  *n = 0;
  g_return_val_if_fail (plan != NULL && builder->sealed, NULL);
  g_return_val_if_fail ((guint)part < GP_N_PARTS && (guint)kind < GP_N_ROW_KINDS, NULL);
  *n = builder->first[part][kind + 1] - builder->first[part][kind];
  return *n > 0 ? plan->rows[part] + builder->first[part][kind] : NULL;
}
