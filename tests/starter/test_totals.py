#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every total, counted again from the tables, against the figure of the reports in facts.csv."""

import collections
import unittest

from starter import fact, parameter, rows, school_years, schools_by_board

FIRST_PLAN_YEAR, GOAL_YEAR = 2026, 2031


def until(table, column, year):
    """How many rows have their year at or before the given one."""
    return sum(1 for row in rows(table) if row[column] and row[column] <= year)


class TakingPart(unittest.TestCase):
    def test_schools(self):
        self.assertEqual(until("schools", "started", "2025-2026"),
                         fact("participating_schools", "2025-2026"))
        self.assertEqual(until("schools", "started", "2025-2026"),
                         until("schools", "started", "9999"))

    def test_history_follows_the_growth_figure(self):
        started = until("schools", "started", "2023-2024")
        self.assertEqual(started, fact("participating_schools", "2023"))
        self.assertEqual(started, fact("example_schools_started", "2023-2024"))

    def test_pupils(self):
        pupils = sum(int(s["pupils"]) for s in rows("schools") if s["started"])
        self.assertEqual(pupils, fact("pupils_reached", "2024-2025"))

    def test_groeikracht(self):
        starts = collections.Counter(s["started"] for s in rows("schools")
                                     if s["programme"] == "groeikracht")
        self.assertEqual(starts, {
            "2023-2024": fact("groeikracht_pilot_schools", "2023-2024", "report-2024-2025"),
            "2024-2025": fact("groeikracht_cohort", "2024-2025"),
            "2025-2026": fact("groeikracht_cohort", "2025-2026")})

    def test_all_schools(self):
        self.assertEqual(len(rows("schools")), fact("schools_in_netherlands"))
        self.assertEqual(len(rows("schools")), fact("example_schools"))
        self.assertEqual(len(rows("boards")), fact("example_boards"))


class Intake(unittest.TestCase):
    def setUp(self):
        self.count = collections.Counter(s["intake"] for s in rows("schools"))

    def test_interested(self):
        interested = self.count["interested"] + self.count["talks"] + self.count["ready"]
        self.assertEqual(interested, fact("interested_schools", "2024-2025"))
        self.assertEqual(interested, fact("example_schools_interested"))

    def test_in_talks(self):
        self.assertEqual(self.count["talks"] + self.count["ready"],
                         fact("schools_in_intake_talks", "2024-2025"))

    def test_ready_suffice_for_the_first_cohorts(self):
        self.assertEqual(self.count["ready"], fact("example_schools_ready"))
        first = school_years(FIRST_PLAN_YEAR, FIRST_PLAN_YEAR)[0]
        asked = sum(parameter("base", "cohort_target", programme, first)
                    for programme in ("groeikracht", "regular"))
        self.assertLessEqual(asked, self.count["ready"])


class People(unittest.TestCase):
    def test_partners(self):
        for year in ("2023-2024", "2024-2025"):
            self.assertEqual(until("boards", "partner_since", year), fact("partner_boards", year))
        self.assertEqual(until("boards", "partner_since", "9999"),
                         fact("partner_boards", "2024-2025"))

    def test_pupils_of_partners(self):
        schools = schools_by_board()
        pupils = sum(int(school["pupils"]) for board in rows("boards")
                     if board["partner_since"] and board["partner_since"] <= "2023-2024"
                     for school in schools[board["board"]])
        self.assertGreater(pupils, fact("partner_board_pupils", "2023-2024"))

    def test_size_of_partners(self):
        schools = schools_by_board()
        for board in rows("boards"):
            if board["partner_since"]:
                self.assertGreaterEqual(len(schools[board["board"]]), fact("board_size_min"))
                self.assertLessEqual(len(schools[board["board"]]), fact("board_size_max"))

    def test_verandercoaches(self):
        for year in ("2023-2024", "2024-2025"):
            self.assertEqual(until("verandercoaches", "trained_year", year),
                             fact("verandercoaches_trained", year))
        self.assertEqual(len(rows("verandercoaches")), fact("verandercoaches_trained", "2024-2025"))

    def test_expert_coaches(self):
        coaches = rows("expert_coaches")
        self.assertEqual(len(coaches), fact("expert_coaches", "2024-2025"))
        before = [coach for coach in coaches if coach["from_year"] < "2024-2025"]
        self.assertEqual(len(before), min(
            float(row["value"]) for row in rows("facts")
            if row["fact"] == "expert_coaches" and row["year"] == "2023-2024"))

    def test_regions(self):
        self.assertEqual(len(rows("regions")), fact("regional_teams"))
        self.assertEqual({coach["region"] for coach in rows("expert_coaches")},
                         {region["region"] for region in rows("regions")})


class Plan(unittest.TestCase):
    def starts(self, programme, first, last):
        return sum(parameter("base", "cohort_target", programme, year)
                   for year in school_years(first, last))

    def test_cohorts_reach_the_goal(self):
        started = until("schools", "started", "2025-2026")
        promised = sum(self.starts(programme, FIRST_PLAN_YEAR, GOAL_YEAR)
                       for programme in ("groeikracht", "regular"))
        self.assertEqual(started + promised, fact("participating_schools_goal"))
        self.assertEqual(parameter("base", "participation_goal"), fact("participating_schools_goal"))

    def test_groeikracht(self):
        self.assertEqual(self.starts("groeikracht", 2026, 2026),
                         fact("groeikracht_cohort", "2026-2027"))
        self.assertEqual(self.starts("groeikracht", 2027, 2031), fact("groeikracht_scale_phase"))
        self.assertEqual(self.starts("groeikracht", 2032, 2033), 0)
        self.assertGreater(self.starts("regular", 2032, 2033), 0)

    def test_no_go_refuses_the_scale_phase_alone(self):
        changed = [row for row in rows("parameters") if row["scenario"] == "no-go"]
        self.assertEqual({(row["parameter"], row["scope"], row["value"]) for row in changed},
                         {("cohort_target", "groeikracht", "0")})
        self.assertEqual([row["year"] for row in changed], school_years(2027, 2031))

    def test_parameters_that_name_a_fact_have_its_value(self):
        single = [row for row in rows("parameters") if row["source"].startswith("fact:")
                  and row["source"] != "fact:groeikracht_scale_phase"]
        self.assertGreater(len(single), 5)
        for row in single:
            name = row["source"][len("fact:"):]
            values = {float(f["value"]) for f in rows("facts") if f["fact"] == name}
            self.assertIn(float(row["value"]), values, row["parameter"])

    def test_support_years(self):
        for sector in rows("sectors"):
            self.assertEqual(int(sector["support_years"]),
                             fact("support_years_" + sector["sector"]))


class Money(unittest.TestCase):
    def spent(self, year):
        return sum(int(row["amount_eur"]) for row in rows("budgets")
                   if row["year"] == year and row["kind"] == "actual")

    def test_projects(self):
        self.assertEqual(len(rows("projects")), 7)
        for year in ("2023-2024", "2024-2025"):
            self.assertEqual(sorted(row["project"] for row in rows("budgets")
                                    if row["year"] == year), list("1234567"))

    def test_stated_totals(self):
        self.assertEqual(self.spent("2023-2024"), fact("project_costs_stated_total", "2023-2024"))

    def test_stated_total_that_differs(self):
        self.assertEqual(self.spent("2024-2025"), 968143)
        self.assertEqual(fact("project_costs_stated_total", "2024-2025"), 968142)


class Disagreements(unittest.TestCase):
    """The five places where the reports disagree stand in the facts with both sides."""

    def sides(self, name, *years):
        found = [row for row in rows("facts") if row["fact"] == name and row["year"] in years]
        for row in found:
            self.assertRegex(row["note"], "versch.*/.*(disagree|differs|says 40)")
        return sorted(float(row["value"]) for row in found)

    def test_pilot(self):
        self.assertEqual(self.sides("groeikracht_pilot_schools", "2023-2024"), [12, 13])

    def test_groeikracht_total(self):
        self.assertEqual(self.sides("groeikracht_total_stated", "..2031-2032"), [1350])
        cohorts = [fact("groeikracht_cohort", year) for year in school_years(2024, 2026)]
        parts = 12 + sum(cohorts) + fact("groeikracht_scale_phase")
        self.assertEqual(parts, 1367)

    def test_project_costs(self):
        self.assertEqual(self.sides("project_costs_stated_total", "2024-2025"), [968142])

    def test_schools_in_2023(self):
        self.assertEqual(self.sides("participating_schools", "2023", "2023-2024"), [1400, 1500])

    def test_expert_coaches(self):
        self.assertEqual(self.sides("expert_coaches", "2023-2024"), [37, 40])


if __name__ == "__main__":
    unittest.main()
