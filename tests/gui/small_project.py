# SPDX-License-Identifier: GPL-3.0-or-later
"""A project small enough to be planned at once: plainly fictitious boards and schools."""
import csv
import os

YEARS = ["2026-2027", "2027-2028", "2028-2029"]


def write(folder, name, rows):
    with open(os.path.join(folder, name), "w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows)


def parameters():
    rows = [["scenario", "parameter", "scope", "year", "value", "source", "note"]]

    def add(parameter, value, scope="", year="", scenario="base"):
        rows.append([scenario, parameter, scope, year, value, "assumption", ""])

    for year in YEARS:
        add("cohort_target", 3, "groeikracht", year)
        add("cohort_target", 4, "regular", year)
    add("participation_goal", 30)
    add("support_days", 14, "po:1")
    add("recruitment_days", 1, "po")
    add("expert_days", 40)
    add("cost_expert_day", 900)
    add("cohort_target", 0, "regular", "2027-2028", "calm")
    return rows


def make_folder(folder):
    """An exchange folder with 6 boards, 36 schools, 2 expert coaches and 2 scenarios."""
    os.makedirs(folder)
    write(folder, "project.csv", [["key", "value"], ["format", "groeiplan-exchange-1"],
                                  ["name", "Proefproject"], ["plan_from", YEARS[0]],
                                  ["last_year", YEARS[2]], ["goal_year", YEARS[2]]])
    write(folder, "regions.csv", [["region", "name"], ["noord", "Noord"], ["zuid", "Zuid"]])
    write(folder, "provinces.csv", [["province", "region"], ["Groningen", "noord"],
                                    ["Friesland", "noord"], ["Noord-Brabant", "zuid"]])
    write(folder, "sectors.csv", [["sector", "name", "support_years", "groeikracht"],
                                  ["po", "Primair onderwijs", 1, 1]])
    boards = [["board", "name", "home_region", "partner_since", "max_verandercoaches", "note"]]
    schools = [["school", "board", "name", "sector", "region", "pupils", "high_need", "started",
                "programme", "excluded", "intake"]]
    for board in range(6):
        code, region = f"V{board}", ["noord", "zuid"][board % 2]
        boards.append([code, f"Stichting Verzonnen {board}", region, "", "", ""])
        for school in range(6):
            started = "2024-2025" if school == 0 else ""
            schools.append([f"{code}-{school}", code, f"Proefschool {board}-{school}", "po", region,
                            100 + 10 * school, int(school == 1), started,
                            "regular" if started else "", 0, "none"])
    write(folder, "boards.csv", boards)
    write(folder, "schools.csv", schools)
    write(folder, "expert_coaches.csv",
          [["coach", "name", "region", "days_per_year", "from_year", "to_year", "sectors"],
           ["E1", "Proefcoach 1", "noord", 40, "", "", ""],
           ["E2", "Proefcoach 2", "zuid", 40, "", "", ""]])
    write(folder, "verandercoaches.csv",
          [["coach", "board", "name", "trained_year", "days_per_year", "to_year"]])
    write(folder, "scenarios.csv", [["scenario", "parent", "name", "description"],
                                    ["base", "", "Basis", ""], ["calm", "base", "Rustig", ""]])
    write(folder, "parameters.csv", parameters())
    write(folder, "priorities.csv", [["scenario", "rank", "priority"]])
    write(folder, "pins.csv", [["scenario", "kind", "board", "sector", "programme", "year", "min",
                                "max", "reason"]])
    write(folder, "projects.csv", [["project", "name_nl", "name_en"]])
    write(folder, "budgets.csv", [["project", "year", "kind", "scenario", "amount_eur", "source",
                                   "note"]])
    write(folder, "pledges.csv", [["fund", "project", "year", "amount_eur", "source", "note"]])
    write(folder, "project_drivers.csv", [["scenario", "project", "driver", "rate_eur", "source"]])
    write(folder, "facts.csv", [["fact", "value", "unit", "year", "source", "section", "note"]])


def add_rows(folder, name, rows):
    with open(os.path.join(folder, name), "a", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows)


def uncertain(parameter, low, high, scope=""):
    return [["base", f"uncertain:{parameter}", f"factor_{name}{scope}", "", value, "assumption", ""]
            for name, value in (("low", low), ("mode", 1), ("high", high))]


def add_uncertainty(folder):
    """Two uncertain assumptions."""
    add_rows(folder, "parameters.csv",
             uncertain("expert_days", 0.5, 1.2) + uncertain("support_days", 0.8, 1.6, ":po:1"))


MONEY_BUDGETS = (["1", "2026-2027", "budget", "", 5000, "", ""],)


def add_money(folder, budgets=MONEY_BUDGETS):
    """Two finance projects."""
    add_rows(folder, "projects.csv", [["1", "Werven", "Recruiting"], ["2", "Steunen", "Support"]])
    add_rows(folder, "budgets.csv", [
        ["1", "2023-2024", "actual", "", 1000, "report-X, annex 2", ""],
        ["1", "2024-2025", "actual", "", 1200.5, "report-X, annex 2", ""],
        ["2", "2024-2025", "actual", "", 800, "", ""],
        *budgets])
    add_rows(folder, "project_drivers.csv", [["base", "2", "supported_school", 10, ""]])
    add_rows(folder, "facts.csv", [["project_costs_stated_total", 2000, "EUR", "2024-2025",
                                    "report-X", "annex 2", ""]])


PARTNERS = [("verandercoach_days", 20)]


def add_partner(folder):
    """The first board becomes a partner with a verandercoach."""
    path = os.path.join(folder, "boards.csv")
    with open(path, newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file))
    rows[1][rows[0].index("partner_since")] = "2024-2025"
    write(folder, "boards.csv", rows)
    add_rows(folder, "verandercoaches.csv", [["W1", "V0", "Proefverandercoach 1", "2024-2025", 20, ""]])
    add_rows(folder, "parameters.csv", [["base", parameter, "", "", value, "assumption", ""]
                                        for parameter, value in PARTNERS])
