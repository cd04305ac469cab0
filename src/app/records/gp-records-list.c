/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See gp-records-list.h. Rows are compared by their values in the two snapshots, not by their
 * texts: 8,500 schools take about a millisecond. What stands before the first and after the last
 * row that is new, gone or at another place is left alone; in between the list is spliced. Rows
 * that only changed are announced one by one, or all at once where they are many.
 */
#include "gp-records-list.h"
#include "gp-records-rank.h"

#include <string.h>

#define MANY 300

struct _GpRecordsList {
  GObject parent;
  GpRecordSource source;
  GListStore *store;
  GHashTable *by_code; /* code -> GpRecord, of the store */
  guint32 ranked;      /* a bit a column */
};

G_DEFINE_FINAL_TYPE (GpRecordsList, gp_records_list, G_TYPE_OBJECT)

static void
gp_records_list_finalize (GObject *object)
{
  GpRecordsList *self = GP_RECORDS_LIST (object);

  g_hash_table_unref (self->by_code);
  g_object_unref (self->store);
  g_clear_pointer (&self->source.names, gp_records_names_unref);
  G_OBJECT_CLASS (gp_records_list_parent_class)->finalize (object);
}

static void
gp_records_list_class_init (GpRecordsListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gp_records_list_finalize;
}

static void
gp_records_list_init (GpRecordsList *self)
{
  self->store = g_list_store_new (GP_TYPE_RECORD);
  self->by_code = g_hash_table_new (g_str_hash, g_str_equal);
}

GpRecordsList *
gp_records_list_new (const GpRecordsKind *kind)
{
  GpRecordsList *self = g_object_new (GP_TYPE_RECORDS_LIST, NULL);

  self->source.kind = kind;
  return self;
}

GListModel *
gp_records_list_model (GpRecordsList *self)
{
  return G_LIST_MODEL (self->store);
}

const GpRecordsKind *
gp_records_list_kind (GpRecordsList *self)
{
  return self->source.kind;
}

GpRecordsNames *
gp_records_list_names (GpRecordsList *self)
{
  return self->source.names;
}

GpRecord *
gp_records_list_find (GpRecordsList *self, const char *code)
{
  return g_hash_table_lookup (self->by_code, code);
}

/* ---- are two rows the same to look at ---------------------------------------------------------
 */

static gboolean
same_region (const GpProject *a, guint32 i, const GpProject *b, guint32 j)
{
  return g_str_equal (a->regions[i].code, b->regions[j].code) &&
         g_str_equal (a->regions[i].name, b->regions[j].name);
}

static gboolean
same_board_name (const GpProject *a, guint32 i, const GpProject *b, guint32 j)
{
  return g_str_equal (a->boards[i].code, b->boards[j].code) &&
         g_str_equal (a->boards[i].name, b->boards[j].name);
}

static gboolean
same_board (const GpProject *a, const GpBoard *x, const GpProject *b, const GpBoard *y)
{
  return g_str_equal (x->name, y->name) && x->partner_since == y->partner_since &&
         x->max_verandercoaches == y->max_verandercoaches && g_str_equal (x->note, y->note) &&
         g_str_equal (x->stage, y->stage) && g_str_equal (x->contact, y->contact) &&
         same_region (a, x->home_region, b, y->home_region);
}

static gboolean
same_school (const GpProject *a, const GpSchool *x, const GpProject *b, const GpSchool *y)
{
  return g_str_equal (x->name, y->name) && x->pupils == y->pupils && x->high_need == y->high_need &&
         x->excluded == y->excluded && x->started == y->started && x->programme == y->programme &&
         x->intake == y->intake &&
         memcmp (x->requirements, y->requirements, sizeof x->requirements) == 0 &&
         g_str_equal (a->sectors[x->sector].code, b->sectors[y->sector].code) &&
         g_str_equal (a->sectors[x->sector].name, b->sectors[y->sector].name) &&
         same_region (a, x->region, b, y->region) && same_board_name (a, x->board, b, y->board);
}

static gboolean
same_expert (const GpProject *a, const GpExpertCoach *x, const GpProject *b, const GpExpertCoach *y)
{
  return g_str_equal (x->name, y->name) && x->from_year == y->from_year &&
         x->to_year == y->to_year && x->sectors == y->sectors &&
         gp_decimal_compare (x->days_per_year, y->days_per_year) == 0 &&
         same_region (a, x->region, b, y->region);
}

static gboolean
same_verandercoach (const GpProject *a, const GpVerandercoach *x, const GpProject *b,
                    const GpVerandercoach *y)
{
  return g_str_equal (x->name, y->name) && x->trained_year == y->trained_year &&
         x->to_year == y->to_year && x->has_days == y->has_days &&
         gp_decimal_compare (x->days_per_year, y->days_per_year) == 0 &&
         same_board_name (a, x->board, b, y->board);
}

static gboolean
same_row (GpTableId table, const GpProject *a, guint32 i, const GpProject *b, guint32 j)
{
  switch (table) {
  case GP_TABLE_BOARDS:
    return same_board (a, &a->boards[i], b, &b->boards[j]);
  case GP_TABLE_SCHOOLS:
    return same_school (a, &a->schools[i], b, &b->schools[j]);
  case GP_TABLE_EXPERT_COACHES:
    return same_expert (a, &a->expert_coaches[i], b, &b->expert_coaches[j]);
  default:
    return same_verandercoach (a, &a->verandercoaches[i], b, &b->verandercoaches[j]);
  }
}

/* ---- updating ---------------------------------------------------------------------------------
 */

static const char *
code_of (GpTableId table, const GpProject *project, guint32 row)
{
  switch (table) {
  case GP_TABLE_BOARDS:
    return project->boards[row].code;
  case GP_TABLE_SCHOOLS:
    return project->schools[row].code;
  case GP_TABLE_EXPERT_COACHES:
    return project->expert_coaches[row].code;
  default:
    return project->verandercoaches[row].code;
  }
}

typedef struct {
  GPtrArray *records; /* as they shall stand */
  GArray *changed;    /* guint: places of rows that were there and look another way */
} Update;

static void
place_row (GpRecordsList *self, Update *update, const GpProject *before, const GpProject *project,
           guint32 row, const GpRecordExtras *extras)
{
  GpTableId table = self->source.kind->table;
  GpRecord *record = g_hash_table_lookup (self->by_code, code_of (table, project, row));
  gboolean same;

  if (record == NULL) {
    g_ptr_array_add (update->records, gp_record_new (&self->source, row, extras));
    return;
  }
  same = before != NULL && memcmp (gp_record_extras (record), extras, sizeof *extras) == 0 &&
         same_row (table, before, gp_record_row (record), project, row);
  gp_record_set (record, row, extras, !same);
  g_ptr_array_add (update->records, g_object_ref (record));
  if (!same)
    g_array_append_val (update->changed, row);
}

static gboolean
stands_at (GListModel *model, guint place, gpointer record)
{
  g_autoptr (GObject) item = g_list_model_get_item (model, place);

  return (gpointer)item == record;
}

/* Splices what is between the first and the last difference of order; returns how many rows went
 * or came, and the part [from, to) of the new list that was spliced. */
static guint
splice (GpRecordsList *self, const Update *update, guint *from, guint *to)
{
  GListModel *model = G_LIST_MODEL (self->store);
  guint n_before = g_list_model_get_n_items (model), n = update->records->len;
  guint head = 0, tail = 0;

  while (head < MIN (n, n_before) && stands_at (model, head, update->records->pdata[head]))
    head++;
  while (tail < MIN (n, n_before) - head &&
         stands_at (model, n_before - 1 - tail, update->records->pdata[n - 1 - tail]))
    tail++;
  *from = head;
  *to = n - tail;
  if (head == n && n == n_before)
    return 0;
  g_list_store_splice (self->store, head, n_before - head - tail, update->records->pdata + head,
                       n - head - tail);
  return MAX (n_before, n) - head - tail;
}

static void
announce (GpRecordsList *self, const Update *update, guint from, guint to)
{
  GListModel *model = G_LIST_MODEL (self->store);
  guint n = g_list_model_get_n_items (model);

  if (update->changed->len > MANY) {
    g_list_model_items_changed (model, 0, n, n);
    return;
  }
  for (guint i = 0; i < update->changed->len; i++) {
    guint place = g_array_index (update->changed, guint, i);

    if (place < from || place >= to)
      g_list_model_items_changed (model, place, 1, 1);
  }
}

static void
index_codes (GpRecordsList *self, const GPtrArray *records)
{
  g_hash_table_remove_all (self->by_code);
  for (guint i = 0; i < records->len; i++)
    g_hash_table_insert (self->by_code, (gpointer)gp_record_code (records->pdata[i]),
                         records->pdata[i]);
}

/* Where an edit put the rows that it changed, among the others. */
static void
rank_again (GpRecordsList *self, const GPtrArray *records)
{
  for (guint i = 0; i < self->source.kind->n_columns; i++) {
    guint n = gp_records_list_is_ranked (self, i) ? gp_records_rank_n_lacking (records, i) : 0;

    if (n > 0 && (n > MANY || !gp_records_rank (records, i)))
      self->ranked &= ~(1u << i);
  }
}

void
gp_records_list_rank (GpRecordsList *self, guint column)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->store));

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (records, g_list_model_get_item (G_LIST_MODEL (self->store), i));
  gp_records_rank (records, column);
  self->ranked |= 1u << column;
}

gboolean
gp_records_list_is_ranked (GpRecordsList *self, guint column)
{
  return (self->ranked & 1u << column) != 0;
}

guint
gp_records_list_update (GpRecordsList *self, const GpProject *project, const GpRecordExtras *extras)
{
  static const GpRecordExtras none = {{-1, -1, -1, -1, -1, -1}};
  g_autoptr (GpRecordsNames) before = self->source.names;
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) changed = g_array_new (FALSE, FALSE, sizeof (guint));
  Update update = {records, changed};
  guint n = gp_project_n_rows (project, self->source.kind->table), from, to, n_placed;

  self->source.names = gp_records_names_new (project);
  for (guint32 i = 0; i < n; i++)
    place_row (self, &update, before != NULL ? gp_records_names_project (before) : NULL, project, i,
               extras != NULL ? &extras[i] : &none);
  index_codes (self, records);
  rank_again (self, records);
  n_placed = splice (self, &update, &from, &to);
  announce (self, &update, from, to);
  return n_placed + changed->len;
}

guint
gp_records_list_get_ready (GpRecordsList *self, guint from, guint n)
{
  GListModel *model = G_LIST_MODEL (self->store);
  guint end = g_list_model_get_n_items (model);

  for (; from < end && n > 0; from++) {
    g_autoptr (GpRecord) record = g_list_model_get_item (model, from);

    if (!gp_record_is_ready (record)) {
      gp_record_get_ready (record);
      n--;
    }
  }
  return from < end ? from : G_MAXUINT;
}
