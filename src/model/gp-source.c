/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tree of sources, and its text. */
#include <groeiplan/gp-source.h>

#include <glib/gi18n-lib.h>
#include <string.h>

/* A computed figure has few parts; this bounds a text that shows them all. */
#define MAX_DEPTH 16

static const char *const names[GP_N_SOURCE_KINDS][2] = {
    [GP_SOURCE_REPORT] = {"report", N_ ("Report")},
    [GP_SOURCE_ASSUMPTION] = {"assumption", N_ ("Assumption")},
    [GP_SOURCE_REGISTER] = {"register", N_ ("Register file")},
    [GP_SOURCE_TYPED] = {"typed", N_ ("Typed in")},
    [GP_SOURCE_DEFAULT] = {"default", N_ ("Neutral value of the program")},
    [GP_SOURCE_COMPUTED] = {"computed", N_ ("Worked out")},
    [GP_SOURCE_UNKNOWN] = {"unknown", N_ ("Source not given")},
};

const char *
gp_source_kind_name (GpSourceKind kind)
{
  g_return_val_if_fail ((guint)kind < GP_N_SOURCE_KINDS, "");
  return names[kind][0];
}

const char *
gp_source_kind_label (GpSourceKind kind)
{
  g_return_val_if_fail ((guint)kind < GP_N_SOURCE_KINDS, "");
  return _ (names[kind][1]);
}

/* The tree with its growing list of parts. */
typedef struct {
  GpSource public;
  GPtrArray *parts;
} Tree;

GpSource *
gp_source_new (GpSourceKind kind, const char *what, const char *value, const char *text,
               const char *place)
{
  Tree *tree;

  g_return_val_if_fail ((guint)kind < GP_N_SOURCE_KINDS, NULL);
  tree = g_new0 (Tree, 1);
  tree->public.kind = kind;
  tree->public.what = g_strdup (what != NULL ? what : "");
  tree->public.value = g_strdup (value != NULL ? value : "");
  tree->public.text = g_strdup (text != NULL ? text : "");
  tree->public.place = g_strdup (place != NULL ? place : "");
  tree->parts = g_ptr_array_new_with_free_func ((GDestroyNotify)gp_source_free);
  return &tree->public;
}

void
gp_source_add (GpSource *source, GpSource *part)
{
  Tree *tree = (Tree *)source;

  g_return_if_fail (source != NULL && part != NULL && part != source);
  g_ptr_array_add (tree->parts, part);
  tree->public.parts = (GpSource *const *)tree->parts->pdata;
  tree->public.n_parts = tree->parts->len;
}

void
gp_source_free (GpSource *source)
{
  Tree *tree = (Tree *)source;

  if (source == NULL)
    return;
  g_ptr_array_unref (tree->parts);
  g_free ((char *)source->what);
  g_free ((char *)source->value);
  g_free ((char *)source->text);
  g_free ((char *)source->place);
  g_free (tree);
}

/* ---- text --------------------------------------------------------------------------------------
 */

static void
begin_line (GString *text, guint indent)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  for (guint i = 0; i < indent; i++)
    g_string_append (text, "  ");
}

/* What a part is, without what its whole has said already: "2026-2027" of "Starts, 2026-2027". */
static const char *
own_words (const GpSource *source, const GpSource *whole)
{
  const char *rest = source->what;

  if (whole == NULL || *whole->what == '\0' || !g_str_has_prefix (rest, whole->what))
    return rest;
  rest += strlen (whole->what);
  return g_str_has_prefix (rest, ", ") ? rest + 2 : source->what;
}

static const char *
text_of (const GpSource *source)
{
  return *source->text != '\0' ? source->text : gp_source_kind_label (source->kind);
}

/* How all parts were found, where that is one way; else NULL. It is said once, not eight times. */
static const char *
shared_text (const GpSource *source)
{
  if (source->n_parts < 2)
    return NULL;
  for (guint i = 0; i < source->n_parts; i++) {
    const GpSource *part = source->parts[i];

    if ((*part->what == '\0' && *part->value == '\0') ||
        !g_str_equal (text_of (part), text_of (source->parts[0])))
      return NULL;
  }
  return text_of (source->parts[0]);
}

/* "What: value – where from (place)" with what there is of it; in short: without where from. */
static void
append_line (GString *text, const GpSource *source, const GpSource *whole, gboolean in_short)
{
  const char *what = own_words (source, whole);
  gboolean any = *what != '\0' || *source->value != '\0';

  g_string_append (text, what);
  if (*source->value != '\0')
    g_string_append_printf (text, "%s%s", *what != '\0' ? ": " : "", source->value);
  if (!in_short)
    g_string_append_printf (text, "%s%s", any ? " – " : "", text_of (source));
  if (*source->place != '\0')
    g_string_append_printf (text, " (%s)", source->place);
}

static void
append_tree (GString *text, const GpSource *source, int depth, guint indent)
{
  const char *shared = shared_text (source);

  if (depth == 0 || indent >= MAX_DEPTH)
    return;
  if (shared != NULL) {
    begin_line (text, indent + 1);
    g_string_append (text, shared);
  }
  for (guint i = 0; i < source->n_parts; i++) {
    begin_line (text, indent + 1);
    append_line (text, source->parts[i], source, shared != NULL);
    append_tree (text, source->parts[i], depth - 1, indent + 1);
  }
}

char *
gp_source_to_text (const GpSource *source, int depth)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (source != NULL, g_string_free (text, FALSE));
  append_line (text, source, NULL, FALSE);
  append_tree (text, source, depth, 0);
  return g_string_free (text, FALSE);
}
