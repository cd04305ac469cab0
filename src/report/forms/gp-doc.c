/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents as lists of blocks. */
#include "gp-doc.h"

#include "gp-doc-notes.h"

static void
block_free (gpointer data)
{
  GpDocBlock *block = data;

  g_free (block->text);
  g_clear_pointer (&block->pairs, g_ptr_array_unref);
  g_clear_pointer (&block->pair_notes, g_array_unref);
  g_clear_pointer (&block->grid, gp_grid_free);
  if (block->free_data != NULL)
    block->free_data (block->data);
  g_free (block);
}

GpDoc *
gp_doc_new (GpLanguage language, const char *stem, const char *title, gint64 as_of)
{
  GpDoc *doc = g_new0 (GpDoc, 1);

  doc->language = language;
  doc->stem = g_strdup (stem);
  doc->title = g_strdup (title);
  doc->as_of = as_of;
  doc->stamps = g_ptr_array_new_with_free_func (g_free);
  doc->blocks = g_ptr_array_new_with_free_func (block_free);
  doc->notes = g_ptr_array_new_with_free_func (gp_doc_note_free);
  return doc;
}

void
gp_doc_free (GpDoc *doc)
{
  if (doc == NULL)
    return;
  g_free (doc->stem);
  g_free (doc->title);
  g_free (doc->subtitle);
  g_free (doc->subject);
  g_free (doc->warning);
  g_ptr_array_unref (doc->stamps);
  g_ptr_array_unref (doc->blocks);
  g_ptr_array_unref (doc->notes);
  g_free (doc);
}

static GpDocBlock *
add_block (GpDoc *doc, GpBlockKind kind)
{
  GpDocBlock *block = g_new0 (GpDocBlock, 1);

  block->kind = kind;
  g_ptr_array_add (doc->blocks, block);
  return block;
}

void
gp_doc_lead (GpDoc *doc, char *text)
{
  add_block (doc, GP_BLOCK_LEAD)->text = text;
}

void
gp_doc_heading (GpDoc *doc, char *text)
{
  add_block (doc, GP_BLOCK_HEADING)->text = text;
}

void
gp_doc_paragraph (GpDoc *doc, char *text)
{
  add_block (doc, GP_BLOCK_PARAGRAPH)->text = text;
}

void
gp_doc_bullet (GpDoc *doc, char *text)
{
  add_block (doc, GP_BLOCK_BULLET)->text = text;
}

void
gp_doc_small (GpDoc *doc, char *text)
{
  add_block (doc, GP_BLOCK_SMALL)->text = text;
}

void
gp_doc_stamp (GpDoc *doc, const char *label, char *value)
{
  g_ptr_array_add (doc->stamps, g_strdup (label));
  g_ptr_array_add (doc->stamps, value);
}

void
gp_doc_page (GpDoc *doc)
{
  add_block (doc, GP_BLOCK_PAGE);
}

void
gp_doc_figure (GpDoc *doc, char *value, char *label)
{
  GpDocBlock *last =
      doc->blocks->len > 0 ? g_ptr_array_index (doc->blocks, doc->blocks->len - 1) : NULL;
  guint none = 0;

  if (last == NULL || last->kind != GP_BLOCK_FIGURES) {
    last = add_block (doc, GP_BLOCK_FIGURES);
    last->pairs = g_ptr_array_new_with_free_func (g_free);
    last->pair_notes = g_array_new (FALSE, FALSE, sizeof (guint));
  }
  g_array_append_val (last->pair_notes, none);
  g_ptr_array_add (last->pairs, value);
  g_ptr_array_add (last->pairs, label);
}

void
gp_doc_grid (GpDoc *doc, GpGrid *grid)
{
  add_block (doc, GP_BLOCK_GRID)->grid = grid;
}

void
gp_doc_chart (GpDoc *doc, char *text, double height, GpDocDraw draw, gpointer data,
              GDestroyNotify free_data)
{
  GpDocBlock *block = add_block (doc, GP_BLOCK_CHART);

  block->text = text;
  block->height = height;
  block->draw = draw;
  block->data = data;
  block->free_data = free_data;
}

GPtrArray *
gp_doc_grids (const GpDoc *doc)
{
  GPtrArray *grids = g_ptr_array_new ();

  for (guint i = 0; i < doc->blocks->len; i++) {
    const GpDocBlock *block = g_ptr_array_index (doc->blocks, i);
    if (block->grid != NULL)
      g_ptr_array_add (grids, block->grid);
  }
  return grids;
}
