/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-document-results.h. What was looked for in the file and not found is remembered as well.
 */
#include "gp-document-private.h"

#include <glib/gi18n-lib.h>

struct _GpDocumentResults {
  GHashTable *table; /* "name\nscenario" -> Result */
};

typedef enum {
  IN_MEMORY, /* of a kind that has no text, or nothing worth keeping */
  IN_FILE,
  WAITS,   /* to be stored: a worker has the file */
  REFUSED, /* the file does not take it */
  ABSENT   /* there is none */
} Where;

typedef struct {
  Where where;
  gint64 data_version;
  const GpResultKind *kind; /* or NULL */
  char *text;               /* or NULL */
  gpointer result;          /* NULL: to be read from the text, or none */
  GDestroyNotify destroy;
} Result;

/* ---- kinds -------------------------------------------------------------------------------------
 */

#define MOST_KINDS 8
static const GpResultKind *kinds[MOST_KINDS];
static guint n_kinds;

void
gp_document_add_result_kind (const GpResultKind *kind)
{
  for (guint i = 0; i < n_kinds; i++)
    if (g_str_equal (kinds[i]->name, kind->name))
      return;
  g_return_if_fail (n_kinds < MOST_KINDS);
  kinds[n_kinds++] = kind;
}

static const GpResultKind *
find_kind (const char *name)
{
  for (guint i = 0; i < n_kinds; i++)
    if (g_str_equal (kinds[i]->name, name))
      return kinds[i];
  return NULL;
}

/* ---- the table ---------------------------------------------------------------------------------
 */

static void
drop_result (Result *kept)
{
  if (kept->result != NULL && kept->destroy != NULL)
    kept->destroy (kept->result);
  kept->result = NULL;
}

static void
result_free (gpointer data)
{
  Result *kept = data;

  drop_result (kept);
  g_free (kept->text);
  g_free (kept);
}

GpDocumentResults *
gp_document_results_new (void)
{
  GpDocumentResults *self = g_new0 (GpDocumentResults, 1);

  self->table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, result_free);
  return self;
}

void
gp_document_results_free (GpDocumentResults *self)
{
  g_hash_table_unref (self->table);
  g_free (self);
}

void
gp_document_results_forget (GpDocumentResults *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->table);
  while (g_hash_table_iter_next (&iter, NULL, &value)) {
    Result *kept = value;

    if (kept->where == IN_FILE || kept->where == ABSENT)
      g_hash_table_iter_remove (&iter);
    else if (kept->text != NULL)
      drop_result (kept);
  }
}

static char *
key_of (const char *name, const char *scenario)
{
  return g_strconcat (name, "\n", scenario, NULL);
}

static Result *
add (GpDocument *self, const char *name, const char *scenario, const Result *result)
{
  Result *kept = g_memdup2 (result, sizeof *result);

  g_hash_table_replace (self->results->table, key_of (name, scenario), kept);
  return kept;
}

/* ---- into the file -----------------------------------------------------------------------------
 */

static void
store (GpDocument *self, const char *scenario, Result *kept)
{
  g_autoptr (GError) error = NULL;

  if (kept->text == NULL ||
      gp_project_find (self->project, GP_TABLE_SCENARIOS, scenario) == GP_NONE)
    return;
  if (self->busy != NULL) {
    kept->where = WAITS;
    return;
  }
  kept->where = REFUSED;
  if (gp_store_is_read_only (gp_document_store (self))) /* which the window says already */
    return;
  if (gp_store_put_result (gp_document_store (self), scenario, kept->kind->name, kept->data_version,
                           kept->text, &error))
    kept->where = IN_FILE;
  else
    gp_document_tell_trouble (self, _ ("A result is not in the project file"), error->message);
}

void
gp_document_results_store (GpDocument *self)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, self->results->table);
  while (g_hash_table_iter_next (&iter, &key, &value)) {
    Result *kept = value;

    if (kept->where == WAITS)
      store (self, strchr (key, '\n') + 1, kept);
  }
}

gboolean
gp_document_put_result (GpDocument *self, const GpResultOf *of, gpointer result,
                        GDestroyNotify destroy, char *text)
{
  Result made = {.data_version = of->data_version,
                 .kind = find_kind (of->name),
                 .text = text,
                 .result = result,
                 .destroy = destroy};

  if (of->epoch != self->epoch) {
    drop_result (&made);
    g_free (text);
    gp_document_tell_trouble (self, _ ("A result was of the project as it was before"),
                              _ ("The project became another one while it was being found. Begin "
                                 "again to find it for the "
                                 "project as it is now."));
    return FALSE;
  }
  g_return_val_if_fail (text == NULL || made.kind != NULL, FALSE);
  store (self, of->scenario, add (self, of->name, of->scenario, &made));
  gp_document_emit_changed (self);
  return TRUE;
}

gboolean
gp_document_has_unkept_results (GpDocument *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->results->table);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (((Result *)value)->where == REFUSED || ((Result *)value)->where == WAITS)
      return TRUE;
  return FALSE;
}

/* ---- out of the file ---------------------------------------------------------------------------
 */

/* It is left out, and does not come back. */
static void
leave_out (GpDocument *self, const GpResultKind *kind, const char *scenario)
{
  if (!gp_store_is_read_only (gp_document_store (self)))
    gp_store_drop_result (gp_document_store (self), scenario, kind->name, NULL);
  gp_document_tell_trouble (self, _ ("A result in the project file cannot be read"),
                            _ ("What was found before is damaged and is left out; the rest of the "
                               "project is well. Find it "
                               "again on the page that shows it."));
}

static Result *
look_up (GpDocument *self, const char *name, const char *scenario)
{
  g_autofree char *key = key_of (name, scenario);
  Result *kept = g_hash_table_lookup (self->results->table, key);
  const GpResultKind *kind = find_kind (name);
  g_autoptr (GpStoredResult) stored = NULL;
  g_autoptr (GError) error = NULL;
  Result made = {.where = ABSENT, .kind = kind};

  if (kept != NULL || kind == NULL || self->busy != NULL)
    return kept;
  stored = gp_store_get_result (gp_document_store (self), scenario, name, &error);
  if (g_error_matches (error, GP_ERROR, GP_ERROR_DAMAGED))
    leave_out (self, kind, scenario);
  else if (error != NULL)
    g_info ("%s", error->message);
  if (stored != NULL) {
    made.where = IN_FILE;
    made.data_version = stored->data_version;
    made.destroy = kind->destroy;
    made.text = g_steal_pointer (&stored->text);
  }
  return add (self, name, scenario, &made);
}

static gpointer
read_result (GpDocument *self, Result *kept, const char *scenario)
{
  if (kept->result == NULL && kept->text != NULL) {
    kept->result = kept->kind->read (self->project, kept->text);
    kept->destroy = kept->kind->destroy;
    if (kept->result == NULL) {
      if (kept->where == IN_FILE && self->busy == NULL)
        leave_out (self, kept->kind, scenario);
      kept->where = ABSENT;
      g_clear_pointer (&kept->text, g_free);
    }
  }
  return kept->result;
}

gpointer
gp_document_get_result_of (GpDocument *self, const char *name, const char *scenario,
                           gboolean *stale)
{
  Result *kept = scenario != NULL ? look_up (self, name, scenario) : NULL;
  gpointer result = kept != NULL ? read_result (self, kept, scenario) : NULL;

  if (stale != NULL)
    *stale = result != NULL && kept->data_version != gp_document_get_data_version (self);
  return result;
}

gpointer
gp_document_get_result (GpDocument *self, const char *name, gboolean *stale)
{
  return gp_document_get_result_of (self, name, self->scenario, stale);
}
