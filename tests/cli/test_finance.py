#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The finance of projects, worked out again from the exchange folder and the plan: in fractions, by the
definitions of gp-finance.h, and not one line of the library's."""
import csv
import io
import json
import os
import unittest
from fractions import Fraction

from support import CliTest, environment, read_csv, small_files, write_folder

ITEMS = {"verandercoach_days": ("verandercoach_days", "days", "cost_verandercoach_day"),
         "trainings": ("trainings", "coaches", "cost_training"),
         "partnerships": ("partners", None, "cost_partnership"),
         "hires": ("hires", "coaches", "cost_hire"),
         "lent_days": ("lending", "days", "cost_lent_day")}


def add_finance(files):
    """Three projects, driven in every way; years before and in the plan."""
    files["projects.csv"] = [["project", "name_nl", "name_en"], ["1", "Een", "One"],
                             ["2", "Twee", "Two"], ["3", "Drie, met =1+1", ""]]
    files["budgets.csv"] += [
        ["1", "2023-2024", "actual", "", "1000", "report-A, annex 1", ""],
        ["2", "2024-2025", "actual", "", "777.77", "", ""],
        ["1", "2026-2027", "budget", "", "2000", "", ""],
        ["1", "2026-2027", "budget", "tight", "1900", "", ""],
        ["3", "2026-2027", "budget", "", "-12.34", "", ""],
        ["2", "2026-2027", "committed", "base", "500", "", ""]]
    files["pledges.csv"] += [["Fonds A", "1", "2026-2027", "300", "", ""],
                             ["Fonds B", "1", "2026-2027", "0.01", "", ""],
                             ["Fonds A", "2", "2027-2028", "50", "", ""]]
    files["project_drivers.csv"] += [["base", "1", "supported_school", "0", "assumption"],
                                     ["base", "1", "verandercoach", "0", "assumption"],
                                     ["base", "2", "start", "33.33", "typed"],
                                     ["base", "2", "partner_board", "0", "assumption"],
                                     ["base", "3", "training", "100", ""],
                                     ["base", "3", "fixed", "12.50", ""],
                                     ["tight", "2", "start", "40", ""]]
    for name, scope, year, value in [("price_index", "", "", "0.0333"),
                                     ("price_index", "", "2028-2029", "-0.01"),
                                     ("driven_share", "", "", "0.6"),
                                     ("school_fee", "po", "", "812.345"),
                                     ("school_fee", "vo", "", "990"),
                                     ("school_fee", "vo", "2027-2028", "1000"),
                                     ("government_share", "", "", "0.5")]:
        files["parameters.csv"].append(["base", name, scope, year, value, "assumption", ""])
    files["facts.csv"].append(["project_costs_stated_total", "2012", "EUR", "2024-2025",
                               "report-A", "annex 1", ""])


def rounded(value):
    """To a whole number, halves away from zero."""
    whole = abs(value).numerator * 2 + abs(value).denominator
    whole //= abs(value).denominator * 2
    return whole if value >= 0 else -whole


def truncated(a, b):
    return abs(a) // b if a >= 0 else -(abs(a) // b)


def start_of(year):
    return int(year[:4])


def name_of(year):
    return f"{year}-{year + 1}"


class Again:
    """The same figures, from the folder and the plan alone."""

    def __init__(self, folder, scenario, plan):
        def table(name):
            return read_csv(os.path.join(folder, name + ".csv"))
        frame = {row["key"]: row["value"] for row in table("project")}
        self.first, self.last = start_of(frame["plan_from"]), start_of(frame["last_year"])
        parents = {row["scenario"]: row["parent"] for row in table("scenarios")}
        self.line = [scenario]
        while parents[self.line[-1]]:
            self.line.append(parents[self.line[-1]])
        self.tables = {name: table(name) for name in
                       ("parameters", "schools", "boards", "verandercoaches", "expert_coaches",
                        "sectors", "budgets", "pledges", "project_drivers", "projects")}
        self.plan = plan["whole"]
        self.support = {row["sector"]: int(row["support_years"]) for row in self.tables["sectors"]}

    def parameter(self, name, scope="", year=0):
        """Value and whether its row names a year."""
        for wanted in ((scope, year), (scope, 0), ("", year), ("", 0)):
            for scenario in self.line:
                for row in self.tables["parameters"]:
                    if (row["scenario"], row["parameter"], row["scope"],
                            start_of(row["year"] or "0000")) == (scenario, name, *wanted):
                        return Fraction(row["value"]), wanted[1] != 0
        return Fraction(0), False

    def index(self, base, year):
        index = 10 ** 9
        for y in range(base + 1, year + 1):
            index += rounded(index * self.parameter("price_index", "", y)[0])
        return index

    def starts(self, year, sector=None, programme=None):
        if year < self.first:
            return sum(1 for s in self.tables["schools"] if s["started"] == name_of(year)
                       and sector in (None, s["sector"])
                       and programme in (None, s["programme"] or "regular"))
        return sum(row["schools"] for row in self.plan["starts"] if row["year"] == name_of(year)
                   and sector in (None, row["sector"])
                   and programme in (None, row["programme"]))

    def supported(self, year, sector, programme=None):
        return [self.starts(year - k, sector, programme) for k in range(self.support[sector])]

    def planned(self, table, column, years):
        return sum(Fraction(str(row[column])) if column else 1 for row in self.plan[table]
                   if start_of(row["year"]) in years)

    def verandercoaches(self, year):
        known = sum(1 for c in self.tables["verandercoaches"]
                    if start_of(c["trained_year"]) <= year
                    and (not c["to_year"] or start_of(c["to_year"]) >= year))
        stay = self.parameter("verandercoach_retention")[0]
        left = 10 ** 9
        for _ in range(self.first, year):
            left = rounded(left * stay)
        stock = Fraction(0)
        boards = {row["board"] for row in self.plan["trainings"]}
        for board in boards:
            there = Fraction(0)
            for y in range(self.first, year + 1):
                there = there * stay + sum(row["coaches"] for row in self.plan["trainings"]
                                           if row["board"] == board and row["year"] == name_of(y))
            stock += Fraction(rounded(there * 100), 100)
        return Fraction(rounded(Fraction(known * 100 * left, 10 ** 9)), 100) + stock

    def units(self, driver, year):
        if driver == "fixed":
            return Fraction(1)
        if driver == "start":
            return Fraction(self.starts(year))
        if driver == "recruited_school":
            return Fraction(self.starts(year + 1 if year < self.last else year))
        if driver == "supported_school":
            return Fraction(sum(sum(self.supported(year, s)) for s in self.support))
        if driver == "partner_board":
            return Fraction(sum(1 for b in self.tables["boards"] if b["partner_since"]
                                and start_of(b["partner_since"]) <= year)
                            + self.planned("partners", None, range(self.first, year + 1)))
        if driver == "training":
            return (Fraction(sum(1 for c in self.tables["verandercoaches"]
                                 if c["trained_year"] == name_of(year)))
                    + self.planned("trainings", "coaches", [year]))
        if driver == "verandercoach":
            return self.verandercoaches(year)
        return (Fraction(sum(1 for c in self.tables["expert_coaches"]
                             if c["from_year"] == name_of(year) and year < self.first))
                + self.planned("hires", "coaches", [year]))

    def budget(self, kind, project, year):
        rows = {row["scenario"]: row for row in self.tables["budgets"]
                if (row["kind"], row["project"], row["year"]) == (kind, project, year)}
        for scenario in (*self.line, ""):
            if scenario in rows:
                return rounded(Fraction(rows[scenario]["amount_eur"]) * 100)
        return None

    def rates(self, project):
        """Driver -> cents; and the year whose prices they are in."""
        rows = {}
        for scenario in reversed(self.line):
            rows.update({row["driver"]: rounded(Fraction(row["rate_eur"]) * 100)
                         for row in self.tables["project_drivers"]
                         if (row["scenario"], row["project"]) == (scenario, project)})
        actuals = [start_of(row["year"]) for row in self.tables["budgets"]
                   if row["kind"] == "actual" and row["project"] == project]
        if not actuals:
            return {d: r for d, r in rows.items() if r or d == "fixed"}, self.first
        base = max(actuals)
        rest = self.budget("actual", project, name_of(base))
        open_rates = []
        for driver, rate in rows.items():
            if rate or driver == "fixed":
                rest -= rounded(rate * self.units(driver, base))
            elif self.units(driver, base) > 0:
                open_rates.append(driver)
        driven = rounded(rest * self.parameter("driven_share")[0])
        rates = {d: r for d, r in rows.items() if r or d == "fixed"}
        for driver in open_rates:
            hundredths = self.units(driver, base) * 100
            rates[driver] = truncated(truncated(driven, len(open_rates)) * 100, int(hundredths))
            rest -= rounded(rates[driver] * self.units(driver, base))
        rates.setdefault("fixed", rest)
        return rates, base

    def forecast(self, project, year):
        rates, base = self.rates(project)
        if not rates or not base <= year <= self.last:
            return None
        return sum(rounded(rate * self.units(driver, year) * self.index(base, year)
                           / Fraction(10 ** 9)) for driver, rate in rates.items())

    def price(self, name, scope, year):
        value, for_year = self.parameter(name, scope, year)
        cents = rounded(value * 100)
        return cents if for_year else rounded(cents * self.index(self.first, year)
                                              / Fraction(10 ** 9))

    def delivery(self, year):
        units = {item: self.planned(table, column, [year])
                 for item, (table, column, _) in ITEMS.items()}
        asked = Fraction(0)
        for sector in self.support:
            for k, schools in enumerate(self.supported(year, sector)):
                days = self.parameter("support_days", f"{sector}:{k + 1}")[0]
                asked += Fraction(rounded(schools * 100 * days), 100)
        units["expert_days"] = asked - units["verandercoach_days"]
        units["days_short"] = sum(Fraction(str(row["overload"])) for row in self.plan["expert"]
                                  if row["year"] == name_of(year))
        prices = {item: price for item, (_, _, price) in ITEMS.items()}
        prices |= {"expert_days": "cost_expert_day", "days_short": "cost_overload_day"}
        return {item: rounded(units[item] * self.price(prices[item], "", year)) for item in units}

    def sector(self, sector, year):
        fee = self.price("school_fee", sector, year)
        groeikracht = sum(self.supported(year, sector, "groeikracht")) * fee
        regular = sum(self.supported(year, sector, "regular")) * fee
        government = rounded(groeikracht * self.parameter("government_share")[0])
        return groeikracht + regular, government


class Finance(CliTest):
    def make(self, scenario="base"):
        project = self.small_project(change=add_finance)
        plan = json.loads(self.cli("plan", project, "--scenario", scenario, "--format",
                                   "json").out)
        folder = self.path("out")
        self.cli("export", project, folder)
        found = json.loads(self.cli("finance", project, "--scenario", scenario, "--format",
                                    "json").out)
        return project, found, Again(folder, scenario, plan)

    def check_figures(self, found, again):
        figures = {(f["kind"], f["project"], f["year"]): f for f in found["figures"]}
        n_forecasts = 0
        for project in ("1", "2", "3"):
            for year in range(2020, 2032):
                for kind in ("actual", "budget", "committed"):
                    at = figures.get((kind, project, name_of(year)))
                    self.assertEqual(at and at["cents"], again.budget(kind, project, name_of(year)))
                at = figures.get(("forecast", project, name_of(year)))
                self.assertEqual(at and at["cents"], again.forecast(project, year),
                                 (project, year))
                n_forecasts += at is not None
        self.assertEqual(n_forecasts, 6 + 6 + 4)
        self.assertEqual({f["state"] for f in figures.values()}, {"given", "computed"})

    def test_figures(self):
        _, found, again = self.make()
        self.assertGreater(again.starts(again.first), 0)
        self.check_figures(found, again)
        for project, base in (("1", 2024), ("2", 2024)):
            self.assertEqual(again.forecast(project, base),
                             again.budget("actual", project, name_of(base)))

    def test_figures_of_a_child(self):
        _, found, again = self.make("tight")
        self.check_figures(found, again)
        self.assertEqual(again.rates("2")[0]["start"], 4000)

    def test_totals(self):
        _, found, _ = self.make()
        for total in found["totals"]:
            rows = [f["cents"] for f in found["figures"]
                    if (f["kind"], f["year"]) == (total["kind"], total["year"])]
            self.assertEqual((total["cents"], total["known"], total["known"] + total["missing"]),
                             (sum(rows), len(rows), 3))
        stated = [t for t in found["totals"] if t["stated"] is not None]
        self.assertEqual([(t["year"], t["stated"], t["rounding"]) for t in stated],
                         [("2024-2025", 201200, 123456 + 77777 - 201200)])
        self.assertIn("2024-2025: the report states a total of €2,012;", found["notes"][0])

    def test_funding(self):
        _, found, again = self.make()
        self.assertEqual(len(found["funding"]), 4)
        for funding in found["funding"]:
            year = start_of(funding["year"])
            delivery = again.delivery(year)
            self.assertEqual({i["item"]: i["cents"] for i in funding["items"]}, delivery)
            self.assertEqual(funding["delivery"], sum(delivery.values()))
            self.assertEqual(funding["boards"], delivery["verandercoach_days"])
            for sector in funding["sectors"]:
                self.assertEqual((sector["fees"], sector["government"]),
                                 again.sector(sector["sector"], year), (sector, year))
            fees = sum(s["fees"] for s in funding["sectors"])
            self.assertEqual(funding["fees"], fees)
            self.assertEqual(funding["schools"],
                             fees - sum(s["government"] for s in funding["sectors"]))
            self.assertEqual(funding["shortfall"],
                             funding["delivery"] - funding["boards"] - fees)
            self.check_projects(funding, again, year)

    def check_projects(self, funding, again, year):
        for project in funding["projects"]:
            pledged = sum(rounded(Fraction(row["amount_eur"]) * 100)
                          for row in again.tables["pledges"]
                          if (row["project"], row["year"]) == (project["project"], name_of(year)))
            self.assertEqual(project["cost"], again.forecast(project["project"], year))
            self.assertEqual(project["pledged"], pledged)
            self.assertEqual(project["funds"], project["cost"] + project["carried"])
            self.assertEqual(project["open"], project["funds"] - pledged)
            exact = Fraction(funding["carried"] * project["cost"], funding["cost"])
            self.assertLess(abs(project["carried"] - exact), 1)
        for figure in ("cost", "carried", "funds", "pledged", "open"):
            self.assertEqual(funding[figure], sum(p[figure] for p in funding["projects"]))
        self.assertEqual(funding["carried"], max(funding["shortfall"], -funding["cost"]))
        self.assertEqual(funding["left_over"], funding["carried"] - funding["shortfall"])

    def test_differences(self):
        project, found, _ = self.make()
        self.cli("plan", project, "--scenario", "tight")
        found = json.loads(self.cli("finance", project, "--against", "tight", "--format",
                                    "json").out)
        kinds = [(d["from"]["kind"], d["from"]["scenario"], d["to"]["kind"], d["to"]["year"])
                 for d in found["differences"]]
        self.assertEqual(kinds[:2], [("actual", "base", "actual", "2024-2025"),
                                     ("budget", "base", "forecast", "2026-2027")])
        self.assertEqual([k[:3] for k in kinds[2:]], [("forecast", "tight", "forecast")] * 4)
        for pair in found["differences"]:
            rows = [r for r in pair["projects"] if r["difference"] is not None]
            for row in (*rows, pair["total"]):
                self.assertEqual(row["difference"], row["to"] - row["from"])
                if row["from"]:
                    self.assertEqual(row["percent_hundredths"], rounded(
                        Fraction(row["difference"] * 10000, abs(row["from"]))))
            self.assertEqual(pair["total"]["difference"], sum(r["difference"] for r in rows))

    def test_csv_has_the_figures_of_json(self):
        project, found, _ = self.make()
        text = self.cli("finance", project, "--format", "csv").out
        rows = list(csv.DictReader(io.StringIO(text)))
        here = {(r["figure"], r["project"], r["year"]): r for r in rows if not r["part"]}
        for figure in found["figures"]:
            row = here[figure["kind"], figure["project"], figure["year"]]
            self.assertEqual(Fraction(row["amount_eur"]) * 100, figure["cents"])
            self.assertEqual(row["state"], figure["state"])
        for funding in found["funding"]:
            for name in ("delivery", "fees", "government", "shortfall", "funds", "open"):
                self.assertEqual(Fraction(here[name, "", funding["year"]]["amount_eur"]) * 100,
                                 funding[name])
        self.assertEqual(here["actual", "1", "2023-2024"]["source"], "report-A, annex 1")
        self.assertEqual(here["rounding", "", "2024-2025"]["amount_eur"], "0.33")
        self.assertEqual({r["source_kind"] for r in rows if r["figure"] == "forecast"},
                         {"computed"})

    def test_without_a_plan(self):
        project = self.small_project(change=add_finance)
        found = json.loads(self.cli("finance", project, "--format", "json").out)
        self.assertFalse(found["has_plan"])
        self.assertEqual([f["year"] for f in found["figures"] if f["kind"] == "forecast"],
                         ["2024-2025", "2024-2025", "2025-2026", "2025-2026"])
        self.assertEqual({f["delivery"] for f in found["funding"]}, {None})
        self.assertEqual({f["funds"] for f in found["funding"]}, {None})
        self.assertEqual(found["funding"][0]["pledged"], 30001)
        self.assertIn("There is no plan of this scenario", " ".join(found["notes"]))

    def test_an_older_plan_is_said(self):
        """A pledge is no part of what a plan is made from; a board is."""
        project, _, _ = self.make()
        other = self.path("changed.groeiplan")
        folder = self.path("out")
        os.rename(project, other)
        with open(os.path.join(folder, "pledges.csv"), "a", encoding="utf-8") as file:
            file.write("Fonds C,3,2026-2027,1,,\n")
        self.cli("import", other, folder, "--replace")
        self.assertIn("300.01", self.cli("finance", other).out)
        boards = os.path.join(folder, "boards.csv")
        with open(boards, encoding="utf-8") as file:
            lines = file.read().splitlines()
        code, _, rest = lines[1].split(",", 2)
        with open(boards, "w", encoding="utf-8") as file:
            file.write("\n".join([lines[0], f"{code},Bestuur met een andere naam,{rest}", *lines[2:]])
                       + "\n")
        self.cli("import", other, folder, "--replace")
        done = self.cli("finance", other, notes=True)
        self.assertIn("The data changed since this plan was made", done.err)

    def test_a_relaxed_plan_is_rough(self):
        project = self.small_project(change=add_finance)
        self.cli("plan", project, "--relaxed")
        found = json.loads(self.cli("finance", project, "--format", "json").out)
        rough = {f["state"] for f in found["figures"]
                 if f["kind"] == "forecast" and f["year"] >= "2026" and f["project"] != "3"}
        self.assertEqual(rough, {"rough"})
        self.assertIn("~", self.cli("finance", project).out)

    def test_text(self):
        project, found, _ = self.make()
        text = self.cli("finance", project).out
        for part in ("Scenario base, amounts in euro", "rounding difference", "1,234.56",
                     "School fees", "For charity funds", "3 Drie, met =1+1"):
            self.assertIn(part, text)
        dutch = self.cli("finance", project, env=environment(LC_ALL="nl_NL.UTF-8",
                                                             LANGUAGE="nl")).out
        self.assertIn("1.234,56", dutch)
        total = next(t["cents"] for t in found["totals"]
                     if (t["kind"], t["year"]) == ("forecast", "2026-2027"))
        self.assertIn(f"{total // 100:,}.{total % 100:02d}", text)

    def test_wrong_calls(self):
        project = self.small_project(change=add_finance)
        self.cli("finance", project, "--scenario", "nowhere", status=3)
        self.cli("finance", project, "--against", "nowhere", status=3)
        self.cli("finance", project, "--format", "xml", status=2)
        self.cli("finance", status=2)
        self.cli("finance", self.path("absent.groeiplan"), status=4)

    def test_wrong_rows_are_named(self):
        """Doubled, unknown or unreadable rows never get in."""
        for table, row, why in (
                ("budgets.csv", ["1", "2024-2025", "actual", "", "5", "", ""], "budgets.csv:"),
                ("budgets.csv", ["9", "2024-2025", "actual", "", "5", "", ""], "project:"),
                ("budgets.csv", ["1", "2024-2025", "actual", "", "1.005", "", ""], "amount_eur:"),
                ("pledges.csv", ["F", "1", "2024", "5", "", ""], "year:"),
                ("project_drivers.csv", ["base", "1", "starts", "5", ""], "driver:")):
            with self.subTest(row=row):
                files = small_files()
                add_finance(files)
                files[table].append(row)
                folder = write_folder(self.path("bad"), files)
                done = self.cli("import", self.path("bad.groeiplan"), folder, status=3)
                self.assertIn(why, done.err)
                self.assertFalse(os.path.exists(self.path("bad.groeiplan")))


class Starter(CliTest):
    def test_the_reports_own_rounding_is_shown(self):
        project = self.path("starter.groeiplan")
        self.cli("new", project)
        found = json.loads(self.cli("finance", project, "--format", "json").out)
        totals = {t["year"]: t for t in found["totals"] if t["kind"] == "actual"}
        self.assertEqual((totals["2024-2025"]["cents"], totals["2024-2025"]["stated"],
                          totals["2024-2025"]["rounding"]), (96814300, 96814200, 100))
        self.assertEqual(totals["2023-2024"]["rounding"], 0)
        years = found["differences"][0]["total"]
        self.assertEqual((years["difference"], years["percent_hundredths"]), (15443100, 1898))
        drivers = {(p["project"], d["driver"]) for p in found["forecast_parts"]
                   for d in p["parts"] if d["driver"] != "fixed"}
        self.assertEqual(len(drivers), 6)


if __name__ == "__main__":
    unittest.main()
