# SPDX-License-Identifier: GPL-3.0-or-later
"""Scenarios side by side, and the bridge between two of them."""
import json
import unittest

from support import CliTest, environment


class Compare(CliTest):
    def json(self, *words):
        return json.loads(self.cli("compare", *words, "--format", "json").out)

    def test_totals_are_those_of_the_years(self):
        project = self.small_project()
        for scenario in self.json(project, "base", "tight")["scenarios"]:
            years, goal, total = scenario["years"], scenario["to_goal_year"], scenario["all_years"]
            self.assertEqual(set(goal), set(years[0]) - {"year"})
            for key in ("starts_regular", "delay_regular", "cost", "lent_days", "hires"):
                self.assertAlmostEqual(total[key], sum(y[key] for y in years), places=6)
                self.assertAlmostEqual(goal[key], sum(y[key] for y in years[:3]), places=6)
            for key in ("taking_part", "expert_coaches", "verandercoaches"):
                self.assertEqual(total[key], years[3][key])
                self.assertEqual(goal[key], years[2][key])
        # two experts of whom a tenth leaves every year; in the first nobody was hired
        self.assertAlmostEqual(years[0]["expert_coaches"], 2 + years[0]["hires"], places=9)

    def bridge_project(self):
        """The scenario tight differs in three groups: two parameters and the priorities."""
        def change(files):
            files["parameters.csv"] += [
                ["tight", "training_cap", "", "2027-2028", "1", "assumption", ""],
                ["tight", "training_cap", "", "2028-2029", "1", "assumption", ""],
                ["tight", "participation_goal", "", "", "45", "assumption", ""]]
            files["priorities.csv"] += [["tight", "1", "regular_delay"], ["tight", "2", "overload"],
                                        ["tight", "3", "cost"]]
        return self.small_project(change=change)

    def test_a_bridge_adds_up(self):
        project = self.bridge_project()
        for figure, relaxed in (("regular_delay", ()), ("cost", ("--relaxed",)), ("taking_part", ())):
            found = self.json(project, "base", "tight", "--bridge", figure, *relaxed)
            bridge, (base, tight) = found["bridge"], found["scenarios"]
            self.assertEqual((bridge["from"], bridge["to"]), ("base", "tight"))
            key, group = bridge["figure"], "to_goal_year" if figure == "taking_part" else "all_years"
            self.assertEqual(bridge["start_hundredths"], round(100 * base[group][key]))
            self.assertEqual(bridge["end_hundredths"], round(100 * tight[group][key]))
            for kind in ("step", "forward", "backward"):
                self.assertEqual(bridge["start_hundredths"]
                                 + sum(s[kind + "_hundredths"] for s in bridge["steps"]),
                                 bridge["end_hundredths"], (figure, kind))
            names = [name for step in bridge["steps"] for name in step["changes"]]
            self.assertEqual(names, ["handover_share", "training_cap", "participation_goal",
                                     "priorities"])
            values = dict(zip(names, (s["values"] for s in bridge["steps"])))
            self.assertEqual(values["handover_share"], 4)
            self.assertEqual(values["training_cap"], 2)
            still = bridge["steps"][names.index("participation_goal")]
            self.assertEqual(still["step_hundredths"], 0)
        self.assertTrue(any(s["step_hundredths"] for s in bridge["steps"]))

    def test_a_bridge_as_text_adds_up_as_printed(self):
        project = self.bridge_project()
        env = environment(LC_ALL="C.UTF-8")
        text = self.cli("compare", project, "base", "tight", "--bridge", "cost", env=env).out
        self.assertIn("in reverse order", text)
        lines = [line.split() for line in text.splitlines()[2:-1]]
        amounts = [int(words[1].replace(",", "").replace("−", "-").replace("+", ""))
                   for words in lines]
        self.assertEqual((lines[0][0], lines[-1][0]), ("base", "tight"))
        self.assertEqual(sum(amounts[:-1]), amounts[-1], text)
        self.assertGreater(len({amount for amount in amounts[1:-1]}), 1)

    def test_wrong_calls(self):
        project = self.small_project()
        wrong = self.cli("compare", project, "base", "tight", "--bridge", "joy", status=2)
        self.assertIn("delay_regular", wrong.err)
        self.cli("compare", project, "base", "tight", "base", "--bridge", "cost", status=2)

    def test_a_scenario_that_cannot_be_planned_is_status_3(self):
        def change(files):
            files["pins.csv"].append(["tight", "start", "B0", "po", "regular", "2026-2027", "99", "",
                                      "more than there are"])
        project = self.small_project(change=change)
        done = self.cli("compare", project, "base", "tight", "--bridge", "cost", status=3)
        self.assertIn("tight", done.err)


if __name__ == "__main__":
    unittest.main()
