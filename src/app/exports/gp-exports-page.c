/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The Exports page: which report, for whom, in which language and forms; its pages as they will be
 * printed; and writing into a folder. What reports are made from is gathered in a worker when the
 * document changed; a preview of one report is made in a blink and drawn by the report itself.
 */
#include "gp-exports-page-private.h"

#include "gp-narrow-choice.h"
#include "gp-paths.h"
#include "gp-tab-flow.h"

#include <glib/gi18n-lib.h>

static void gp_exports_page_iface (GpPageInterface *iface);
G_DEFINE_FINAL_TYPE_WITH_CODE (GpExportsPage, gp_exports_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GP_TYPE_PAGE, gp_exports_page_iface))

/* ---- what is chosen ------------------------------------------------------------------------- */

GtkCheckButton *
gp_exports_page_format (GpExportsPage *self, guint format)
{
  GtkCheckButton *const buttons[N_FORMATS] = {self->pdf, self->xlsx, self->csv, self->html};

  return buttons[format];
}

GpExportChoice
gp_exports_page_choice (GpExportsPage *self)
{
  guint board = gtk_drop_down_get_selected (self->board);
  GpExportChoice choice = {.kind = (GpExportKind)gtk_drop_down_get_selected (self->kind),
                           .board = board != GTK_INVALID_LIST_POSITION ? board : 0,
                           .language = gtk_drop_down_get_selected (self->language) == 0
                                           ? GP_LANGUAGE_DUTCH
                                           : GP_LANGUAGE_ENGLISH};
  guint can = gp_export_formats (choice.kind), formats = 0;

  for (guint f = 0; f < N_FORMATS; f++)
    if ((can & 1u << f) != 0 && gtk_check_button_get_active (gp_exports_page_format (self, f)))
      formats |= 1u << f;
  choice.formats = (GpReportFormats)formats;
  return choice;
}

static gboolean
is_for_boards (GpExportKind kind)
{
  return kind == GP_EXPORT_BOARD || kind == GP_EXPORT_ALL_BOARDS;
}

/* ---- the report ------------------------------------------------------------------------------ */

/* What is written for all boards; a new string. */
static char *
all_boards_text (GpExportsPage *self, const GpExportChoice *choice)
{
  g_auto (GStrv) others =
      self->languages != NULL
          ? gp_exports_languages_others (self->languages, self->listed, choice->language)
          : NULL;
  guint n = others != NULL ? g_strv_length (others) : 0;
  const char *text = _ ("Every board gets a pack of its own that holds nothing of any other. The "
                        "preview shows one of them.");

  if (n == 0)
    return g_strdup (text);
  g_autofree char *more =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u board gets its pack in its own language.",
                                    "%u boards get their pack in their own language.", n),
                       n);
  return g_strconcat (text, " ", more, NULL);
}

/* What keeps the report from being made, as a sentence, or what it will be. */
static void
show_state (GpExportsPage *self, const GError *error)
{
  GpExportChoice choice = gp_exports_page_choice (self);
  g_autofree char *all = NULL;
  const char *text = "";

  if (error != NULL)
    text = error->message;
  else if (gp_document_plan_is_stale (self->document))
    text =
        _ ("The data changed since the plan was made; every export says so. Plan again for fresh "
           "figures.");
  else if (self->exports != NULL && self->exports->input.audit == GP_REPORT_AUDIT_FAILED)
    text = _ ("The plan does not pass its audit; every export says so.");
  else if (choice.formats == 0)
    text = _ ("Choose at least one form.");
  else if (choice.kind == GP_EXPORT_ALL_BOARDS) {
    all = all_boards_text (self, &choice);
    text = all;
  } else if (choice.kind == GP_EXPORT_BOARD)
    text = _ ("The pack is about this board alone and holds nothing of any other.");
  else if (choice.kind == GP_EXPORT_DIRECTOR && self->exports != NULL &&
           (!self->exports->input.repairs_sought || self->exports->input.futures == NULL))
    text = _ ("Repairs found on the Why page and futures drawn on the Futures page become part of "
              "the report.");
  gtk_label_set_text (self->state, text);
  gtk_widget_set_visible (GTK_WIDGET (self->state), *text != '\0');
  /* without what reports are made from, writing has that gathered first */
  gtk_widget_set_sensitive (self->write,
                            choice.formats != 0 && (self->has_report || self->exports == NULL));
}

static void
make_report (GpExportsPage *self)
{
  g_autoptr (GError) error = NULL;
  GpExportChoice choice = gp_exports_page_choice (self);
  GpReport *report = NULL;

  if (choice.kind == GP_EXPORT_ALL_BOARDS)
    gp_exports_page_own_language (self, &choice.language);
  if (self->exports != NULL)
    report = gp_exports_report (self->exports, &choice, &error);
  self->has_report = report != NULL;
  gp_paper_set_report (self->paper, report);
  show_state (self, error);
}

static void
on_chosen (GpExportsPage *self)
{
  GpExportChoice choice = gp_exports_page_choice (self);
  guint can = gp_export_formats (choice.kind);

  if (self->filling || self->document == NULL)
    return;
  gp_exports_page_show_language (self);
  gtk_widget_set_visible (self->board_row, is_for_boards (choice.kind));
  for (guint f = 0; f < N_FORMATS; f++)
    gtk_widget_set_visible (GTK_WIDGET (gp_exports_page_format (self, f)), (can & 1u << f) != 0);
  make_report (self);
  if (self->exports == NULL && self->gathering == NULL)
    gp_exports_page_gather (self);
}

static void
on_language (GpExportsPage *self)
{
  if (self->filling)
    return;
  gp_exports_page_take_language (self);
  on_chosen (self);
}

static void
on_own (GpExportsPage *self)
{
  if (self->filling)
    return;
  gp_exports_page_take_own (self);
  on_chosen (self);
}

static void
on_format (GpExportsPage *self)
{
  if (!self->filling && self->document != NULL && (self->has_report || self->exports == NULL))
    show_state (self, NULL);
}

/* ---- the window ----------------------------------------------------------------------------- */

static void
gp_exports_page_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (gp_exports_page_parent_class)->root (widget);
  gp_exports_page_add_actions (GP_EXPORTS_PAGE (widget));
}

static void
gp_exports_page_unroot (GtkWidget *widget)
{
  gp_exports_page_remove_actions (GP_EXPORTS_PAGE (widget));
  GTK_WIDGET_CLASS (gp_exports_page_parent_class)->unroot (widget);
}

/* ---- the document --------------------------------------------------------------------------- */

/* The first board of which a school starts by plan: its pack shows what packs are. */
static guint32
telling_board (GpExportsPage *self)
{
  const GpPlan *plan = gp_document_get_plan (self->document);
  guint32 first = GP_NONE;
  guint n = 0;
  const GpPlanRow *rows =
      plan != NULL ? gp_plan_rows (plan, GP_PART_WHOLE, GP_ROW_START, &n) : NULL;

  for (guint i = 0; i < n; i++)
    if (rows[i].hundredths >= 100)
      first = MIN (first, gp_project_find (self->listed, GP_TABLE_BOARDS, rows[i].board));
  return first != GP_NONE ? first : 0;
}

/* The list is made anew when the data are others; the board chosen stays chosen. */
static void
list_boards (GpExportsPage *self)
{
  GpProject *project = (GpProject *)gp_document_get_project (self->document);
  guint selected = gtk_drop_down_get_selected (self->board);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *code = self->listed != NULL && selected < self->listed->n_boards
                              ? g_strdup (self->listed->boards[selected].code)
                              : NULL;

  if (project == self->listed)
    return;
  /* boards may have other numbers now */
  gp_exports_page_forget_wanted (self, _ ("Nothing was written: the project changed."));
  g_clear_pointer (&self->listed, gp_project_unref);
  self->listed = gp_project_ref (project);
  for (guint i = 0; i < project->n_boards; i++) {
    g_autofree char *name =
        g_strdup_printf ("%s (%s)", project->boards[i].name, project->boards[i].code);
    gtk_string_list_append (names, name);
  }
  guint32 kept = code != NULL ? gp_project_find (project, GP_TABLE_BOARDS, code) : GP_NONE;
  gtk_drop_down_set_model (self->board, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->board, kept != GP_NONE ? kept : telling_board (self));
}

static void
on_gathered (GtkWidget *owner, gpointer result, const GError *error)
{
  GpExportsPage *self = GP_EXPORTS_PAGE (owner);

  self->gathering = NULL;
  gp_paper_set_waiting (self->paper, FALSE);
  g_clear_pointer (&self->exports, gp_exports_unref);
  if (self->again) {
    g_clear_pointer (&result, gp_exports_unref);
    gp_exports_page_gather (self);
    return;
  }
  self->exports = result;
  make_report (self);
  if (error != NULL) {
    show_state (self, error);
    gp_exports_page_forget_wanted (self, NULL);
  } else
    gp_exports_page_write_wanted (self);
}

void
gp_exports_page_gather (GpExportsPage *self)
{
  self->again = self->gathering != NULL;
  if (self->again || gp_document_get_plan (self->document) == NULL)
    return;
  gp_paper_set_waiting (self->paper, TRUE);
  self->gathering = gp_exports_gather (GTK_WIDGET (self), self->document, on_gathered);
}

static void
gp_exports_page_show (GpPage *page, GpDocument *document)
{
  GpExportsPage *self = GP_EXPORTS_PAGE (page);
  gboolean ready = gp_document_get_plan (document) != NULL;

  g_set_object (&self->document, document);
  gtk_stack_set_visible_child_name (self->stack, ready ? "reports" : "empty");
  gp_plan_first_offer (self->empty, gp_document_get_project (document)->n_schools > 0
                                        ? GP_FIRST_PLAN
                                        : GP_FIRST_IMPORT);
  g_clear_pointer (&self->exports, gp_exports_unref);
  if (!ready) {
    gp_exports_page_forget_wanted (self, _ ("Nothing was written: the project changed."));
    return;
  }
  self->filling = TRUE;
  gp_exports_page_read_languages (self, gp_document_get_path (document));
  list_boards (self);
  self->filling = FALSE;
  self->again = self->gathering != NULL; /* what it gathers is of before */
  on_chosen (self);
}

/* Shows the pack of the board with that code. */
static void
gp_exports_page_go_to (GpPage *page, const char *what)
{
  GpExportsPage *self = GP_EXPORTS_PAGE (page);
  guint32 board =
      self->listed != NULL ? gp_project_find (self->listed, GP_TABLE_BOARDS, what) : GP_NONE;

  if (board == GP_NONE)
    return;
  gtk_drop_down_set_selected (self->kind, GP_EXPORT_BOARD);
  gtk_drop_down_set_selected (self->board, board);
}

static void
gp_exports_page_iface (GpPageInterface *iface)
{
  iface->show = gp_exports_page_show;
  iface->go_to = gp_exports_page_go_to;
}

static void
gp_exports_page_dispose (GObject *object)
{
  GpExportsPage *self = GP_EXPORTS_PAGE (object);

  g_clear_object (&self->chooser);
  g_clear_pointer (&self->wanted, g_ptr_array_unref);
  g_clear_pointer (&self->last_folder, g_free);
  g_clear_pointer (&self->languages, gp_exports_languages_free);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->exports, gp_exports_unref);
  g_clear_pointer (&self->listed, gp_project_unref);
  g_clear_object (&self->document);
  gp_page_drop_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (gp_exports_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *class)
{
  gtk_widget_class_bind_template_child (class, GpExportsPage, stack);
  gtk_widget_class_bind_template_child (class, GpExportsPage, empty);
  gtk_widget_class_bind_template_child (class, GpExportsPage, kind);
  gtk_widget_class_bind_template_child (class, GpExportsPage, board);
  gtk_widget_class_bind_template_child (class, GpExportsPage, language);
  gtk_widget_class_bind_template_child (class, GpExportsPage, board_row);
  gtk_widget_class_bind_template_child (class, GpExportsPage, write);
  gtk_widget_class_bind_template_child (class, GpExportsPage, own);
  gtk_widget_class_bind_template_child (class, GpExportsPage, pdf);
  gtk_widget_class_bind_template_child (class, GpExportsPage, xlsx);
  gtk_widget_class_bind_template_child (class, GpExportsPage, csv);
  gtk_widget_class_bind_template_child (class, GpExportsPage, html);
  gtk_widget_class_bind_template_child (class, GpExportsPage, state);
  gtk_widget_class_bind_template_child (class, GpExportsPage, paper);
}

static void
gp_exports_page_class_init (GpExportsPageClass *klass)
{
  GtkWidgetClass *class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gp_exports_page_dispose;
  g_type_ensure (GP_TYPE_PAPER);
  g_type_ensure (GP_TYPE_PLAN_FIRST);
  class->root = gp_exports_page_root;
  class->unroot = gp_exports_page_unroot;
  g_type_ensure (GP_TYPE_TAB_FLOW);
  gtk_widget_class_set_template_from_resource (class, "/nl/groeiplan/Groeiplan/gp-exports-page.ui");
  bind_children (class);
  gtk_widget_class_bind_template_callback (class, on_chosen);
  gtk_widget_class_bind_template_callback (class, on_format);
  gtk_widget_class_bind_template_callback (class, on_language);
  gtk_widget_class_bind_template_callback (class, on_own);
  gtk_widget_class_bind_template_callback_full (class, "on_write",
                                                G_CALLBACK (gp_exports_page_ask_folder));
  gtk_widget_class_set_layout_manager_type (class, GTK_TYPE_BIN_LAYOUT);
}

static void
gp_exports_page_init (GpExportsPage *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gp_drop_down_give_way (self->kind);
  gp_drop_down_give_way (self->board); /* names of boards may be long */
  self->settings = gp_paths_settings ();
  self->general = gp_language_current ();
  gp_exports_page_show_language (self);
  self->filling = FALSE;
}

GtkWidget *
gp_exports_page_new (void)
{
  return g_object_new (GP_TYPE_EXPORTS_PAGE, NULL);
}
