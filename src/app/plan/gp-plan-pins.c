/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-plan-pins.h. */
#include "gp-plan-pins.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef struct {
  const GpProject *project;
  const GpPlan *plan;
  const char *scenario;
  const GArray *places;
} PinEdit;

/* ---- rows of the table ------------------------------------------------------------------------
 */

#define N_KEYS 6

static void
fill_key (const PinEdit *edit, const GpPinPlace *place, char year[static GP_YEAR_BYTES],
          const char *key[static N_KEYS])
{
  const GpProject *project = edit->project;

  key[0] = edit->scenario;
  key[1] = gp_pin_kind_name (place->kind);
  key[2] = project->boards[place->board].code;
  key[3] = place->sector != GP_NONE ? project->sectors[place->sector].code : "";
  key[4] = gp_programme_name (place->programme);
  key[5] = gp_year_format (place->year, year);
}

static gboolean
put_pins (GpStore *store, gpointer data, GError **error)
{
  const PinEdit *edit = data;

  for (guint i = 0; i < edit->places->len; i++) {
    const GpPinPlace *place = &g_array_index (edit->places, GpPinPlace, i);
    char year[GP_YEAR_BYTES], amount[16];
    const char *cells[N_KEYS + 3];

    fill_key (edit, place, year, cells);
    g_snprintf (amount, sizeof amount, "%d",
                (int)lround (gp_pin_amount (edit->project, edit->plan, place)));
    cells[N_KEYS] = cells[N_KEYS + 1] = amount;
    cells[N_KEYS + 2] = _ ("As it was planned");
    if (!gp_store_put (store, GP_TABLE_PINS, cells, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
delete_pins (GpStore *store, gpointer data, GError **error)
{
  const PinEdit *edit = data;

  for (guint i = 0; i < edit->places->len; i++) {
    char year[GP_YEAR_BYTES];
    const char *key[N_KEYS];

    fill_key (edit, &g_array_index (edit->places, GpPinPlace, i), year, key);
    if (!gp_store_delete (store, GP_TABLE_PINS, key, error))
      return FALSE;
  }
  return TRUE;
}

/* ---- edits ------------------------------------------------------------------------------------
 */

static PinEdit
edit_of (GpDocument *document, const GArray *places)
{
  guint32 scenario = gp_document_get_scenario (document);
  PinEdit edit = {.project = gp_document_get_project (document),
                  .plan = gp_document_get_plan (document),
                  .places = places};

  if (scenario != GP_NONE)
    edit.scenario = edit.project->scenarios[scenario].code;
  return edit;
}

guint
gp_plan_pin (GpDocument *document, const GArray *places, GError **error)
{
  PinEdit edit = edit_of (document, places);
  g_autofree char *label = NULL;

  if (edit.scenario == NULL || edit.plan == NULL || !edit.plan->has_whole || places->len == 0) {
    g_set_error_literal (error, GP_ERROR, GP_ERROR_DATA,
                         _ ("Only what a plan in whole schools says can be pinned: plan the "
                            "scenario first."));
    return 0;
  }
  label = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Pinned %u decision", "Pinned %u decisions", places->len),
      places->len);
  return gp_document_edit (document, label, put_pins, &edit, error) ? places->len : 0;
}

guint
gp_plan_unpin (GpDocument *document, const GArray *places, guint *of_parents, GError **error)
{
  PinEdit edit = edit_of (document, places);
  guint32 scenario = gp_document_get_scenario (document);
  g_autoptr (GArray) own = g_array_new (FALSE, FALSE, sizeof (GpPinPlace));
  g_autofree char *label = NULL;
  guint parents = 0;

  for (guint i = 0; edit.scenario != NULL && i < places->len; i++) {
    const GpPinPlace *place = &g_array_index (places, GpPinPlace, i);
    guint32 pin = gp_pin_find (edit.project, scenario, place);

    if (pin == GP_NONE)
      continue;
    if (edit.project->pins[pin].scenario == scenario)
      g_array_append_val (own, *place);
    else
      parents++;
  }
  if (of_parents != NULL)
    *of_parents = parents;
  if (own->len == 0)
    return 0;
  edit.places = own;
  label = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Removed %u pin", "Removed %u pins", own->len), own->len);
  return gp_document_edit (document, label, delete_pins, &edit, error) ? own->len : 0;
}

/* ---- a wish -----------------------------------------------------------------------------------
 */

typedef struct {
  PinEdit edit;
  const GArray *pins; /* of GpPin */
} WishEdit;

static void
fill_bound (int bound, char text[static 16])
{
  if (bound < 0)
    *text = '\0';
  else
    g_snprintf (text, 16, "%d", bound);
}

static gboolean
put_wish (GpStore *store, gpointer data, GError **error)
{
  const WishEdit *wish = data;

  for (guint i = 0; i < wish->pins->len; i++) {
    const GpPin *pin = &g_array_index (wish->pins, GpPin, i);
    GpPinPlace place = gp_pin_place_of (pin);
    char year[GP_YEAR_BYTES], min[16], max[16];
    const char *cells[N_KEYS + 3] = {0};

    fill_key (&wish->edit, &place, year, cells);
    fill_bound (pin->min, min);
    fill_bound (pin->max, max);
    cells[N_KEYS] = min;
    cells[N_KEYS + 1] = max;
    cells[N_KEYS + 2] = pin->reason;
    if (!gp_store_put (store, GP_TABLE_PINS, cells, error))
      return FALSE;
  }
  return TRUE;
}

guint
gp_plan_put_wish (GpDocument *document, const GpPinWish *wish, GError **error)
{
  g_autoptr (GArray) pins = NULL;
  WishEdit edit = {.edit = edit_of (document, NULL)};
  g_autofree char *label = NULL;

  if (edit.edit.scenario == NULL) {
    g_set_error_literal (error, GP_ERROR, GP_ERROR_DATA,
                         _ ("Pins belong to a scenario: add a scenario first."));
    return 0;
  }
  pins = gp_pin_wish_pins (edit.edit.project, gp_document_get_scenario (document), wish, error);
  if (pins == NULL)
    return 0;
  edit.pins = pins;
  label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Put %u pin", "Put %u pins", pins->len),
                           pins->len);
  return gp_document_edit (document, label, put_wish, &edit, error) ? pins->len : 0;
}
