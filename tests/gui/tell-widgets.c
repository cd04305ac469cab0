/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Loaded into the desktop program (LD_PRELOAD) by tests that ask for what no screen reader tells:
 * which texts are cut, where each widget is, in which order Tab goes. A question stands in the file
 * "ask" of the folder that GROEIPLAN_TELL names, the answer comes in "answer" there; widgets.py
 * asks.
 *
 *   tree            every widget that can be seen: a line of fields with a tab between, see
 * put_widget tabs            what Tab stops at in the window in front, one after the other; the
 * last one over and over where Tab stays there open WIDGET     a button's menu, a choice's list;
 * shut WIDGET closes it focus WIDGET    gives it the keyboard press WIDGET    a button, a row close
 * the window in front do WIDGET NAME [VALUE]   an action of that widget, with a value as GVariant
 * writes it drop WIDGET PATH...      files are dropped on it
 */
#include "tell-do.h"

#include <adwaita.h>
#include <stdio.h>
#include <string.h>

#define MOST_STOPS 400
#define MOST_LINKS 20 /* in one text, a stop each */

static char *folder;

/* ---- what a widget is -------------------------------------------------------------------------
 */

static void
put_text (GString *out, const char *text)
{
  g_string_append_c (out, '\t');
  for (; text != NULL && *text != '\0'; text++)
    g_string_append_c (out, *text == '\t' || *text == '\n' ? ' ' : *text);
}

static void
put_box (GString *out, const graphene_rect_t *box)
{
  g_string_append_printf (out, "\t%.0f\t%.0f\t%.0f\t%.0f", box->origin.x, box->origin.y,
                          box->size.width, box->size.height);
}

static gboolean
can_scroll (GtkWidget *widget, gboolean across)
{
  GtkAdjustment *way;

  if (!GTK_IS_SCROLLABLE (widget))
    return FALSE;
  way = across ? gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (widget))
               : gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (widget));
  return way != NULL && gtk_adjustment_get_upper (way) > gtk_adjustment_get_page_size (way) + 0.5;
}

/* Pixels of it that nobody can get to see: outside the window, or of what clips and does not
 * scroll. */
static int
lost (GtkWidget *widget, GtkWidget *window)
{
  double most = 0;

  gboolean across = FALSE, down = FALSE; /* a scroll between brings it back */
  for (GtkWidget *up = gtk_widget_get_parent (widget); up != NULL;
       up = gtk_widget_get_parent (up)) {
    graphene_rect_t box;

    across = across || can_scroll (up, TRUE);
    down = down || can_scroll (up, FALSE);
    if ((up != window && gtk_widget_get_overflow (up) != GTK_OVERFLOW_HIDDEN) ||
        !gtk_widget_compute_bounds (widget, up, &box))
      continue;
    if (!across)
      most = MAX (most,
                  MAX (-box.origin.x, box.origin.x + box.size.width - gtk_widget_get_width (up)));
    if (!down)
      most = MAX (most,
                  MAX (-box.origin.y, box.origin.y + box.size.height - gtk_widget_get_height (up)));
    if (GTK_IS_NATIVE (up))
      break;
  }
  return (int)most;
}

static gboolean
is_cut (GtkLabel *label)
{
  PangoLayout *layout = gtk_label_get_layout (label);
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  return pango_layout_is_ellipsized (layout) ||
         width > gtk_widget_get_width (GTK_WIDGET (label)) + 1 ||
         height > gtk_widget_get_height (GTK_WIDGET (label)) + 1;
}

static gboolean
has_click (GtkWidget *widget)
{
  g_autoptr (GListModel) all = gtk_widget_observe_controllers (widget);
  gboolean found = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (all) && !found; i++) {
    g_autoptr (GtkEventController) one = g_list_model_get_item (all, i);

    found = GTK_IS_GESTURE_CLICK (one) &&
            gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (one)) <= GDK_BUTTON_PRIMARY &&
            gtk_event_controller_get_propagation_phase (one) != GTK_PHASE_NONE;
  }
  return found;
}

static const char *
role_of (GtkWidget *widget)
{
  g_autoptr (GEnumClass) roles = g_type_class_ref (GTK_TYPE_ACCESSIBLE_ROLE);
  GEnumValue *value =
      g_enum_get_value (roles, (int)gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)));

  return value != NULL ? value->value_nick : "";
}

static gboolean
may_focus (GtkWidget *widget)
{
  while (widget != NULL && gtk_widget_get_can_focus (widget))
    widget = gtk_widget_get_parent (widget);
  return widget == NULL;
}

static char *
flags_of (GtkWidget *widget)
{
  GString *flags = g_string_new (NULL);

  if (gtk_widget_get_focusable (widget) && may_focus (widget))
    g_string_append (flags, " focusable");
  if (gtk_widget_is_sensitive (widget))
    g_string_append (flags, " sensitive");
  if (has_click (widget))
    g_string_append (flags, " click");
  if (GTK_IS_LABEL (widget) && is_cut (GTK_LABEL (widget)))
    g_string_append (flags, " cut");
  if (gtk_widget_get_opacity (widget) == 0)
    g_string_append (flags, " clear");
  if (GTK_IS_WINDOW (widget) && gtk_window_get_transient_for (GTK_WINDOW (widget)) != NULL)
    g_string_append (flags, " dialog");
  return g_string_free (flags, FALSE);
}

/* Text that is read on it: a label's own, what an entry holds. */
static const char *
text_of (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  if (GTK_IS_EDITABLE (widget))
    return gtk_editable_get_text (GTK_EDITABLE (widget));
  if (GTK_IS_WINDOW (widget))
    return gtk_window_get_title (GTK_WINDOW (widget));
  return NULL;
}

/* widget, parent, window, type, role, x, y, width, height (in the window), pixels lost, flags,
 * text, tooltip */
static void
put_widget (GString *out, GtkWidget *widget, GtkWidget *window)
{
  graphene_rect_t box = GRAPHENE_RECT_INIT (0, 0, 0, 0);
  g_autofree char *flags = flags_of (widget);
  GtkWidget *parent = gtk_widget_get_parent (widget);

  if (!gtk_widget_compute_bounds (widget, window, &box))
    return;
  g_string_append_printf (out, "%p\t%p\t%p\t%s\t%s", (void *)widget, (void *)parent, (void *)window,
                          G_OBJECT_TYPE_NAME (widget), role_of (widget));
  put_box (out, &box);
  g_string_append_printf (out, "\t%d", lost (widget, window));
  put_text (out, flags);
  put_text (out, text_of (widget));
  put_text (out, gtk_widget_get_tooltip_text (widget));
  g_string_append_c (out, '\n');
}

static void
put_tree (GString *out, GtkWidget *widget, GtkWidget *window)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_NATIVE (widget))
    window = widget;
  put_widget (out, widget, window);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    put_tree (out, child, window);
}

/* ---- windows -----------------------------------------------------------------------------------
 */

static void
tell_tree (GString *out)
{
  GListModel *all = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (all); i++) {
    g_autoptr (GtkWidget) window = g_list_model_get_item (all, i);

    put_tree (out, window, window);
  }
}

/* A dialog before the window it is of; of several, the one made last. */
static GtkWindow *
in_front (void)
{
  GListModel *all = gtk_window_get_toplevels ();
  GtkWindow *front = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (all); i++) {
    g_autoptr (GtkWindow) window = g_list_model_get_item (all, i);

    if (gtk_widget_get_mapped (GTK_WIDGET (window)) &&
        (front == NULL || gtk_window_get_transient_for (window) != NULL))
      front = window;
  }
  return front;
}

/* ---- Tab ---------------------------------------------------------------------------------------
 */

/* Where it is on the whole of what scrolls, seen from above: where a scroll stands changes nothing.
 */
static gboolean
place (GtkWidget *widget, GtkWidget *top, graphene_rect_t *box)
{
  GtkWidget *from = widget;

  *box = GRAPHENE_RECT_INIT (0, 0, (float)gtk_widget_get_width (widget),
                             (float)gtk_widget_get_height (widget));
  while (from != top) {
    GtkWidget *up = from;
    graphene_point_t corner;

    /* to the content of what scrolls, and on as if that stood at its start */
    while (up != top && !GTK_IS_VIEWPORT (gtk_widget_get_parent (up)))
      up = gtk_widget_get_parent (up);
    if (!gtk_widget_compute_point (from, up, &GRAPHENE_POINT_INIT (0, 0), &corner))
      return FALSE;
    box->origin.x += corner.x;
    box->origin.y += corner.y;
    from = up == top ? top : gtk_widget_get_parent (up);
  }
  return TRUE;
}

/* Where it will be seen: what has the keyboard is scrolled into what scrolls. */
static gboolean
seen_place (GtkWidget *widget, GtkWidget *top, graphene_rect_t *box)
{
  if (!gtk_widget_compute_bounds (widget, top, box))
    return FALSE;
  for (GtkWidget *up = gtk_widget_get_parent (widget); up != NULL;
       up = gtk_widget_get_parent (up)) {
    graphene_rect_t view;

    if (!GTK_IS_VIEWPORT (up) || !gtk_widget_compute_bounds (up, top, &view))
      continue;
    box->origin.x = CLAMP (box->origin.x, view.origin.x, view.origin.x + view.size.width);
    box->origin.y = CLAMP (box->origin.y, view.origin.y, view.origin.y + view.size.height);
  }
  return TRUE;
}

static void
tell_tabs (GString *out)
{
  GtkWindow *window = in_front ();
  GtkWidget *first = NULL, *before = NULL;
  guint same = 0;

  gtk_window_set_focus (window, NULL);
  for (guint i = 0; i < MOST_STOPS && same < MOST_LINKS; i++) {
    graphene_rect_t box = GRAPHENE_RECT_INIT (0, 0, 0, 0), seen = box;
    GtkWidget *focus;

    if (!gtk_widget_child_focus (GTK_WIDGET (window), GTK_DIR_TAB_FORWARD))
      break;
    focus = gtk_window_get_focus (window);
    if (focus == NULL || focus == first)
      break;
    first = first == NULL ? focus : first;
    same = focus == before ? same + 1 : 0;
    before = focus;
    place (focus, GTK_WIDGET (window), &box);
    g_string_append_printf (out, "%p\t%s", (void *)focus, G_OBJECT_TYPE_NAME (focus));
    put_box (out, &box);
    if (seen_place (focus, GTK_WIDGET (window), &seen))
      put_box (out, &seen);
    g_string_append_c (out, '\n');
  }
  gtk_window_set_focus (window, NULL);
}

/* ---- questions ------------------------------------------------------------------------------- */

static void
answer (GString *out, char **words)
{
  void *widget = NULL;

  if (words[0] != NULL && words[1] != NULL && sscanf (words[1], "%p", &widget) != 1)
    widget = NULL;
  if (g_strcmp0 (words[0], "tree") == 0)
    tell_tree (out);
  else if (g_strcmp0 (words[0], "tabs") == 0)
    tell_tabs (out);
  else if (g_strcmp0 (words[0], "close") == 0)
    gtk_window_close (in_front ());
  else if (widget == NULL)
    g_string_append (out, "what?");
  else if (g_str_equal (words[0], "open") || g_str_equal (words[0], "shut"))
    gp_tell_open (widget, g_str_equal (words[0], "open"));
  else if (g_str_equal (words[0], "focus"))
    g_string_append (out, gtk_widget_grab_focus (widget) ? "yes" : "no");
  else if (g_str_equal (words[0], "press"))
    g_string_append (out, gtk_widget_activate (widget) ? "yes" : "no");
  else if (g_str_equal (words[0], "do"))
    gp_tell_do (out, widget, words + 2);
  else if (g_str_equal (words[0], "choose") && words[2] != NULL)
    g_object_set (widget, "selected", (guint)g_ascii_strtoull (words[2], NULL, 10), NULL);
  else if (g_str_equal (words[0], "drop"))
    gp_tell_drop (out, widget, words + 2);
}

static gboolean
look_for_question (gpointer data)
{
  g_autofree char *ask = g_build_filename (folder, "ask", NULL), *question = NULL;
  g_autofree char *given = g_build_filename (folder, "answer", NULL);

  (void)data;
  if (g_file_get_contents (ask, &question, NULL, NULL)) {
    g_autoptr (GString) out = g_string_new (NULL);
    g_auto (GStrv) words = g_strsplit (question, "\n", -1);

    remove (ask);
    answer (out, words);
    g_file_set_contents (given, out->str, (gssize)out->len, NULL);
  }
  return G_SOURCE_CONTINUE;
}

__attribute__ ((constructor)) static void
begin (void)
{
  folder = g_strdup (g_getenv ("GROEIPLAN_TELL"));
  if (folder != NULL)
    g_timeout_add (20, look_for_question, NULL);
}
