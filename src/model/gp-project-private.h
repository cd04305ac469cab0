/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the model share: the project while it is built, and how the cells of a record
 * lie in memory. One description (gp-table.c) drives adding, text, copying and comparing, so that a
 * new column is one line there. */
#pragma once

#include <groeiplan/gp-parameter.h>
#include <groeiplan/gp-table.h>

#define GP_MAX_COLUMNS 16

/* How a column's value lies in its record. */
typedef enum {
  GP_FIELD_STRING,           /* const char *, never NULL once added */
  GP_FIELD_INDEX,            /* guint32 into the column's reference table, or GP_NONE */
  GP_FIELD_YEAR,             /* GpYear */
  GP_FIELD_COUNT,            /* guint, minimum..maximum */
  GP_FIELD_OPTIONAL_COUNT,   /* gint32, -1 where there is none */
  GP_FIELD_FLAG,             /* gboolean */
  GP_FIELD_ANSWER,           /* GpAnswer */
  GP_FIELD_DECIMAL,          /* GpDecimal */
  GP_FIELD_OPTIONAL_DECIMAL, /* GpDecimal with a gboolean at flag */
  GP_FIELD_MONEY,            /* gint64 */
  GP_FIELD_WORD,             /* an enumeration: place in the column's words, or empty_value */
  GP_FIELD_SECTORS           /* guint32, a bit per sector */
} GpFieldKind;

typedef struct {
  GpFieldKind kind;
  guint16 offset;
  guint16 flag;            /* of GP_FIELD_OPTIONAL_DECIMAL */
  guint8 lines;            /* a text that may have line ends and tabs */
  int empty_word;          /* of GP_FIELD_WORD: what an empty cell means */
  gint32 minimum, maximum; /* of counts; 0..maximum of decimals where maximum > 0 */
} GpField;

typedef struct {
  GpTable table;
  const GpField *fields;
  gsize record_size;
  guint max_rows;
  gsize rows_offset, n_rows_offset; /* where GpProject shows them */
} GpTableInfo;

const GpTableInfo *gp_table_info (GpTableId id);

/* A scenario's parent may stand further down: named here, found in gp_project_finish (). */
typedef struct {
  guint32 row;
  char *parent;
} GpPendingParent;

/* The whole of a project; the public part is what readers see. */
typedef struct {
  GpProject public; /* first: a GpProject * is a GpBuilder * */
  gatomicrefcount refs;
  gboolean sealed, has_frame;
  gboolean overfull[GP_N_TABLES];
  GpProblemFunc problem;
  gpointer problem_data;
  guint n_problems;
  char *first_problem;
  GStringChunk *strings;
  GArray *rows[GP_N_TABLES];
  GHashTable *keys[GP_N_TABLES]; /* key text -> row + 1; for tables with codes the code itself */
  GHashTable *ranked;            /* priorities: scenario and priority, to find a doubled one */
  GArray *pending;               /* of GpPendingParent */
  GArray *uncertain; /* guint32: uncertain rows of parameters that are right by themselves */
  /* made by gp_project_finish () */
  guint32 *board_first; /* n_boards + 1 places in board_schools */
  guint32 *board_schools;
  GHashTable *scopes;  /* scope -> its number */
  GHashTable *values;  /* packed key (see gp-parameter-lookup.c) -> row + 1 */
  guint8 *value_kinds; /* which of the four kinds of row there are, a scenario and parameter */
  /* of a variant (gp-variant.c) */
  GpProject *base; /* what it shares tables with, and board_first and board_schools; NULL: nobody */
  guint32 variant_scenario;
  GHashTable *dropped_pins; /* of gp_dropped_pin_key (); may be NULL */
  GArray *extra_days;       /* of GpExtraDays; may be NULL */
} GpBuilder;

/* Expert days in a region and year on top of what the coaches give. */
typedef struct {
  guint32 region;
  GpYear year;
  double days;
} GpExtraDays;

#define GP_BUILDER(project) ((GpBuilder *)(gpointer)(project))

/* A pin that does not count in a scenario. */
static inline gpointer
gp_dropped_pin_key (guint32 scenario, guint32 pin)
{
  G_STATIC_ASSERT ((guint64)GP_MAX_SCENARIOS * GP_MAX_ROWS < G_MAXUINT32);
  return GUINT_TO_POINTER (scenario * GP_MAX_ROWS + pin + 1);
}

static inline gpointer
gp_field_at (gconstpointer record, guint16 offset)
{
  return (char *)record + offset;
}

/* The words of the enumerations (gp-names.c). */
extern const char *const gp_words_programme[];
extern const char *const gp_words_intake[];
extern const char *const gp_words_priority[];
extern const char *const gp_words_pin_kind[];
extern const char *const gp_words_budget_kind[];
extern const char *const gp_words_driver[];
int gp_word_find (const char *const *words, const char *text);

/* Reports a problem: table, row, column, and a sentence. Sentences go without full stop, because a
 * file, line and column stand before them. */
void gp_builder_report (GpBuilder *builder, GpTableId table, guint32 row, const char *column,
                        const char *format, ...) G_GNUC_PRINTF (5, 6);

/* What is wrong with a text (translated), or NULL. */
const char *gp_text_problem (const char *text, gsize max_bytes, gboolean lines);

/* The sentence that says which whole numbers a column takes. */
const char *gp_count_problem (const GpField *field);

/* Adds one record; bad has a bit per column whose problem was already told. */
gboolean gp_builder_add (GpBuilder *builder, GpTableId table, gconstpointer record, guint32 bad);

/* Checks the column's cell of a record that is in the project, brings it into its proper form (a
 * neutral one when wrong), and says what is wrong with it (translated), or NULL. */
const char *gp_builder_take_cell (GpBuilder *builder, GpTableId table, guint column,
                                  gpointer record);

/* Checks a row that is in the project; FALSE for a wrong one. */
gboolean gp_builder_take_row (GpBuilder *builder, GpTableId table, guint32 row, guint32 *bad);

/* Shows readers where the rows are, after they moved. */
void gp_builder_publish (GpBuilder *builder, GpTableId table);

void gp_builder_check_plan_year (GpBuilder *builder, GpTableId table, guint32 row, GpYear year);

/* What is special to a table's row, beyond its columns by themselves. */
void gp_builder_check_row (GpBuilder *builder, GpTableId table, guint32 row, guint32 bad);

/* The project as a whole. */
void gp_builder_check (GpBuilder *builder);

/* The uncertain rows of parameters that belong together. */
void gp_builder_check_uncertain (GpBuilder *builder);

/* The unique key of a row as text, "" for a table without; column by column, parted by U+001F. */
void gp_builder_key (GpBuilder *builder, GpTableId table, guint32 row, GString *key);

gpointer gp_builder_row (const GpBuilder *builder, GpTableId table, guint32 row);

/* The look-up tables of a project that is complete and right. */
void gp_builder_index_parameters (GpBuilder *builder);
/* FALSE when name is neither a parameter nor "uncertain:" and one. */
gboolean gp_param_parse_row (const char *name, GpParam *param, gboolean *uncertain);
