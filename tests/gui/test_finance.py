# SPDX-License-Identifier: GPL-3.0-or-later
"""The Finance page from start to end: figures and where they come from, changes that undo takes back,
pledges, rates, comparison; also without a plan, without projects, and read-only."""
import json
import os
import sqlite3
import subprocess

from small_project import MONEY_BUDGETS, add_money
from story import CLI, Story, cli, main


class Stories(Story):
    def finance(self, path):
        done = subprocess.run([CLI, "finance", path, "--format", "json"], capture_output=True,
                              check=True, env={**os.environ, "LC_ALL": "C.UTF-8"})
        return json.loads(done.stdout)

    def project(self, name="geld.groeiplan", budgets=MONEY_BUDGETS):
        """The small project with two finance projects."""
        self.small("leeg.groeiplan")
        folder = self.path("exchange")
        add_money(folder, budgets)
        done = cli("import", self.path(name), folder)
        self.assertEqual(done.returncode, 0, done.stderr)
        return self.path(name)

    def open_page(self, path):
        program, screen = self.start(path)
        program.activate("win.page", "'finance'")
        return program, screen

    def put(self, program, table, line, column, amount):
        program.activate("win.finance-put", f"('{table}', uint32 {line}, uint32 {column}, '{amount}')")

    def test_finance_figures_and_sources(self):
        program, screen = self.open_page(self.project())
        screen.wait("In 2024-2025 the projects cost €2,001.")
        screen.wait("the report states a total of €2,000; its projects add up to €2,000.50")
        screen.wait("1 Recruiting, 2024-2025: 1,201")
        screen.wait("Plan this scenario first")
        program.activate("win.plan")
        program.wait(lambda: program.is_enabled("plan"), "the plan")
        screen.wait("charity funds must cover")
        found = self.finance(self.path("geld.groeiplan"))
        total = [t["cents"] for t in found["totals"]
                 if (t["kind"], t["year"]) == ("forecast", "2027-2028")][0]
        screen.wait(f"Total, 2027-2028: {(total + 50) // 100:,}")
        funds = found["funding"][1]["funds"]
        screen.wait(f"For charity funds, 2027-2028: {(funds + 50) // 100:,}")
        program.activate("win.finance-open", "('projects', uint32 0, uint32 1)")
        screen.wait("report-X, annex 2 (budgets.csv row 2)")
        program.activate("win.finance-open", "('projects', uint32 1, uint32 4)")
        screen.wait("Schools supported")
        self.assertEqual(screen.unnamed(), [])
        self.finish(program)

    def test_finance_changes_are_undone(self):
        path = self.project()
        program, screen = self.open_page(path)
        screen.wait("1 Recruiting, 2024-2025")
        program.activate("win.finance-choose", "(uint32 2, uint32 0)")
        screen.wait("1 Recruiting, 2026-2027: 5,000")
        self.put(program, "projects", 0, 3, "€ 6,250.75")
        screen.wait("1 Recruiting, 2026-2027: 6,251")
        self.put(program, "projects", 1, 4, "12 euro")
        screen.wait("Type an amount in euro, with at most two decimals.")
        self.put(program, "projects", 1, 4, "-300")
        screen.wait("2 Support, 2027-2028: −300")
        found = self.finance(path)
        rows = {(f["project"], f["year"]): f for f in found["figures"] if f["kind"] == "budget"}
        self.assertEqual(rows["1", "2026-2027"]["cents"], 625075)
        self.assertEqual(rows["2", "2027-2028"]["cents"], -30000)
        self.assertRegex(rows["2", "2027-2028"]["source"], r"^typed 20\d\d-\d\d-\d\d$")
        for _ in range(2):
            program.activate("win.undo")
        screen.wait("1 Recruiting, 2026-2027: 5,000")
        screen.wait("2 Support, 2027-2028: –")
        self.assertFalse(program.is_enabled("undo"))
        program.activate("win.redo")
        screen.wait("1 Recruiting, 2026-2027: 6,251")
        self.finish(program)

    def test_finance_rates_and_pledges(self):
        path = self.project()
        program, screen = self.open_page(path)
        screen.wait("No fund pledged anything yet.")
        program.activate("win.finance-pledge", "('Fonds Verzonnen', uint32 1, uint32 0, '250')")
        screen.wait("Fonds Verzonnen · 2, 2026-2027: 250.00")
        self.put(program, "pledges", 0, 1, "99.99")
        screen.wait("Total, 2027-2028: 99.99")
        screen.wait("2 Support, Schools supported: 10.00")
        self.put(program, "rates", 1, 3, "0")
        screen.wait("2 Support, Schools supported: 0.00")
        self.put(program, "rates", 0, 1, "2.50")
        screen.wait("1 Recruiting, Schools that start: 2.50")
        found = self.finance(path)
        parts = [p for p in found["forecast_parts"]
                 if (p["project"], p["year"]) == ("1", "2024-2025")][0]["parts"]
        self.assertEqual([(p["driver"], p["rate"]) for p in parts],
                         [("fixed", 120050 - 6 * 250), ("start", 250)])
        self.assertEqual(found["funding"][0]["pledged"], 25000)
        self.finish(program)

    def test_finance_compares(self):
        program, screen = self.open_page(self.project())
        screen.wait("1 Recruiting, 2024-2025")
        program.activate("win.finance-choose", "(uint32 1, uint32 1)")
        screen.wait("1 Recruiting, 2024-2025: 1,201, +201 (+20.1%)")
        program.activate("win.finance-choose", "(uint32 4, uint32 2)")
        screen.wait("1 Recruiting, 2026-2027: 1,201, −3,800 (−76.0%)")
        # of project 1 alone: project 2 has no budget
        screen.wait("In 2026-2027 the projects will cost €1,201: €3,800 less than the budget of €5,000.")
        program.activate("win.finance-choose", "(uint32 4, uint32 3)")
        screen.wait("1 Recruiting, 2026-2027: 1,201, 0 (0.0%)")
        screen.wait("That scenario has no plan yet")
        program.activate("win.finance-choose", "(uint32 4, uint32 0)")
        screen.wait_gone("That scenario has no plan yet")
        self.finish(program)

    def test_finance_against_budgets(self):
        """Actuals against their budgets; and without any, what to do first."""
        program, screen = self.open_page(self.project(budgets=()))
        program.activate("win.finance-choose", "(uint32 0, uint32 2)")
        screen.wait("There is no budget to compare with yet: choose Budget")
        program.activate("win.finance-choose", "(uint32 2, uint32 0)")
        screen.wait("1 Recruiting, 2024-2025: –")
        self.put(program, "projects", 0, 1, "1,000.50")
        screen.wait("1 Recruiting, 2024-2025: 1,001")
        program.activate("win.finance-choose", "(uint32 0, uint32 2)")
        screen.wait("In 2024-2025 the projects cost €1,201: €200 more than the budget of €1,001.")
        screen.wait("1 Recruiting, 2024-2025: 1,201, +200 (+20.0%)")
        self.finish(program)

    def test_finance_narrow(self):
        program, screen = self.start(self.project(), width=360, height=640)
        program.activate("win.page", "'finance'")
        screen.wait("1 Recruiting, 2024-2025")
        program.activate("win.finance-choose", "(uint32 2, uint32 3)")
        program.activate("win.go-to", "('finance', 'rates')")
        program.settle(0.3)
        self.assertLessEqual(screen.window_size()[0], 372)
        self.finish(program)

    def test_finance_without_projects(self):
        program, screen = self.open_page(self.small())
        screen.wait("No projects yet")
        self.finish(program)

    def test_finance_read_only(self):
        path = self.project()
        holder = sqlite3.connect(path, isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        program, screen = self.open_page(path)
        screen.wait("1 Recruiting, 2024-2025: 1,201")
        self.put(program, "projects", 0, 0, "5")
        screen.wait("report-X, annex 2 (budgets.csv row 1)")
        self.assertFalse(screen.has("Where the amount comes from"))
        self.assertFalse(program.is_enabled("undo"))
        holder.rollback()
        holder.close()
        self.finish(program)


if __name__ == "__main__":
    main()
