/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What kinds, drivers and the figures of the funding are called, in files and for people. */
#include "gp-finance-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  const char *name, *label;
} Name;

static const Name kinds[GP_N_FINANCE_KINDS] = {
    [GP_FINANCE_ACTUAL] = {"actual", N_ ("Actual")},
    [GP_FINANCE_BUDGET] = {"budget", N_ ("Budget")},
    [GP_FINANCE_COMMITTED] = {"committed", N_ ("Committed")},
    [GP_FINANCE_FORECAST] = {"forecast", N_ ("Forecast")},
};

static const char *const drivers[GP_N_DRIVERS] = {
    [GP_DRIVER_FIXED] = N_ ("Fixed part"),
    [GP_DRIVER_START] = N_ ("Schools that start"),
    [GP_DRIVER_RECRUITED_SCHOOL] = N_ ("Schools recruited"),
    [GP_DRIVER_SUPPORTED_SCHOOL] = N_ ("Schools supported"),
    [GP_DRIVER_PARTNER_BOARD] = N_ ("Partner boards"),
    [GP_DRIVER_TRAINING] = N_ ("Verandercoaches trained"),
    [GP_DRIVER_VERANDERCOACH] = N_ ("Verandercoaches"),
    [GP_DRIVER_HIRE] = N_ ("Expert coaches hired"),
};

static const Name items[GP_N_DELIVERY] = {
    [GP_DELIVERY_EXPERT_DAYS] = {"expert_days", N_ ("Expert days at schools")},
    [GP_DELIVERY_VERANDERCOACH_DAYS] = {"verandercoach_days", N_ ("Verandercoach days")},
    [GP_DELIVERY_TRAININGS] = {"trainings", N_ ("Verandercoaches trained")},
    [GP_DELIVERY_PARTNERSHIPS] = {"partnerships", N_ ("New partner boards")},
    [GP_DELIVERY_HIRES] = {"hires", N_ ("Expert coaches hired")},
    [GP_DELIVERY_LENT_DAYS] = {"lent_days", N_ ("Expert days lent")},
    [GP_DELIVERY_DAYS_SHORT] = {"days_short", N_ ("Expert days short")},
};

static const Name figures[GP_N_FUNDING] = {
    [GP_FUNDING_DELIVERY] = {"delivery", N_ ("Cost of delivery")},
    [GP_FUNDING_BOARDS] = {"boards", N_ ("Paid by boards for their verandercoaches")},
    [GP_FUNDING_FEES] = {"fees", N_ ("School fees")},
    [GP_FUNDING_GOVERNMENT] = {"government", N_ ("Of the fees, paid by the government")},
    [GP_FUNDING_SCHOOLS] = {"schools", N_ ("Of the fees, paid by schools")},
    [GP_FUNDING_SHORTFALL] =
        {"shortfall", N_ ("Delivery that boards and fees do not cover (negative: a surplus)")},
    [GP_FUNDING_COST] = {"cost", N_ ("Cost of projects")},
    [GP_FUNDING_CARRIED] = {"carried",
                            N_ ("Of delivery, carried by projects (negative: a surplus)")},
    [GP_FUNDING_FUNDS] = {"funds", N_ ("For charity funds")},
    [GP_FUNDING_PLEDGED] = {"pledged", N_ ("Pledged by funds")},
    [GP_FUNDING_OPEN] = {"open", N_ ("Not pledged yet")},
};

const char *
gp_finance_kind_name (GpFinanceKind kind)
{
  g_return_val_if_fail ((guint)kind < GP_N_FINANCE_KINDS, "");
  return kinds[kind].name;
}

const char *
gp_finance_kind_label (GpFinanceKind kind)
{
  g_return_val_if_fail ((guint)kind < GP_N_FINANCE_KINDS, "");
  return kinds[kind].label;
}

gboolean
gp_finance_kind_parse (const char *text, GpFinanceKind *out)
{
  g_return_val_if_fail (text != NULL && out != NULL, FALSE);
  for (guint i = 0; i < GP_N_FINANCE_KINDS; i++) {
    if (strcmp (kinds[i].name, text) == 0) {
      *out = (GpFinanceKind)i;
      return TRUE;
    }
  }
  return FALSE;
}

const char *
gp_driver_label (GpDriverKind driver)
{
  g_return_val_if_fail ((guint)driver < GP_N_DRIVERS, "");
  return drivers[driver];
}

const char *
gp_finance_project_name (const GpFinanceProject *project, GpLanguage language)
{
  const char *first, *second;

  g_return_val_if_fail (project != NULL, "");
  first = language == GP_LANGUAGE_DUTCH ? project->name_nl : project->name_en;
  second = language == GP_LANGUAGE_DUTCH ? project->name_en : project->name_nl;
  if (*first != '\0')
    return first;
  return *second != '\0' ? second : project->code;
}

const char *
gp_delivery_name (GpDeliveryItem item)
{
  g_return_val_if_fail ((guint)item < GP_N_DELIVERY, "");
  return items[item].name;
}

const char *
gp_delivery_label (GpDeliveryItem item)
{
  g_return_val_if_fail ((guint)item < GP_N_DELIVERY, "");
  return items[item].label;
}

const char *
gp_funding_name (GpFundingFigure figure)
{
  g_return_val_if_fail ((guint)figure < GP_N_FUNDING, "");
  return figures[figure].name;
}

const char *
gp_funding_label (GpFundingFigure figure)
{
  g_return_val_if_fail ((guint)figure < GP_N_FUNDING, "");
  return figures[figure].label;
}

const char *
gp_cost_difference (void)
{
  return N_ (
      "The cost of what the plan decides leaves out the support that was promised before the "
      "plan, and every year has the prices of the assumptions; the cost of delivery counts "
      "that support too, at prices that grow with the price index.");
}
