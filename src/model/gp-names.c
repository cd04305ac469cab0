/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words that files use for enumerations. The lists stand in the order of the enumerations, so
 * that a value is its word's place. */
#include "gp-project-private.h"

const char *const gp_words_programme[] = {"groeikracht", "regular", NULL};
const char *const gp_words_intake[] = {"none", "interested", "talks", "ready", NULL};
const char *const gp_words_priority[] = {
    "overload", "groeikracht_delay", "regular_delay", "change", "reach", "cost", NULL};
const char *const gp_words_pin_kind[] = {"start", "partner", "training", NULL};
const char *const gp_words_budget_kind[] = {"actual", "budget", "committed", NULL};
const char *const gp_words_driver[] = {"fixed",
                                       "start",
                                       "recruited_school",
                                       "supported_school",
                                       "partner_board",
                                       "training",
                                       "verandercoach",
                                       "hire",
                                       NULL};
static const char *const words_need[] = {"other", "high", NULL};
static const char *const words_requirement[] = {"team_support", "leader_active", "coach_time",
                                                "session_time", NULL};
static const char *const words_unit[] = {"coach-days",
                                         "school-years",
                                         "school-years",
                                         "schools + boards + coaches",
                                         "weighted pupil-years",
                                         "EUR",
                                         NULL};

int
gp_word_find (const char *const *words, const char *text)
{
  for (int i = 0; words[i] != NULL; i++) {
    if (g_str_equal (words[i], text))
      return i;
  }
  return -1;
}

/* The word of a value, "" for one outside the list (NONE). */
static const char *
word (const char *const *words, int value)
{
  if (value < 0 || (guint)value >= g_strv_length ((char **)words))
    return "";
  return words[value];
}

const char *
gp_programme_name (GpProgramme programme)
{
  return word (gp_words_programme, programme);
}

const char *
gp_intake_name (GpIntake intake)
{
  return word (gp_words_intake, (int)intake);
}

const char *
gp_need_name (GpNeed need)
{
  return word (words_need, (int)need);
}

const char *
gp_priority_name (GpPriorityId priority)
{
  return word (gp_words_priority, (int)priority);
}

const char *
gp_priority_unit (GpPriorityId priority)
{
  return word (words_unit, (int)priority);
}

const char *
gp_pin_kind_name (GpPinKind kind)
{
  return word (gp_words_pin_kind, (int)kind);
}

const char *
gp_budget_kind_name (GpBudgetKind kind)
{
  return word (gp_words_budget_kind, (int)kind);
}

const char *
gp_driver_name (GpDriverKind driver)
{
  return word (gp_words_driver, (int)driver);
}

const char *
gp_requirement_name (GpRequirement which)
{
  return word (words_requirement, (int)which);
}

/* One body for every enumeration; the caller assigns, because enumerations differ in type. */
static gboolean
parse (const char *const *words, const char *text, int *value)
{
  *value = text != NULL ? gp_word_find (words, text) : -1;
  return *value >= 0;
}

gboolean
gp_programme_parse (const char *text, GpProgramme *out)
{
  int value;

  if (text != NULL && *text == '\0') {
    *out = GP_PROGRAMME_NONE;
    return TRUE;
  }
  if (!parse (gp_words_programme, text, &value))
    return FALSE;
  *out = (GpProgramme)value;
  return TRUE;
}

gboolean
gp_intake_parse (const char *text, GpIntake *out)
{
  int value;

  if (text != NULL && *text == '\0') {
    *out = GP_INTAKE_NONE;
    return TRUE;
  }
  if (!parse (gp_words_intake, text, &value))
    return FALSE;
  *out = (GpIntake)value;
  return TRUE;
}

#define DEFINE_PARSE(function, Type, words)                                                        \
  gboolean function (const char *text, Type *out) /* NOLINT(bugprone-macro-parentheses): a type */ \
  {                                                                                                \
    int value;                                                                                     \
                                                                                                   \
    if (!parse (words, text, &value))                                                              \
      return FALSE;                                                                                \
    *out = (Type)value;                                                                            \
    return TRUE;                                                                                   \
  }

DEFINE_PARSE (gp_need_parse, GpNeed, words_need)
DEFINE_PARSE (gp_priority_parse, GpPriorityId, gp_words_priority)
DEFINE_PARSE (gp_pin_kind_parse, GpPinKind, gp_words_pin_kind)
DEFINE_PARSE (gp_budget_kind_parse, GpBudgetKind, gp_words_budget_kind)
DEFINE_PARSE (gp_driver_parse, GpDriverKind, gp_words_driver)
