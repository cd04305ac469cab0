/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The finance of projects as one CSV table: a row a figure, with what it is about and where it
 * comes from. Totals have no project, sector or item. Figures that are missing are left out.
 */
#include "gp-cli-finance.h"

#include "exchange/gp-csv-writer.h"

typedef struct {
  const GpCliFinance *shown;
  GpCsvWriter writer;
} Csv;

/* What a row is about; codes that it does not have are "". */
typedef struct {
  const char *figure, *project, *part;
  GpYear year;
} About;

static void
put_row (Csv *csv, const About *about, GpMoney money, GpSource *source)
{
  const GpProject *project = csv->shown->project;
  char year[GP_YEAR_BYTES];
  if (money.state != GP_MONEY_MISSING) {
    g_autofree char *amount = gp_money_text (money.cents);
    gp_csv_writer_cell (&csv->writer, about->figure);
    gp_csv_writer_text (&csv->writer,
                        project->scenarios[gp_finance_scenario (csv->shown->finance)].code);
    gp_csv_writer_cell (&csv->writer, gp_year_format (about->year, year));
    gp_csv_writer_text (&csv->writer, about->project);
    gp_csv_writer_text (&csv->writer, about->part);
    gp_csv_writer_cell (&csv->writer, amount);
    gp_csv_writer_cell (&csv->writer, gp_cli_money_state (money.state));
    gp_csv_writer_cell (&csv->writer, gp_source_kind_name (source->kind));
    gp_csv_writer_text (&csv->writer, source->text);
    gp_csv_writer_end_row (&csv->writer);
  }
  gp_source_free (source);
}

/* ---- projects -----------------------------------------------------------------------------------
 */

static void
put_stated (Csv *csv, const GpFinanceTotal *total, GpYear year)
{
  const GpFact *fact = &csv->shown->project->facts[total->stated_fact];
  g_autofree char *from = g_strdup_printf ("%s, %s", fact->source, fact->section);
  put_row (csv, &(About){"stated_total", "", "", year},
           (GpMoney){GP_MONEY_GIVEN, total->stated, GP_NONE},
           gp_source_new (GP_SOURCE_REPORT, NULL, NULL, from, NULL));
  put_row (csv, &(About){"rounding", "", "", year},
           (GpMoney){GP_MONEY_COMPUTED, total->rounding, GP_NONE},
           gp_source_new (GP_SOURCE_COMPUTED, NULL, NULL, NULL, NULL));
}

static void
put_total (Csv *csv, GpFinanceKind kind, GpYear year)
{
  const GpFinance *finance = csv->shown->finance;
  GpFinanceTotal total = gp_finance_total (finance, kind, year);
  GpMoney money = {total.n_known == 0 ? GP_MONEY_MISSING
                   : total.rough      ? GP_MONEY_ROUGH
                                      : GP_MONEY_COMPUTED,
                   total.cents, GP_NONE};
  put_row (csv, &(About){gp_finance_kind_name (kind), "", "", year}, money,
           gp_finance_source (finance, kind, GP_NONE, year));
  if (total.has_stated)
    put_stated (csv, &total, year);
}

static void
put_projects (Csv *csv)
{
  const GpFinance *finance = csv->shown->finance;
  for (GpFinanceKind kind = 0; kind < GP_N_FINANCE_KINDS; kind++) {
    for (int y = gp_finance_first_year (finance); y <= gp_finance_last_year (finance); y++) {
      GpYear year = (GpYear)y;
      for (guint32 p = 0; p < csv->shown->project->n_projects; p++)
        put_row (
            csv,
            &(About){gp_finance_kind_name (kind), csv->shown->project->projects[p].code, "", year},
            gp_finance_get (finance, kind, p, year), gp_finance_source (finance, kind, p, year));
      put_total (csv, kind, year);
    }
  }
}

/* ---- funding ------------------------------------------------------------------------------------
 */

static guint
n_parts_of (const GpFunding *funding, GpFundingFigure figure)
{
  if (figure == GP_FUNDING_DELIVERY)
    return GP_N_DELIVERY;
  if (figure == GP_FUNDING_BOARDS || figure == GP_FUNDING_SHORTFALL)
    return 0;
  return figure < GP_FUNDING_COST ? funding->n_sectors : funding->n_projects;
}

static void
put_figure (Csv *csv, const GpFunding *funding, GpFundingFigure figure, guint32 index)
{
  const GpProject *project = csv->shown->project;
  About about = {gp_funding_name (figure), "", "", funding->year};
  if (index != GP_NONE && figure >= GP_FUNDING_COST)
    about.project = project->projects[index].code;
  else if (index != GP_NONE)
    about.part =
        figure == GP_FUNDING_DELIVERY ? gp_delivery_name (index) : project->sectors[index].code;
  put_row (csv, &about, gp_funding_get (funding, figure, index),
           gp_funding_source (csv->shown->finance, funding, figure, index));
}

static void
put_funding (Csv *csv)
{
  const GpProject *project = csv->shown->project;
  for (GpYear year = project->plan_from; year <= project->last_year; year++) {
    g_autoptr (GpFunding) funding = gp_finance_funding (csv->shown->finance, year);
    for (GpFundingFigure figure = 0; figure < GP_N_FUNDING; figure++) {
      for (guint32 i = 0; i < n_parts_of (funding, figure); i++)
        put_figure (csv, funding, figure, i);
      put_figure (csv, funding, figure, GP_NONE);
    }
  }
}

void
gp_cli_finance_csv (const GpCliFinance *shown)
{
  static const char *const heads[] = {"figure",     "scenario", "year",        "project", "part",
                                      "amount_eur", "state",    "source_kind", "source"};
  g_autoptr (GString) text = g_string_new (NULL);
  Csv csv = {shown, {.text = text}};
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    gp_csv_writer_cell (&csv.writer, heads[i]);
  gp_csv_writer_end_row (&csv.writer);
  put_projects (&csv);
  put_funding (&csv);
  gp_cli_print_raw (text->str, text->len);
}
