#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is invented looks invented, and what is assumed says so."""

import unittest

from starter import rows


class Names(unittest.TestCase):
    def test_codes_are_not_of_the_registers_form(self):
        for board in rows("boards"):
            self.assertRegex(board["board"], r"^F\d{4}$")
        for school in rows("schools"):
            self.assertRegex(school["school"], "^%s-\\d\\d$" % school["board"])

    def test_boards_say_that_they_are_examples(self):
        names = [board["name"] for board in rows("boards")]
        self.assertEqual(len(names), len(set(names)))
        for name in names:
            self.assertRegex(name, r"^(Stichting|Mbo-college) De .* \(voorbeeld\)$")

    def test_people_are_numbers(self):
        for coach in rows("expert_coaches"):
            self.assertRegex(coach["name"], r"^Expertcoach \d\d$")
        for coach in rows("verandercoaches"):
            self.assertRegex(coach["name"], r"^Verandercoach \d\d\d$")
        self.assertEqual({board["contact"] for board in rows("boards")}, {""})

    def test_nothing_is_promised_or_wished_for_others(self):
        self.assertEqual((rows("pledges"), rows("pins")), ([], []))

    def test_no_rate_is_made_up(self):
        for row in rows("project_drivers"):
            self.assertEqual((row["rate_eur"], row["source"]), ("0", "assumption"), row)
            self.assertEqual(row["scenario"], "base")


class Assumptions(unittest.TestCase):
    def test_every_parameter_says_what_it_rests_on(self):
        facts = {row["fact"] for row in rows("facts")}
        for row in rows("parameters"):
            if row["source"] == "assumption":
                self.assertRegex(row["note"], "^Aanname: .* / Assumption: ")
            else:
                self.assertRegex(row["note"], "^Rapport: .* / Report: ")
                self.assertIn(row["source"].replace("fact:", "", 1), facts)

    def test_every_fact_has_its_report_and_section(self):
        for row in rows("facts"):
            self.assertTrue(row["section"], row["fact"])
            own = row["fact"].startswith("example_")
            self.assertEqual(row["source"] == "assumption", own, row["fact"])
            if not own:
                self.assertRegex(row["source"], r"^report-20\d\d-20\d\d$")

    def test_every_budget_has_its_annex(self):
        for row in rows("budgets"):
            self.assertRegex(row["source"], "^report-%s, annex [14]$" % row["year"])

    def test_scenarios(self):
        parents = {row["scenario"]: row["parent"] for row in rows("scenarios")}
        self.assertEqual(parents, {"base": "", "no-go": "base", "cautious": "base", "fast": "base"})
        for row in rows("scenarios"):
            self.assertRegex(row["description"], r"\. / [A-Z].*\.$")
            self.assertTrue([p for p in rows("parameters") if p["scenario"] == row["scenario"]])

    def test_what_is_uncertain_is_assumed_in_order_and_known(self):
        groups, known = {}, {row["parameter"] for row in rows("parameters")}
        for row in rows("parameters"):
            if not row["parameter"].startswith("uncertain:"):
                continue
            self.assertEqual((row["scenario"], row["source"]), ("base", "assumption"))
            self.assertIn(row["parameter"][len("uncertain:"):], known)
            word, _, scope = row["scope"].partition(":")
            groups.setdefault((row["parameter"], scope, row["year"]), {})[word] = row["value"]
        self.assertEqual(groups.pop(("uncertain:cohort_target", "groeikracht", "2027-2028")),
                         {"go": "0.75"})
        self.assertGreaterEqual(len(groups), 6)
        for group in groups.values():
            low, mode, high = (float(group["factor_" + word]) for word in ("low", "mode", "high"))
            self.assertEqual(len(group), 3)
            self.assertTrue(0 < low < mode < high, group)


if __name__ == "__main__":
    unittest.main()
