/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the Exports page share. */
#pragma once

#include "gp-exports-languages.h"
#include "gp-exports-page.h"
#include "gp-exports-work.h"
#include "gp-paper.h"
#include "gp-plan-first.h"

G_BEGIN_DECLS

#define N_FORMATS 4

struct _GpExportsPage {
  GtkWidget parent;
  GtkStack *stack;
  GpPlanFirst *empty;
  GtkDropDown *kind, *board, *language;
  GtkWidget *board_row, *write;
  GtkCheckButton *own, *pdf, *xlsx, *csv, *html;
  GtkLabel *state;
  GpPaper *paper;
  GpDocument *document;
  GpProject *listed; /* whose boards the list of boards has */
  GpExports *exports;
  GpJob *gathering; /* borrowed, until it is done */
  gboolean has_report, filling, again;
  GPtrArray *wanted; /* exports asked for while gathering, to be written after; or NULL */
  char *last_folder; /* that something was written into, or NULL */
  GtkFileChooserNative *chooser;
  GSettings *settings; /* may be NULL */
  GpExportsLanguages *languages;
  GpLanguage general; /* of boards without one of their own, and of other reports */
};

/* gp-exports-page.c */
GpExportChoice gp_exports_page_choice (GpExportsPage *self);
GtkCheckButton *gp_exports_page_format (GpExportsPage *self, guint format);
void gp_exports_page_gather (GpExportsPage *self); /* again after, when it is under way */

/* gp-exports-page-language.c */
gboolean gp_exports_page_own_language (GpExportsPage *self, GpLanguage *out);
void gp_exports_page_show_language (GpExportsPage *self);
void gp_exports_page_take_language (GpExportsPage *self);
void gp_exports_page_take_own (GpExportsPage *self);
void gp_exports_page_read_languages (GpExportsPage *self, const char *path);

/* gp-exports-page-write.c */
void gp_exports_page_ask_folder (GpExportsPage *self);
void gp_exports_page_write_wanted (GpExportsPage *self);
/* why: said to the person where something was wanted; NULL: it is known already. */
void gp_exports_page_forget_wanted (GpExportsPage *self, const char *why);
void gp_exports_page_add_actions (GpExportsPage *self);
void gp_exports_page_remove_actions (GpExportsPage *self);

G_END_DECLS
