/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Numbered notes: a figure carries a small number, and the list at the end says what the figure is
 * and where it comes from. A note is numbered when it is first cited, so that the numbers run with
 * the reader; the same words give the same number.
 */
#pragma once

#include "gp-doc.h"

typedef struct {
  char *what, *value, *source; /* value "" where there is none to show */
} GpDocNote;

/* The number of that note, from 1; takes all three over. */
guint gp_doc_note (GpDoc *doc, char *what, char *value, char *source);

/* The last block of the document carries that number; 0: none. Of key figures the last one. */
void gp_doc_cite (GpDoc *doc, guint note);

/* The list of notes, which every form shows in its own way: the last block. */
void gp_doc_notes (GpDoc *doc);

const GpDocNote *gp_doc_note_at (const GpDoc *doc, guint note);

/* "²³" as it stands behind the figure, of digits that no reader takes for the figure's own; "" for
 * 0.
 */
char *gp_note_mark (guint note);
/* The text with its mark; a new string. */
char *gp_note_marked (const char *text, guint note);
/* "School fee, po: € 8.500 – assumption" */
char *gp_note_text (const GpDocNote *note);
/* "2, 3 and 7"; left out are those that are 0. */
char *gp_note_numbers (GpLanguage language, const guint *notes, guint n);

void gp_doc_note_free (gpointer note);
