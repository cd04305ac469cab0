# SPDX-License-Identifier: GPL-3.0-or-later
"""The finance workbook, sheet by sheet: read back with a reader of its own, which knows nothing of
the program, and calculated again by LibreOffice, cell by cell."""
import csv
import io
import os
import re
import shutil
import subprocess
import unittest
import xml.etree.ElementTree as ET
import zipfile

from support import YEARS, CliTest, read_bytes

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
NUMBER = re.compile(r"-?\d+(,\d+)?")


def with_money(files):
    """Two projects with actuals of two years, a budget, what is committed, a pledge and rates."""
    files["projects.csv"].append(["2", "Twee & \"meer\"", "Two"])
    budgets = files["budgets.csv"]
    del budgets[1:]
    for project, year, kind, amount, source, note in (
            ("1", "2024-2025", "actual", "1234.56", "jaarverslag, bijlage 1", "Een noot / A note"),
            ("1", "2025-2026", "actual", "2000", "fact:total", ""),
            ("2", "2024-2025", "actual", "100.01", "register:kosten.csv:7", ""),
            ("2", "2025-2026", "actual", "0.99", "typed 2026-01-31", ""),
            ("1", "2025-2026", "budget", "1999.99", "assumption", ""),
            ("2", "2025-2026", "budget", "3", "", ""),
            ("2", "2026-2027", "committed", "12.34", "typed", "")):
        budgets.append([project, year, kind, "", amount, source, note])
    files["pledges.csv"].append(["Fonds", "1", "2026-2027", "700.5", "brief, blz. 2", ""])
    files["project_drivers.csv"] += [["base", "1", "start", "10.5", "assumption"],
                                     ["base", "1", "training", "0", "assumption"]]
    files["facts.csv"] += [["total", "2001", "EUR", "2025-2026", "jaarverslag", "annex 1", ""],
                           ["project_costs_stated_total", "2001.99", "EUR", "2025-2026", "jaarverslag", "3.1", ""]]
    for name, scope, value, source in (("school_fee", "po", "8500", "assumption"),
                                       ("school_fee", "vo", "9500.5", "assumption"),
                                       ("government_share", "", "0.5", "fact:total"),
                                       ("cost_training", "", "4000", "typed 2026-02-01"),
                                       ("price_index", "", "0.025", "assumption")):
        files["parameters.csv"] = [row for row in files["parameters.csv"]
                                   if row[1:3] != [name, scope]]
        files["parameters.csv"].append(["base", name, scope, "", value, source, "Zo is het / So it is"])


class Sheet:
    """What one sheet of a workbook holds: cells by name, formulas, and notes."""

    def __init__(self, book, path, strings):
        root = ET.fromstring(book.read(path))
        self.values, self.formulas, self.comments = {}, {}, {}
        for cell in root.iter(MAIN + "c"):
            value, formula = cell.find(MAIN + "v"), cell.find(MAIN + "f")
            if value is not None:
                self.values[cell.get("r")] = (strings[int(value.text)] if cell.get("t") == "s"
                                              else float(value.text))
            if formula is not None:
                self.formulas[cell.get("r")] = formula.text
        relations = path.replace("worksheets/", "worksheets/_rels/") + ".rels"
        if relations in book.namelist():
            for relation in ET.fromstring(book.read(relations)):
                if relation.get("Type").endswith("/comments"):
                    self.read_comments(book.read("xl/" + relation.get("Target")[3:]))

    def read_comments(self, data):
        for comment in ET.fromstring(data).iter(MAIN + "comment"):
            self.comments[comment.get("ref")] = "".join(comment.itertext())

    def rows(self):
        return sorted({int(re.sub(r"\D", "", name)) for name in self.values})


def read_book(path):
    with zipfile.ZipFile(path) as book:
        strings = ["".join(item.itertext()) for item in
                   ET.fromstring(book.read("xl/sharedStrings.xml")).iter(MAIN + "si")]
        targets = {r.get("Id"): "xl/" + r.get("Target") for r in
                   ET.fromstring(book.read("xl/_rels/workbook.xml.rels"))}
        sheets = ET.fromstring(book.read("xl/workbook.xml")).iter(MAIN + "sheet")
        return {s.get("name"): Sheet(book, targets[s.get(RELATION + "id")], strings) for s in sheets}


def number(text):
    """As LibreOffice writes it: a percentage with its sign."""
    return float(text[:-1]) / 100 if text.endswith("%") else float(text or "0")


def read_csv(path):
    return list(csv.reader(io.StringIO(read_bytes(path).decode("utf-8-sig"), newline=""),
                           delimiter=";"))


class Workbook(CliTest):
    SHEETS = {"Realisatie": "actual", "Begroting": "budget", "Vastgelegd": "committed",
              "Prognose": "forecast", "Jaar op jaar": "year-on-year",
              "Begroting en realisatie": "variance", "Vermelde totalen": "stated",
              "Scenario’s": "scenarios", "Financiering": "funding", "Open per project": "open",
              "Kostendrijvers": "drivers", "Bronnen": "sources", "Prijzen": "parameters"}

    def finance(self, change=with_money, language="nl", name="small.groeiplan", **options):
        project = self.small_project(name, change=change)
        self.cli("plan", project)
        self.cli("report", project, "--kind", "finance", "--output", self.path("fin"), "--language",
                 language, **options)
        return {name.split(".", 1)[1]: self.path("fin", name)
                for name in os.listdir(self.path("fin"))}

    def test_every_number_says_where_it_comes_from(self):
        book = read_book(self.finance()["xlsx"])
        self.assertEqual(set(book), {"Samenvatting", *self.SHEETS})
        counted = 0
        for name, sheet in book.items():
            for cell, value in sheet.values.items():
                if not isinstance(value, float):
                    continue
                # a total is the formula that stands in it, as every sum is
                if sheet.formulas.get(cell, "").startswith("SUM(") or (
                        int(re.sub(r"\D", "", cell)) == sheet.rows()[-1] and cell in sheet.formulas):
                    continue
                self.assertIn(cell, sheet.comments, (name, cell, value))
                self.assertGreater(len(sheet.comments[cell].strip()), 5, (name, cell))
                counted += 1
        self.assertGreater(counted, 100)
        notes = {words for sheet in book.values() for words in sheet.comments.values()}
        for words in ("jaarverslag, bijlage 1: Een noot (budgets.csv, rij 1)",
                      "jaarverslag, annex 1 (budgets.csv, rij 2)",
                      "registerbestand kosten.csv:7 (budgets.csv, rij 3)",
                      "ingevoerd op 2026-01-31 (budgets.csv, rij 4)",
                      "aanname (budgets.csv, rij 5)", "niet vermeld (budgets.csv, rij 6)",
                      "ingevoerd (budgets.csv, rij 7)"):
            self.assertIn(words, notes)

    def test_sources_and_prices_list_what_was_given(self):
        files = self.finance()
        rows = read_csv(files["sources.csv"])
        self.assertEqual(len(rows), 1 + 7 + 1)
        self.assertIn(["Een", "2026-2027", "Toegezegd", "700,50", "brief, blz. 2 (pledges.csv, rij 1)"],
                      rows)
        prices = read_csv(files["parameters.csv"])
        self.assertEqual([row[0] for row in prices].count("Bijdrage"), 2)
        self.assertTrue([row for row in prices if row[0] == "Prijs van een opleiding" and
                         re.fullmatch("ingevoerd op 2026-02-01: Zo is het \\(parameters.csv, rij \\d+\\)",
                                      row[4])], prices)

    def test_a_workbook_speaks_its_own_language_alone(self):
        """Whatever language the program runs in."""
        files = self.finance(language="en")
        english = re.compile(rb"\b(the|of|and|from|with|has|its|worked|out|row|project's)\b")
        dutch = re.compile(rb"\b(de|het|van|een|geen|niet|voor|rij|Berekend)\b")
        for sheet in read_book(files["xlsx"]).values():
            for words in [*sheet.comments.values(),
                          *(v for v in sheet.values.values() if isinstance(v, str))]:
                self.assertNotRegex(words.encode().replace(b"jaarverslag", b""), dutch, words)
        # without money there is nothing to calibrate by, and notes say so
        for change, name in ((with_money, "full"), (lambda files: None, "bare")):
            shutil.rmtree(self.path("fin"))
            files = self.finance(change, name=name + ".groeiplan")
            for sheet in read_book(files["xlsx"]).values():
                for words in [*sheet.comments.values(),
                              *(v for v in sheet.values.values() if isinstance(v, str))]:
                    self.assertNotRegex(words.replace("So it is", "").encode(), english, words)

    def test_sheets_without_amounts_are_left_out_and_named(self):
        files = self.finance(lambda files: files["budgets.csv"].__delitem__(slice(1, None)))
        book = read_book(files["xlsx"])
        for name in ("Begroting", "Vastgelegd", "Realisatie", "Begroting en realisatie"):
            self.assertNotIn(name, book)
            self.assertNotIn(self.SHEETS[name] + ".csv", files)
            told = [v for v in book["Samenvatting"].values.values()
                    if isinstance(v, str) and v.startswith(name + ": ")]
            self.assertEqual(len(told), 1, name)
            self.assertIn("dat blad is er niet", told[0])
            self.assertIn(["Noot", told[0]], read_csv(files["about.csv"]))
        listed = [v for v in book["Samenvatting"].values.values() if v in book]
        self.assertEqual(set(listed), set(book) - {"Samenvatting"})

    def recalculated(self, path):
        """Every sheet as LibreOffice works it out, stored values thrown away."""
        bare = self.path("bare.xlsx")
        with zipfile.ZipFile(path) as old, zipfile.ZipFile(bare, "w") as new:
            for name in old.namelist():
                data = old.read(name)
                if name.startswith("xl/worksheets/sheet"):
                    data = re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", data)
                new.writestr(name, data)
        subprocess.run([SOFFICE, "--headless", f"-env:UserInstallation=file://{self.path('office')}",
                        "--convert-to",
                        "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,false,false,false,"
                        "false,-1", "--outdir", self.path("book"), bare],
                       capture_output=True, check=True, timeout=300)
        sheets = {}
        for name in os.listdir(self.path("book")):
            with open(self.path("book", name), encoding="utf-8", newline="") as file:
                sheets[name[len("bare-"):-4]] = list(csv.reader(file, delimiter=";"))
        return sheets

    @unittest.skipUnless(SOFFICE, "not run: no LibreOffice")
    def test_every_sheet_calculated_by_another_program_agrees(self):
        files = self.finance()
        sheets = self.recalculated(files["xlsx"])
        self.assertEqual(set(sheets), {"Samenvatting", *self.SHEETS})
        formulas = read_book(files["xlsx"])
        for sheet, name in self.SHEETS.items():
            ours = read_csv(files[name + ".csv"])
            theirs = sheets[sheet][2:]
            compared = 0
            for mine, other in zip(ours, theirs):
                for a, b in zip(mine, other):
                    if NUMBER.fullmatch(a):
                        self.assertAlmostEqual(float(a.replace(",", ".")), number(b), 4,
                                               (sheet, mine, other))
                        compared += 1
                    elif not a.startswith("'"):
                        self.assertEqual(a, b, (sheet, mine))
            self.assertTrue(compared or name == "parameters", sheet)
            self.check_totals(sheet, ours, theirs)
        for name in ("Jaar op jaar", "Begroting en realisatie"):
            self.assertGreaterEqual(len(formulas[name].formulas), 4)

    def check_totals(self, sheet, ours, theirs):
        if len(theirs) <= len(ours) or not theirs[len(ours)][0]:
            return
        self.assertEqual(theirs[len(ours)][0], "Totaal", sheet)
        for column, total in enumerate(theirs[len(ours)][1:], 1):
            if total:
                cents = [round(float(row[column].replace(",", ".") or 0) * 100) for row in ours[1:]]
                self.assertEqual(round(float(total) * 100), sum(cents), (sheet, column))

    def test_figures_of_the_comparisons(self):
        files = self.finance()
        self.assertEqual(read_csv(files["year-on-year.csv"])[1:],
                         [["Een", "1234,56", "2000,00", "765,44", "0,6200"],
                          ['Twee & "meer"', "100,01", "0,99", "-99,02", "-0,9901"]])
        self.assertEqual(read_csv(files["variance.csv"])[1:],
                         [["2025-2026", "Een", "1999,99", "2000,00", "0,01", "0,0000"],
                          ["2025-2026", 'Twee & "meer"', "3,00", "0,99", "-2,01", "-0,6700"]])
        self.assertEqual(len(YEARS), len(read_csv(files["funding.csv"])) - 1)


if __name__ == "__main__":
    unittest.main()
