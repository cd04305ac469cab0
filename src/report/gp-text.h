/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The texts of reports in Dutch and English.
 *
 * The language of a report is a datum: a pack may be in another language than the program that
 * makes it, and packs in both may be made side by side. gettext knows one language a process, so
 * the texts stand in a table here (gp-texts-*.h), both languages beside each other.
 */
#pragma once

#include <groeiplan/gp-format.h>
#include <groeiplan/gp-project.h>

#define GP_TEXT(id, english, dutch) GP_TEXT_##id,
typedef enum {
#include "gp-texts-board.h"
#include "gp-texts-director.h"
#include "gp-texts-finance.h"
#include "gp-texts-general.h"
#include "gp-texts-notes.h"
  GP_N_TEXTS
} GpTextId;
#undef GP_TEXT

/* The text as it stands, with its places "{0}", "{1}", ... */
const char *gp_text (GpLanguage language, GpTextId id);

/* The text with its places filled by the strings that follow, up to a NULL. A new string. What runs
 * from right to left is isolated, so that the sentence around it keeps its order. */
char *gp_text_fill (GpLanguage language, GpTextId id, ...) G_GNUC_NULL_TERMINATED;

/* one when n is 1, else many, with {0} = n as a number. */
char *gp_text_count (GpLanguage language, gint64 n, GpTextId one, GpTextId many);

/* "A, B and C"; with more than max: "A, B and 12 more". */
char *gp_text_list (GpLanguage language, const GPtrArray *words, guint max);

/* "21 November 2026" of a moment (UTC). */
char *gp_text_date (GpLanguage language, gint64 when);
