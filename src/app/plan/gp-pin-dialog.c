/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-pin-dialog.h. The rules are gp-pin-wish.h's; below the form stands what they come to, or
 * why they come to nothing. */
#include "gp-pin-dialog.h"

#include "gp-choosing.h"
#include "gp-page.h"
#include "gp-plan-pins.h"

#include <glib/gi18n-lib.h>
#include <groeiplan/gp-format.h>
#include <groeiplan/gp-parameter.h>

/* What may be fixed, in the order of the choice. */
enum { REGULAR, GROEIKRACHT, PARTNER, TRAINING };
/* The rules of a partner year: the others say nothing there. */
static const GpWishRule partner_rules[] = {GP_WISH_EXACTLY, GP_WISH_NONE_IN, GP_WISH_NONE_OUTSIDE};

#define MOST_AMOUNT 100000

struct _GpPinDialog {
  AdwWindow parent;
  GtkWidget *save;
  GtkEditable *board, *amount, *reason;
  GtkWidget *amount_row;
  AdwComboRow *what, *sector, *rule, *first, *last;
  GtkLabel *result;
  GpRecordsChoices *choices; /* of the board's row */
  GtkWidget *page;           /* a weak pointer */
  GpDocument *document;
  GpProject *project;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (GpPinDialog, gp_pin_dialog, ADW_TYPE_WINDOW)

/* ---- what is filled in ------------------------------------------------------------------------
 */

static guint32
typed_board (GpPinDialog *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->board)));
  g_autofree char *folded = g_utf8_casefold (text, -1);
  guint32 found = gp_project_find (self->project, GP_TABLE_BOARDS, text);

  for (guint32 i = 0; found == GP_NONE && *folded != '\0' && i < self->project->n_boards; i++) {
    g_autofree char *name = g_utf8_casefold (self->project->boards[i].name, -1);

    if (g_str_equal (name, folded))
      found = i;
  }
  return found;
}

static gboolean
of_partner (GpPinDialog *self)
{
  return adw_combo_row_get_selected (self->what) == PARTNER;
}

static GpWishRule
chosen_rule (GpPinDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->rule);

  if (!of_partner (self))
    return MIN (selected, GP_WISH_NONE_OUTSIDE);
  return partner_rules[MIN (selected, G_N_ELEMENTS (partner_rules) - 1)];
}

static gboolean
read_amount (GpPinDialog *self, int *amount)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->amount)));
  guint64 value;

  if (!g_ascii_string_to_unsigned (text, 10, 0, MOST_AMOUNT, &value, NULL))
    return FALSE;
  *amount = (int)value;
  return TRUE;
}

static gboolean
needs_amount (GpPinDialog *self)
{
  return !of_partner (self) && chosen_rule (self) <= GP_WISH_EXACTLY;
}

static gboolean
read_wish (GpPinDialog *self, GpPinWish *wish, GError **error)
{
  guint what = adw_combo_row_get_selected (self->what);

  *wish = (GpPinWish){
      .place = {.board = typed_board (self),
                .sector = GP_NONE,
                .kind = what == PARTNER    ? GP_PIN_PARTNER
                        : what == TRAINING ? GP_PIN_TRAINING
                                           : GP_PIN_START},
      .first = (GpYear)(self->project->plan_from + (int)adw_combo_row_get_selected (self->first)),
      .last = (GpYear)(self->project->plan_from + (int)adw_combo_row_get_selected (self->last)),
      .rule = chosen_rule (self),
      .reason = gtk_editable_get_text (self->reason)};
  if (wish->place.kind == GP_PIN_START) {
    wish->place.sector = adw_combo_row_get_selected (self->sector);
    wish->place.programme = what == REGULAR ? GP_PROGRAMME_REGULAR : GP_PROGRAMME_GROEIKRACHT;
  }
  if (wish->place.board != GP_NONE && needs_amount (self) && !read_amount (self, &wish->amount)) {
    g_set_error_literal (error, GP_ERROR, GP_ERROR_DATA, _ ("Type how many: a whole number."));
    return FALSE;
  }
  return TRUE;
}

/* What the form comes to, or what is still missing. */
static void
show_result (GpPinDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) pins = NULL;
  g_autofree char *text = NULL;
  GpPinWish wish;

  if (self->filling)
    return;
  if (read_wish (self, &wish, &error))
    pins =
        gp_pin_wish_pins (self->project, gp_document_get_scenario (self->document), &wish, &error);
  text = pins != NULL ? gp_pin_wish_text (self->project, &wish, pins) : g_strdup (error->message);
  gtk_label_set_text (self->result, text);
  gtk_widget_set_sensitive (self->save, pins != NULL);
}

/* ---- the form ---------------------------------------------------------------------------------
 */

static void
set_names (AdwComboRow *row, const char *const *names, guint n)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  guint selected = adw_combo_row_get_selected (row);

  for (guint i = 0; i < n; i++)
    gtk_string_list_append (list, names[i]);
  adw_combo_row_set_model (row, G_LIST_MODEL (list));
  adw_combo_row_set_selected (row, selected < n ? selected : 0);
}

static void
fill_rules (GpPinDialog *self)
{
  const char *all[] = {_ ("At least"), _ ("At most"), _ ("Exactly"), _ ("None in these years"),
                       _ ("None outside these years")};
  const char *partner[] = {_ ("In this year"), _ ("Not in these years"),
                           _ ("Not outside these years")};

  if (of_partner (self))
    set_names (self->rule, partner, G_N_ELEMENTS (partner));
  else
    set_names (self->rule, all, G_N_ELEMENTS (all));
}

static void
on_rule (GpPinDialog *self)
{
  gtk_widget_set_visible (self->amount_row, needs_amount (self));
  show_result (self);
}

static void
on_what (GpPinDialog *self)
{
  guint what = adw_combo_row_get_selected (self->what);
  const char *amounts =
      what == TRAINING ? _ ("Verandercoaches, each year") : _ ("Schools, each year");
  gboolean filling = self->filling;

  self->filling = TRUE;
  fill_rules (self);
  self->filling = filling;
  gtk_widget_set_visible (GTK_WIDGET (self->sector),
                          what <= GROEIKRACHT && self->project->n_sectors > 1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->amount_row), amounts);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->amount), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  amounts, -1);
  on_rule (self);
}

/* A window of one year grows from its first year. */
static void
on_first (GpPinDialog *self)
{
  if (!self->filling &&
      adw_combo_row_get_selected (self->last) < adw_combo_row_get_selected (self->first))
    adw_combo_row_set_selected (self->last, adw_combo_row_get_selected (self->first));
  show_result (self);
}

/* The sector in which the board has most schools that can start. */
static void
choose_sector (GpPinDialog *self, guint32 board)
{
  g_autofree guint *counts = g_new0 (guint, MAX (self->project->n_sectors, 1));
  guint32 best = 0;

  for (guint32 i = 0; i < self->project->n_schools; i++)
    if (self->project->schools[i].board == board &&
        gp_school_is_eligible (&self->project->schools[i]))
      counts[self->project->schools[i].sector]++;
  for (guint32 i = 1; i < self->project->n_sectors; i++)
    if (counts[i] > counts[best])
      best = i;
  adw_combo_row_set_selected (self->sector, best);
}

static void
on_board (GpPinDialog *self)
{
  guint32 board;

  if (self->filling)
    return;
  board = typed_board (self);
  if (board != GP_NONE) {
    choose_sector (self, board);
    gtk_popover_popdown (GTK_POPOVER (self->choices));
  } else
    gp_choosing_look_for (self->choices, gtk_editable_get_text (self->board));
  show_result (self);
}

static void
on_save (GpPinDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  GpPinWish wish;
  guint n = 0;

  if (read_wish (self, &wish, &error))
    n = gp_plan_put_wish (self->document, &wish, &error);
  if (n == 0) {
    gtk_label_set_text (self->result, error->message);
    gtk_widget_set_sensitive (self->save, FALSE);
    return;
  }
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Put %u pin", "Put %u pins", n), n);
  if (self->page != NULL)
    gp_page_toast (self->page, text, _ ("_Undo"), "win.undo");
  gtk_window_close (GTK_WINDOW (self));
}

/* ---- at its start -----------------------------------------------------------------------------
 */

static void
fill_board (GpPinDialog *self)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint32 i = 0; i < self->project->n_boards; i++)
    g_strv_builder_add (names, self->project->boards[i].name);
  self->choices = gp_choosing_attach (self->board, g_strv_builder_end (names));
}

static void
fill_lists (GpPinDialog *self)
{
  const GpProject *project = self->project;
  const char *kinds[] = {_ ("Regular starts"), _ ("Groeikracht starts"), _ ("Becomes a partner"),
                         _ ("Verandercoaches to train")};
  g_autoptr (GPtrArray) sectors = g_ptr_array_new ();
  g_autoptr (GPtrArray) years = g_ptr_array_new_with_free_func (g_free);

  for (guint32 i = 0; i < project->n_sectors; i++)
    g_ptr_array_add (sectors, (gpointer)project->sectors[i].name);
  for (GpYear year = project->plan_from; year <= project->last_year; year++) {
    char text[GP_YEAR_BYTES];

    g_ptr_array_add (years, g_strdup (gp_year_format (year, text)));
  }
  set_names (self->what, kinds, G_N_ELEMENTS (kinds));
  set_names (self->sector, (const char *const *)sectors->pdata, sectors->len);
  set_names (self->first, (const char *const *)years->pdata, years->len);
  set_names (self->last, (const char *const *)years->pdata, years->len);
}

static guint
rule_place (const GpPinWish *start)
{
  for (guint i = 0; start->place.kind == GP_PIN_PARTNER && i < G_N_ELEMENTS (partner_rules); i++)
    if (partner_rules[i] == start->rule)
      return i;
  return start->place.kind == GP_PIN_PARTNER ? 0 : start->rule;
}

static void
fill_wish (GpPinDialog *self, const GpPinWish *start)
{
  const GpPinPlace *place = &start->place;
  g_autofree char *amount = g_strdup_printf ("%d", start->amount);

  adw_combo_row_set_selected (self->what, place->kind == GP_PIN_PARTNER    ? PARTNER
                                          : place->kind == GP_PIN_TRAINING ? TRAINING
                                          : place->programme == GP_PROGRAMME_GROEIKRACHT
                                              ? GROEIKRACHT
                                              : REGULAR);
  on_what (self);
  if (place->board != GP_NONE) {
    gtk_editable_set_text (self->board, self->project->boards[place->board].name);
    choose_sector (self, place->board);
  }
  if (place->kind == GP_PIN_START && place->sector != GP_NONE)
    adw_combo_row_set_selected (self->sector, place->sector);
  adw_combo_row_set_selected (self->first, (guint)(start->first - self->project->plan_from));
  adw_combo_row_set_selected (self->last, (guint)(start->last - self->project->plan_from));
  adw_combo_row_set_selected (self->rule, rule_place (start));
  gtk_editable_set_text (self->amount, amount);
  gtk_editable_set_text (self->reason, start->reason != NULL ? start->reason : "");
}

static void
gp_pin_dialog_dispose (GObject *object)
{
  GpPinDialog *self = GP_PIN_DIALOG (object);

  g_clear_weak_pointer (&self->page);
  g_clear_object (&self->document);
  g_clear_pointer (&self->project, gp_project_unref);
  G_OBJECT_CLASS (gp_pin_dialog_parent_class)->dispose (object);
}

static void
gp_pin_dialog_class_init (GpPinDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gp_pin_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/groeiplan/Groeiplan/gp-pin-dialog.ui");
#define CHILD(name) gtk_widget_class_bind_template_child (widget_class, GpPinDialog, name)
  CHILD (save);
  CHILD (board);
  CHILD (amount);
  CHILD (amount_row);
  CHILD (reason);
  CHILD (what);
  CHILD (sector);
  CHILD (rule);
  CHILD (first);
  CHILD (last);
  CHILD (result);
#undef CHILD
  gtk_widget_class_bind_template_callback (widget_class, on_board);
  gtk_widget_class_bind_template_callback (widget_class, on_what);
  gtk_widget_class_bind_template_callback (widget_class, on_rule);
  gtk_widget_class_bind_template_callback (widget_class, on_first);
  gtk_widget_class_bind_template_callback (widget_class, show_result);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
gp_pin_dialog_init (GpPinDialog *self)
{
  self->filling = TRUE; /* until there is a document */
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
gp_pin_dialog_present (GtkWidget *page, GpDocument *document, const GpPinWish *start)
{
  GpPinDialog *self = g_object_new (GP_TYPE_PIN_DIALOG, NULL);

  self->document = g_object_ref (document);
  self->project = gp_project_ref ((GpProject *)gp_document_get_project (document));
  g_set_weak_pointer (&self->page, page);
  fill_board (self);
  fill_lists (self);
  on_what (self);
  if (start != NULL)
    fill_wish (self, start);
  self->filling = FALSE;
  on_rule (self);
  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (gtk_widget_get_root (page)));
  gtk_widget_grab_focus (GTK_WIDGET (self->board));
  gtk_window_present (GTK_WINDOW (self));
}
