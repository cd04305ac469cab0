/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * What people outside the program are handed: packs for boards, the director's report, the finance
 * workbook; as PDF, XLSX, CSV or HTML.
 *
 * A report is made from a snapshot and a plan, in the language that is given (not the process's),
 * and then written in any number of forms. The same input gives the same bytes, whenever it is
 * written. A file appears under its name when it is complete, or not at all.
 *
 * A board pack is made from an extract of the project that holds that one board and nothing of any
 * other (gp_report_board_new ()), so that it cannot tell what it must not.
 */
#pragma once

#include <cairo.h>
#include <gio/gio.h>
#include <groeiplan/gp-coaching.h>
#include <groeiplan/gp-format.h>

G_BEGIN_DECLS

typedef enum {
  GP_REPORT_BOARD,
  GP_REPORT_DIRECTOR,
  GP_REPORT_FINANCE,
  GP_N_REPORT_KINDS
} GpReportKind;

typedef enum {
  GP_REPORT_PDF = 1 << 0,
  GP_REPORT_XLSX = 1 << 1,
  GP_REPORT_CSV = 1 << 2,
  GP_REPORT_HTML = 1 << 3
} GpReportFormats;

const char *gp_report_kind_name (GpReportKind kind); /* "board", ...: on the command line */
gboolean gp_report_kind_parse (const char *text, GpReportKind *out);
/* The forms that a kind of report has: a pack has no HTML, the director's report no tables alone.
 */
GpReportFormats gp_report_kind_formats (GpReportKind kind);

/* What the audit (gp-audit.h) said of the plan. */
typedef enum {
  GP_REPORT_NOT_AUDITED,
  GP_REPORT_AUDIT_PASSED,
  GP_REPORT_AUDIT_FAILED
} GpReportAudit;

/* A board in the futures (gp-futures.h): in how many at least one of its schools has started by the
 * year that the published plan promises. */
typedef struct {
  const char *board; /* code */
  GpYear year;
  guint32 kept;
} GpReportKept;

/* Schools taking part at the end of a year in the futures. */
typedef struct {
  GpYear year;
  double p10, p50, p90;
} GpReportFan;

typedef enum {
  GP_REPORT_PROMISE_NO_OVERLOAD,
  GP_REPORT_PROMISE_GROEIKRACHT,
  GP_REPORT_PROMISE_REGULAR,
  GP_REPORT_PROMISE_GOAL,
  GP_REPORT_PROMISE_ALL,
  GP_N_REPORT_PROMISES
} GpReportPromise;

typedef struct {
  guint32 count; /* futures of which something is known */
  gboolean has_promise[GP_N_REPORT_PROMISES];
  guint32 kept[GP_N_REPORT_PROMISES];
  guint n_boards, n_years;
  const GpReportKept *boards;
  const GpReportFan *years;
} GpReportFutures;

/* A repair (gp-repairs.h): the smallest change of one lever that removes what is short, or half of
 * it, or the most that it can do. */
typedef enum { GP_REPORT_REPAIR_ALL, GP_REPORT_REPAIR_HALF, GP_REPORT_REPAIR_PART } GpReportExtent;

typedef struct {
  GpPriorityId goal;
  const char *lever; /* "experts", "handover", "training", "partners", "interest", "cohorts" */
  GpReportExtent extent;
  double amount;        /* in the lever's unit; of PART 0 */
  GpYear from;          /* the first year in which it is needed */
  double before, after; /* the goal's value */
  double euro;          /* a year; NaN when it costs nothing by itself */
} GpReportRepair;

/* Another scenario, to compare with. */
typedef struct {
  guint32 scenario;
  const GpPlan *plan;
} GpReportOther;

/* What a report is made from; everything is borrowed and only read. */
typedef struct {
  const GpProject *project;
  guint32 scenario;
  const GpPlan *plan;         /* board packs: with whole schools */
  const GpCoaching *coaching; /* of that plan and project; board packs only */
  const GpPlan *published;    /* may be NULL */
  gint64 published_when;      /* seconds since 1970, UTC */
  gint64 as_of;               /* the same: the stamp on the report, and the date in its files */
  gint64 planned_when;        /* when the plan was made; 0: as_of */
  gint64 data_version; /* of the data as they are: another than the plan's is said on the report */
  GpReportAudit audit;
  const GpReportFutures *futures; /* may be NULL */
  const GpReportOther *others;    /* director and finance */
  guint n_others;
  const GpReportRepair *repairs; /* director */
  guint n_repairs;
  gboolean repairs_sought; /* FALSE: nobody looked for repairs, which the report then says */
  gboolean repairs_cut;    /* TRUE: the time to look for them was up before all was tried */
} GpReportInput;

typedef struct _GpReport GpReport;

void gp_report_free (GpReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GpReport, gp_report_free)

/* The pack of one board. GP_ERROR_DATA when there is no plan of whole schools. The report keeps
 * nothing of the input. */
GpReport *gp_report_board_new (const GpReportInput *input, guint32 board, GpLanguage language,
                               GError **error);

/* The director's report: one page with the headline, the goal and what is short, then capacity, the
 * scenarios side by side, the futures and where figures come from. GP_ERROR_DATA without a plan. */
GpReport *gp_report_director_new (const GpReportInput *input, GpLanguage language, GError **error);

/* The finance workbook: budgets, variance, forecast and funding, each cell with its source. Without
 * a plan what follows from one is missing. */
GpReport *gp_report_finance_new (const GpReportInput *input, GpLanguage language, GError **error);

/* The extract that a pack is made from, for whoever wants to look at it: a project with that board,
 * its schools and verandercoaches, the expert coaches who come to its schools (with the days that
 * they are there), one line of scenarios with neutral codes and the parameters that a pack shows,
 * and three national facts; and its rows of the plan and of the coaching. NULL where there was
 * none. */
typedef struct {
  GpProject *project;
  guint32 scenario;
  GpPlan *plan, *published;
  GpCoaching *coaching;
} GpReportExtract;

GpReportExtract *gp_report_extract_new (const GpReportInput *input, guint32 board, GError **error);
void gp_report_extract_free (GpReportExtract *extract);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GpReportExtract, gp_report_extract_free)

/* ---- forms ----------------------------------------------------------------------------------- */

const char *gp_report_title (const GpReport *report);
/* The name of its files without ending: safe on every system. */
const char *gp_report_stem (const GpReport *report);

/* Pages of A4, in points; draws one on any context (a preview, a printer). */
guint gp_report_n_pages (GpReport *report);
void gp_report_page_size (double *width, double *height);
void gp_report_draw_page (GpReport *report, guint page, cairo_t *cr);

GBytes *gp_report_pdf (GpReport *report, GError **error);
GBytes *gp_report_html (GpReport *report);

/* Writes the report into a folder (made when absent) in these forms; all files or none. files (may
 * be NULL) gets their names, to be freed with g_ptr_array_unref (). GP_ERROR_FILE. */
gboolean gp_report_write (GpReport *report, GpReportFormats formats, const char *folder,
                          GPtrArray **files, GError **error);

/* ---- the packs of all boards --------------------------------------------------------------------
 */

typedef struct {
  GpReportFormats formats;
  GpLanguage language;
  const char *const *other_language; /* codes of boards that get the other one; NULL-terminated or
                                        NULL */
  guint n_threads;                   /* 0: one a processor */
  GpProgressFunc progress;           /* called from the calling thread */
  gpointer progress_data;
} GpReportAllOptions;

/* Writes the packs of all boards into a folder, each into a folder of its own that can be handed
 * out as it is, with an index for the foundation (HTML, which links to them, and CSV). Blocks. The
 * files appear when all are complete: an error, or GP_ERROR_CANCELLED, leaves the folder as it was.
 * n_packs (may be NULL) gets how many. */
gboolean gp_report_write_all (const GpReportInput *input, const GpReportAllOptions *options,
                              const char *folder, guint *n_packs, GCancellable *cancellable,
                              GError **error);

G_END_DECLS
