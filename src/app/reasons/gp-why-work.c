/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-why-work.h. Threads: the worker has a snapshot and a published plan of its own; the result
 * goes to the document in the window's thread. */
#include "gp-why-work.h"
#include "gp-page.h"
#include "gp-why-rows.h"
#include "gp-work.h"

#include <glib/gi18n-lib.h>

typedef struct {
  GpDocument *document; /* the window's thread alone */
  GpProject *project;
  guint32 scenario;
  GpResultOf of;
  GpPlan *published;
} Search;

/* A result on its way to the document, with what it is of. */
typedef struct {
  Search *search;
  gpointer found;
  char *text; /* the same, to be kept; NULL: not worth it */
  GDestroyNotify destroy;
} Answer;

static Search *
search_new (GpDocument *document, const char *name)
{
  Search *search = g_new0 (Search, 1);

  search->document = g_object_ref (document);
  search->project = gp_project_ref ((GpProject *)gp_document_get_project (document));
  search->scenario = gp_document_get_scenario (document);
  search->of =
      (GpResultOf){name, search->project->scenarios[search->scenario].code,
                   gp_document_get_data_version (document), gp_document_get_epoch (document)};
  search->published = gp_document_dup_published_of (document, search->scenario);
  return search;
}

static void
search_free (gpointer data)
{
  Search *search = data;

  g_object_unref (search->document);
  gp_project_unref (search->project);
  g_clear_pointer (&search->published, gp_plan_unref);
  g_free (search);
}

static void
free_prices (gpointer prices)
{
  gp_prices_free (prices);
}

static void
free_repairs (gpointer repairs)
{
  gp_repairs_free (repairs);
}

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  if (answer->found != NULL)
    answer->destroy (answer->found);
  g_free (answer->text);
  g_free (answer);
}

static gpointer
answer_of (Search *search, gpointer found, char *text, GDestroyNotify destroy)
{
  Answer *answer;

  if (found == NULL)
    return NULL;
  answer = g_new0 (Answer, 1);
  *answer = (Answer){search, found, text, destroy};
  return answer;
}

/* ---- in the worker ----------------------------------------------------------------------------
 */

static gpointer
find_prices (gpointer data, GpJob *job, GError **error)
{
  Search *search = data;
  GpPricesOptions options = {.max_checked = GP_WHY_CHECKED,
                             .published = search->published,
                             .progress = gp_job_progress,
                             .progress_data = job};
  GpPrices *prices = gp_prices_find (search->project, search->scenario, &options,
                                     gp_job_get_cancellable (job), error);

  return answer_of (search, prices,
                    prices != NULL ? gp_prices_to_text (search->project, prices) : NULL,
                    free_prices);
}

static gpointer
find_repairs (gpointer data, GpJob *job, GError **error)
{
  Search *search = data;
  GpRepairsOptions options = {
      .published = search->published, .progress = gp_job_progress, .progress_data = job};
  GpRepairs *repairs = gp_repairs_find (search->project, search->scenario, &options,
                                        gp_job_get_cancellable (job), error);

  return answer_of (search, repairs, repairs != NULL ? gp_repairs_to_text (repairs) : NULL,
                    free_repairs);
}

/* ---- in the window's thread -------------------------------------------------------------------
 */

/* Marked on the page while it lasts, so that it is not started twice. */
static void
set_busy (GtkWidget *page, const char *name, gboolean busy)
{
  g_object_set_data (G_OBJECT (page), name, GINT_TO_POINTER (busy));
}

gboolean
gp_why_is_busy (GtkWidget *page, const char *name)
{
  return g_object_get_data (G_OBJECT (page), name) != NULL;
}

static void
take_answer (GtkWidget *page, const char *name, Answer *answer)
{
  set_busy (page, name, FALSE);
  if (answer != NULL) { /* "changed" has the page shown again */
    Search *search = answer->search;

    gboolean taken =
        gp_document_put_result (search->document, &search->of, g_steal_pointer (&answer->found),
                                answer->destroy, g_steal_pointer (&answer->text));

    answer_free (answer);
    if (!taken)
      gtk_widget_activate_action (page, "why.refresh", NULL);
  } else
    gtk_widget_activate_action (page, "why.refresh", NULL);
}

static void
on_prices (GtkWidget *page, gpointer result, const GError *error)
{
  (void)error;
  take_answer (page, GP_WHY_PRICES, result);
}

static void
on_repairs (GtkWidget *page, gpointer result, const GError *error)
{
  (void)error;
  take_answer (page, GP_WHY_REPAIRS, result);
}

GpJob *
gp_why_find_prices (GtkWidget *page, GpDocument *document)
{
  set_busy (page, GP_WHY_PRICES, TRUE);
  return gp_work_start (page, _ ("Finding prices"), find_prices,
                        search_new (document, GP_WHY_PRICES), search_free, answer_free, on_prices);
}

GpJob *
gp_why_find_repairs (GtkWidget *page, GpDocument *document)
{
  set_busy (page, GP_WHY_REPAIRS, TRUE);
  return gp_work_start (page, _ ("Looking for repairs"), find_repairs,
                        search_new (document, GP_WHY_REPAIRS), search_free, answer_free,
                        on_repairs);
}

/* ---- out of the file ---------------------------------------------------------------------------
 */

static gpointer
read_prices (const GpProject *project, const char *text)
{
  return gp_prices_from_text (project, text);
}

static gpointer
read_repairs (const GpProject *project, const char *text)
{
  (void)project;
  return gp_repairs_from_text (text);
}

void
gp_why_add_result_kinds (void)
{
  static const GpResultKind prices = {GP_WHY_PRICES, read_prices, free_prices};
  static const GpResultKind repairs = {GP_WHY_REPAIRS, read_repairs, free_repairs};

  gp_document_add_result_kind (&prices);
  gp_document_add_result_kind (&repairs);
}

/* ---- a repair as a scenario -------------------------------------------------------------------
 */

typedef struct {
  const GpRepair *repair;
  const char *parent, *code, *name, *sentence;
} Addition;

static gboolean
put_scenario (GpStore *store, gpointer data, GError **error)
{
  const Addition *addition = data;
  const char *const row[] = {addition->code, addition->parent, addition->name, addition->sentence,
                             NULL};

  if (!gp_store_put (store, GP_TABLE_SCENARIOS, row, error))
    return FALSE;
  for (guint i = 0; i < addition->repair->n_settings; i++) {
    const GpRepairSetting *setting = &addition->repair->settings[i];
    char year[GP_YEAR_BYTES], value[GP_DECIMAL_BYTES];
    const char *const cells[] = {addition->code,
                                 gp_param_info (setting->param)->name,
                                 setting->scope,
                                 gp_year_format (setting->year, year),
                                 gp_decimal_format (setting->value, value),
                                 "assumption",
                                 addition->sentence,
                                 NULL};

    if (!gp_store_put (store, GP_TABLE_PARAMETERS, cells, error))
      return FALSE;
  }
  return TRUE;
}

static char *
free_code (const GpProject *project, const char *parent, const char *lever)
{
  g_autofree char *start = g_strdup_printf ("%.40s-%s", parent, lever);
  char *code = g_strdup (start);

  for (guint i = 2; gp_project_find (project, GP_TABLE_SCENARIOS, code) != GP_NONE; i++) {
    g_free (code);
    code = g_strdup_printf ("%s-%u", start, i);
  }
  return code;
}

char *
gp_why_add_scenario (GpDocument *document, const GpRepair *repair, GError **error)
{
  const GpProject *project = gp_document_get_project (document);
  const GpScenario *parent = &project->scenarios[gp_document_get_scenario (document)];
  g_autofree char *code = free_code (project, parent->code, gp_lever_name (repair->lever));
  g_autofree char *sentence = gp_repair_sentence (repair);
  g_autofree char *name =
      g_strdup_printf (_ ("%s, repaired: %s"), parent->name, gp_why_lever_title (repair->lever));
  g_autofree char *label = g_strdup_printf (_ ("Added scenario %s"), name);
  Addition addition = {repair, parent->code, code, name, sentence};

  return gp_document_edit (document, label, put_scenario, &addition, error)
             ? g_steal_pointer (&code)
             : NULL;
}
