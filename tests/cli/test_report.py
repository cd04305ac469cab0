# SPDX-License-Identifier: GPL-3.0-or-later
"""The exports: what a pack says, that it says nothing of others, and that its forms agree.

Values are read back by other programs: workbooks by LibreOffice, PDF by pdftotext. What of these is
not installed is left out, and said.
"""
import csv
import io
import json
import os
import re
import resource
import shutil
import signal
import subprocess
import time
import unittest
import zipfile
import zlib

from support import (CLI, SOURCE, YEARS, CliTest, environment, folder_bytes, read_bytes, small_files,
                     write_folder)

# fontconfig keeps what it knows of fonts until the process ends
os.environ.setdefault("LSAN_OPTIONS", "print_suppressions=0:suppressions=" +
                      os.path.join(SOURCE, "tests", "gui", "lsan.supp"))
SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
PDFTOTEXT = shutil.which("pdftotext")

HOSTILE = ['=HYPERLINK("http://example.invalid";"x")', "@SUM(1+1)", "+31 School", "-1 School",
           "Lang " * 40, "\u05d1\u05d9\u05ea \u05e1\u05e4\u05e8", "\u202eomgekeerd", "\U0001F680 School",
           "\"aan\" & <halen>", "Zonder; punt, komma", "&P &N &&", "%s%n{0}{1}"]


def with_fees(files):
    for name, scope, value, source in (("school_fee", "po", "8500", "assumption"),
                                       ("school_fee", "vo", "9500.5", "assumption"),
                                       ("government_share", "", "0.5", "fact:share"),
                                       ("price_index", "", "0.025", "assumption")):
        files["parameters.csv"].append(["base", name, scope, "", value, source, "Een noot"])
    files["facts.csv"].append(["school_coach_time", "0.5", "days per week", "", "jaarverslag", "3.1",
                               ""])


def with_hostile_names(files):
    with_fees(files)
    for i, name in enumerate(HOSTILE):
        files["schools.csv"][1 + i][2] = name
    files["boards.csv"][1][1] = "=cmd|' /C calc'!A0 " + "W" * 180
    files["boards.csv"][2][0] = "a:b*c?"
    files["boards.csv"][3][0] = "A:B*C?"
    files["boards.csv"][5][1] = "\U0001F680\U0001F469\u200d\U0001F3EB Bestuur"  # coloured signs first
    files["expert_coaches.csv"][1][1] = "@Expert " + "M" * 190
    renamed = {"B1": "a:b*c?", "B2": "A:B*C?"}
    for row in files["schools.csv"][1:]:
        row[1] = renamed.get(row[1], row[1])
    for row in files["verandercoaches.csv"][1:]:
        row[1] = renamed.get(row[1], row[1])


def pdf_text(path, *options):
    return subprocess.run([PDFTOTEXT, *options, path, "-"], capture_output=True, check=True,
                          timeout=60).stdout.decode("utf-8")


def all_bytes(path):
    """Everything that is in a file, taken out of its compression; of a PDF also its words."""
    raw = read_bytes(path)
    if path.endswith(".xlsx"):
        with zipfile.ZipFile(path) as book:
            return b"\n".join([name.encode() + b"\n" + book.read(name) for name in book.namelist()])
    found = [raw]
    for start in re.finditer(rb"stream\r?\n", raw):
        try:
            found.append(zlib.decompressobj().decompress(raw[start.end():]))
        except zlib.error:
            pass
    if path.endswith(".pdf") and PDFTOTEXT:
        found += [pdf_text(path).encode(), pdf_text(path, "-layout").encode()]
    return b"\n".join(found)


def read_dutch_csv(path):
    text = read_bytes(path)
    assert text.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(text.decode("utf-8-sig"), newline=""), delimiter=";"))


class Report(CliTest):
    def planned(self, change=with_fees):
        project = self.small_project(change=change)
        self.cli("plan", project)
        return project

    def board(self, project, board="B0", out="out", language="nl", **options):
        self.cli("report", project, "--kind", "board", "--board", board, "--output", self.path(out),
                 "--language", language, **options)
        return {name.split(".", 1)[1]: self.path(out, name)
                for name in os.listdir(self.path(out)) if f"-{board}-" in name}

    def all_packs(self, project, out="all", *words, **options):
        self.cli("report", project, "--kind", "board", "--all", "--output", self.path(out),
                 "--language", "nl", *words, **options)
        return self.path(out)

    def files_below(self, folder):
        """The files in a folder and the folders in it, as paths in it."""
        return sorted(os.path.relpath(os.path.join(where, name), folder)
                      for where, _, names in os.walk(folder) for name in names)

    # ---- what it says ----

    def test_csv_says_what_the_plan_says(self):
        project = self.planned()
        starts = [row for row in csv.DictReader(io.StringIO(
            self.cli("coaching", project, "--format", "csv", "--board", "B0").out))]
        files = self.board(project)
        visits = {}
        for row in read_dutch_csv(files["coaches.csv"])[1:]:
            for year, days in zip(YEARS, row[3:]):
                if days and row[1] != "Nog niemand":
                    visits[year] = visits.get(year, 0) + round(float(days.replace(",", ".")) * 100)
        expected = {}
        for row in starts:
            if row["what"] != "visit":
                continue
            year = row["year"]
            expected[year] = expected.get(year, 0) + round(float(row["days"]) * 100)
        self.assertTrue(visits)
        self.assertEqual(visits, expected)

    def test_costs_follow_from_fees_and_add_up(self):
        files = self.board(self.planned(), "B5")
        head, *rows = read_dutch_csv(files["costs.csv"])
        self.assertEqual(head[2:], ["Schoolbijdragen", "Betaalt het Rijk", "Betalen de scholen"])
        fees = {(row[0], row[1], row[2]): row[3] for row in read_dutch_csv(files["fees.csv"])[1:]}
        cents = lambda text: round(float(text.replace(",", ".")) * 100)
        self.assertEqual(fees[(YEARS[0], "Primair", "Regulier")], "8500,00")
        schools = 0
        for row in rows:
            self.assertEqual(cents(row[2]), cents(row[3]) + cents(row[4]))
            schools += int(row[1])
        self.assertGreater(schools, 0)

    def test_both_languages(self):
        project = self.planned()
        dutch = read_bytes(self.board(project, out="nl")["pdf"])
        english = self.board(project, out="en", language="en")
        self.assertIn(b"/Lang (nl-NL)", dutch)
        self.assertIn(b"/Lang (en-GB)", read_bytes(english["pdf"]))
        self.assertEqual(read_bytes(english["costs.csv"])[:8], b'\xef\xbb\xbf"Scho')
        self.assertIn(b'"School fees"', read_bytes(english["costs.csv"]))

    @unittest.skipUnless(PDFTOTEXT, "not run: no pdftotext")
    def test_pdf_reads_in_order_and_is_stamped(self):
        files = self.board(self.planned(), "B5")
        text = pdf_text(files["pdf"])
        places = [text.find(words) for words in
                  ("Bestuur Verzonnen 5", "Stand van", "Uw scholen per startjaar",
                   "Wie begeleidt welke school", "Verandercoaches en partnerschap",
                   "Wat van elke school gevraagd wordt", "Wat het kost",
                   "Wat veranderde sinds", "Hoe zeker dit is", "Waar de cijfers vandaan komen")]
        self.assertNotIn(-1, places)
        self.assertEqual(places, sorted(places))
        for words in ("Scenario: Basis", "geslaagd: het plan voldoet aan alle regels",
                      "halve dag per week", "School Verzonnen 5.0", "aanname"):
            self.assertIn(words, text)
        info = subprocess.run(["pdfinfo", files["pdf"]], capture_output=True, check=True).stdout
        self.assertIn(b"Title:           Bestuur Verzonnen 5", info)
        fonts = subprocess.run(["pdffonts", files["pdf"]], capture_output=True,
                               check=True).stdout.decode().splitlines()[2:]
        self.assertTrue(fonts)
        for line in fonts:
            self.assertRegex(line, r" yes yes (yes|no) +\d+ +\d+$")

    def structure(self, path):
        """The lines of the structure: how deep, and the tag or the words."""
        done = subprocess.run(["pdfinfo", "-struct-text", path], capture_output=True, check=True)
        lines = done.stdout.decode().split("\n")
        # "TH:" has its attributes on the next line
        return [((len(line) - len(line.lstrip())) // 2,
                 re.sub(r"^(TH|Figure):$", r"\1", line.strip().split(" (")[0]))
                for line in lines if line.strip() and not line.lstrip().startswith("/")]

    @unittest.skipUnless(PDFTOTEXT, "not run: no pdftotext")
    def test_pdf_tells_its_structure(self):
        files = self.board(self.planned(), "B5")
        tags = self.structure(files["pdf"])
        self.assertEqual(tags[0], (0, "Document"))
        self.assertEqual(tags[1], (1, "H1"))
        names = [name for _, name in tags]
        self.assertEqual(names.count("H1"), 1)
        self.assertGreaterEqual(names.count("H2"), 8)
        rows = 0  # of every table one of heads, and one of totals where there is more than one row
        for name in ("starts", "schools", "coaches", "costs"):
            rows += len(read_dutch_csv(files[name + ".csv"])) + 1
        rows += sum(len(read_dutch_csv(files[name + ".csv"])) for name in ("fees", "requirements"))
        for name in ("trainings", "verandercoaches"):
            if name + ".csv" in files:
                table = read_dutch_csv(files[name + ".csv"])
                rows += len(table) + (len(table) > 2)
        self.assertEqual(names.count("TR"), rows)
        heads = len(read_dutch_csv(files["schools.csv"])[0])
        start = names.index('"Al uw scholen"')
        row = names.index("TR", start)
        self.assertEqual(names[row:names.index("TR", row + 1)].count("TH"), heads)
        start = names.index("Table", row)
        table = names[start:names.index("H2", start)]
        days = read_dutch_csv(files["coaches.csv"])
        self.assertIn("", [cell for line in days for cell in line])  # which is a cell too
        self.assertEqual(table.count("TD") // len(days[0]), table.count("TR") - table.count("Table"))
        self.assertEqual(table.count("TD") % len(days[0]), 0)
        told = " ".join(name.strip('"') for name in names if name.startswith('"'))
        for words in ("dezelfde als bij het plannen", "halve dag per week", "School Verzonnen 5.0"):
            self.assertIn(words, told)
        self.assertNotIn("1 / ", told)  # nobody wants to hear the page's foot
        self.assertIn(b"Tagged:          yes", self.info(files["pdf"]))
        self.cli("report", self.path("small.groeiplan"), "--kind", "director", "--output",
                 self.path("dir"), "--language", "nl", "--format", "pdf")
        done = subprocess.run(["pdfinfo", "-struct", self.path("dir", "directierapport-base.pdf")],
                              capture_output=True, check=True)
        told = done.stdout.decode()
        self.assertEqual(done.stderr, b"")
        self.assertEqual(told.count("/Scope /Column"), len(re.findall(r"^ *TH\b", told, re.M)))
        self.assertGreater(told.count("/Scope /Column"), 8)
        alternatives = [bytes.fromhex(digits.decode()).decode("utf-16") for digits in re.findall(
            rb"/Alt <([0-9A-F]+)>", read_bytes(self.path("dir", "directierapport-base.pdf")))]
        self.assertEqual(len(alternatives), len(re.findall(r"^ *Figure\b", told, re.M)))
        self.assertIn("tegen het doel", alternatives[0])

    def info(self, path):
        return subprocess.run(["pdfinfo", path], capture_output=True, check=True).stdout

    MARKS = {mark: str(digit) for digit, mark in enumerate("\u2070\u00b9\u00b2\u00b3\u2074\u2075"
                                                           "\u2076\u2077\u2078\u2079")}

    @unittest.skipUnless(PDFTOTEXT, "not run: no pdftotext")
    def test_figures_have_numbered_notes(self):
        project = self.planned()
        files = self.board(project, "B5")
        self.cli("report", project, "--kind", "director", "--output", self.path("dir"),
                 "--language", "nl")
        for path in (files["pdf"], self.path("dir", "directierapport-base.pdf")):
            text = pdf_text(path)
            body, notes = text.split("Waar de cijfers vandaan komen")
            cited = {int("".join(self.MARKS[c] for c in mark))
                     for mark in re.findall("[" + "".join(self.MARKS) + "]+", body)}
            done = subprocess.run(["pdfinfo", "-dests", path], capture_output=True, check=True)
            listed = {int(n) for n in re.findall(r'"note-(\d+)"', done.stdout.decode())}
            self.assertEqual(listed, set(range(1, len(listed) + 1)))
            self.assertLessEqual(cited, listed)
            # what is not cited by a figure is named by a note that is
            named = {int(n) for line in re.findall(r"noot ([\d, en]+)", notes.replace("\n", " "))
                     for n in re.findall(r"\d+", line)}
            self.assertEqual(listed - cited - named, set())
            links = [name for _, name in self.structure(path)].count("Link")
            self.assertGreaterEqual(links, len(cited))
        rows = {row[1]: row for row in read_dutch_csv(files["sources.csv"])}
        self.assertRegex(rows["Schoolbijdrage, Primair"][2], "^\u20ac.8\\.500$")
        self.assertEqual(rows["Schoolbijdrage, Primair"][3], "aanname")
        self.assertIn("noot", rows["Betalen de scholen"][3])
        text = pdf_text(files["pdf"])
        mark = {digit: c for c, digit in self.MARKS.items()}
        fee = "".join(mark[c] for c in rows["Schoolbijdrage, Primair"][0])
        self.assertRegex(text, "\u20ac.8\\.500,00\\s" + fee)

    def test_a_pack_tells_every_kind_of_source(self):
        def change(files):
            with_fees(files)
            sources = {"school_fee po": "register:tarieven.csv:12", "school_fee vo": "typed 2026-11-03",
                       "government_share ": "fact:share", "price_index ": "in overleg met buren"}
            for row in files["parameters.csv"]:
                row[5] = sources.get(f"{row[1]} {row[2]}", row[5])
                if row[1] == "support_days" and row[2] == "vo:1":
                    row[5] = "report-2024-2025, annex 1"
                if row[1] == "support_days" and row[2] == "vo:2":
                    row[5] = ""
            files["facts.csv"].append(["share", "0.5", "", "2024-2025", "report-2023-2024", "3.1", ""])
        rows = {row[1]: row[3] for row in read_dutch_csv(
            self.board(self.planned(change), "B5")["sources.csv"])}
        self.assertEqual(rows["Schoolbijdrage, Primair"], "registerbestand tarieven.csv:12")
        self.assertEqual(rows["Schoolbijdrage, Voortgezet"], "ingevoerd op 2026-11-03")
        self.assertEqual(rows["Deel van het Rijk voor Groeikracht"], "rapport 2023-2024, paragraaf 3.1")
        self.assertEqual(rows["Prijsstijging per jaar"], "bij de stichting bekend, hier niet doorgegeven")
        days = {name: source for name, source in rows.items() if name.startswith("Begeleiding van een")}
        self.assertEqual(sorted(days.values()), ["aanname", "niet vermeld", "rapport 2024-2025, annex 1"])
        self.assertIn("registerbestand of ingevoerd", rows["Scholen, leerlingen, eisen"])

    @unittest.skipUnless(PDFTOTEXT, "not run: no pdftotext")
    def test_pdf_has_bookmarks_and_page_numbers(self):
        path = self.board(self.planned(), "B5")["pdf"]
        done = subprocess.run(["pdftohtml", "-xml", "-i", "-stdout", path], capture_output=True,
                              check=True)
        outline = re.findall(r'<item page="(\d+)">([^<]*)', done.stdout.decode())
        self.assertEqual([words for _, words in outline][0], "Uw scholen per startjaar")
        self.assertEqual([words for _, words in outline][-1], "Waar de cijfers vandaan komen")
        pages = pdf_text(path).split("\f")[:-1]
        for number, page in enumerate(pages, 1):
            self.assertRegex(page, rf"\b{number} ?/ ?{len(pages)}\b")
        for number, words in outline:
            self.assertIn(words.split()[0], pages[int(number) - 1])

    def test_html_has_notes_and_links_to_them(self):
        project = self.planned()
        self.cli("report", project, "--kind", "director", "--output", self.path("dir"),
                 "--language", "nl", "--format", "html")
        page = read_bytes(self.path("dir", "directierapport-base.html")).decode()
        links = set(re.findall(r'<sup><a href="#(note-\d+)"', page))
        self.assertGreater(len(links), 8)
        self.assertLessEqual(links, set(re.findall(r'<li id="(note-\d+)"', page)))

    @unittest.skipUnless(SOFFICE, "not run: no LibreOffice")
    def test_workbook_calculated_by_another_program_agrees(self):
        files = self.board(self.planned(), "B5")
        subprocess.run([SOFFICE, "--headless", f"-env:UserInstallation=file://{self.path('office')}",
                        "--convert-to",
                        "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,false,false,false,"
                        "false,-1", "--outdir", self.path("book"), files["xlsx"]],
                       capture_output=True, check=True, timeout=300)
        sheets = {}
        for name in os.listdir(self.path("book")):
            with open(self.path("book", name), encoding="utf-8", newline="") as file:
                sheets[name.rsplit("-", 1)[1][:-4]] = list(csv.reader(file, delimiter=";"))
        for sheet, name in (("Kosten", "costs.csv"), ("Starts per jaar", "starts.csv"),
                            ("Coaches", "coaches.csv"), ("Scholen", "schools.csv")):
            mine = read_dutch_csv(files[name])
            head, *rows = sheets[sheet][2:2 + len(mine)]
            self.assertEqual(head, mine[0])
            for theirs, ours in zip(rows, mine[1:]):
                for a, b in zip(theirs, ours):
                    number = re.fullmatch(r"-?\d+(,\d+)?", b)
                    self.assertEqual(float(a) if number else a,
                                     float(b.replace(",", ".")) if number else b, (sheet, ours))
            self.check_totals(sheet, sheets[sheet][2 + len(mine)], mine[1:])

    def check_totals(self, sheet, totals, rows):
        self.assertEqual(totals[0], "Totaal", sheet)
        sums = 0
        for column, total in enumerate(totals[1:], 1):
            if total:
                values = [float(row[column].replace(",", ".") or 0) for row in rows]
                self.assertAlmostEqual(float(total), sum(values), 6, (sheet, column))
                sums += 1
        self.assertGreater(sums, 0, sheet)

    def test_totals_are_formulas_with_their_values(self):
        with zipfile.ZipFile(self.board(self.planned(), "B5")["xlsx"]) as book:
            sheets = b"".join(book.read(name) for name in book.namelist()
                              if name.startswith("xl/worksheets/"))
            self.assertIn("xl/charts/chart1.xml", book.namelist())
        formulas = re.findall(rb"<f>([^<]*)</f><v>([^<]*)</v>", sheets)
        self.assertTrue([f for f, v in formulas if f.startswith(b"SUM(") and float(v) > 0])
        self.assertTrue([f for f, _ in formulas if re.fullmatch(rb"[A-Z]\d+-[A-Z]\d+", f)])
        self.assertIn(b'state="frozen"', sheets)

    # ---- only theirs ----

    def test_no_pack_holds_a_byte_of_another_board(self):
        def change(files):
            with_fees(files)
            files["boards.csv"][2][5] = "Een notitie over Bestuur Verzonnen 3"
            files["scenarios.csv"][1][2] = "Zonder Bestuur Verzonnen 4"
            files["facts.csv"][-1][-1] = "volgens Bestuur Verzonnen 2"
        folder = self.all_packs(self.planned(change))
        files = small_files()
        whose = {b: [] for b in (row[0] for row in files["boards.csv"][1:])}
        for code, name, *_ in files["boards.csv"][1:]:
            whose[code] += [name]
        for code, board, name, *_ in files["schools.csv"][1:]:
            whose[board] += [code, name]
        for code, board, name, *_ in files["verandercoaches.csv"][1:]:
            whose[board] += [name]
        packs = 0
        for name in self.files_below(folder):
            found = re.match(r"bestuurspakket-(B\d)-", name)
            if not found:
                continue
            packs += 1
            data = all_bytes(os.path.join(folder, name))
            for board, words in whose.items():
                for word in words:
                    if board != found[1]:
                        self.assertNotRegex(data, rb"(?<![\w.])" + re.escape(word.encode()) +
                                            rb"(?![\d.]\d|\d)", (name, word))
            if name.endswith((".pdf", ".xlsx", "schools.csv")) and PDFTOTEXT:
                self.assertIn(f"School Verzonnen {found[1][1]}.0".encode(), data)
        self.assertGreaterEqual(packs, 6 * 9)

    def test_no_pack_holds_a_sum_over_boards(self):
        """Pupils and fees are such that a sum over several boards is a number of its own."""
        def change(files):
            with_fees(files)
            for row in files["parameters.csv"]:
                if row[1] == "school_fee":
                    row[4] = {"po": "8513.37", "vo": "9517.59"}[row[2]]
            for i, row in enumerate(files["schools.csv"][1:]):
                row[5] = str(100003 + 97 * i * i)
        folder = self.all_packs(self.planned(change))
        names = self.files_below(folder)
        own = {f"B{i}": 0 for i in range(6)}
        for name in names:
            board = re.match(r"bestuurspakket-(B\d)-", name)
            if board and name.endswith(".costs.csv"):
                cents = lambda text: round(float(text.replace(",", ".")) * 100)
                own[board[1]] = sum(cents(row[2]) for row in read_dutch_csv(
                    os.path.join(folder, name))[1:])
        pupils, regions = {}, {}
        schools = small_files()["schools.csv"]
        for i, row in enumerate(schools[1:]):
            count = 100003 + 97 * i * i
            pupils[row[1]] = pupils.get(row[1], 0) + count
            regions[row[4]] = regions.get(row[4], 0) + count
        self.assertGreater(len([sum_ for sum_ in own.values() if sum_]), 3)
        for name in names:
            found = re.match(r"bestuurspakket-(B\d)-", name)
            if not found:
                continue
            board, data = found[1], all_bytes(os.path.join(folder, name))
            sums = {sum(own.values()), sum(own.values()) - own[board]}
            people = {sum(pupils.values()), sum(pupils.values()) - pupils[board],
                      *regions.values()}
            for other in set(own) - {board}:
                # (another's own may be the fee of one school, which is everybody's)
                sums |= {own[other] + own[board]} - {own[other], own[board]}
                people |= {pupils[other], pupils[other] + pupils[board]}
            wanted = [f"{number // 100}{mark}{number % 100:02}" for number in sums
                      for mark in ",."] + [str(number) for number in people]
            wanted += [f"{number:,}".replace(",", ".") for number in people]
            wanted += [f"{number // 100:,}".replace(",", ".") + f",{number % 100:02}"
                       for number in sums]
            for words in wanted:
                self.assertNotIn(words.encode(), data, (name, words))
            if name.endswith("schools.csv"):
                self.assertEqual(pupils[board], sum(int(row[-1]) for row in read_dutch_csv(
                    os.path.join(folder, name))[1:]))

    def test_index_lists_every_board(self):
        folder = self.all_packs(self.planned())
        rows = read_dutch_csv(os.path.join(folder, "overzicht.boards.csv"))
        self.assertEqual([row[0] for row in rows[1:]], [f"B{i}" for i in range(6)])
        page = read_bytes(os.path.join(folder, "overzicht.html")).decode()
        for row in rows[1:]:
            self.assertTrue(os.path.exists(os.path.join(folder, row[-1], row[-1] + ".pdf")), row)
            self.assertIn(row[1], page)
            self.assertIn(f'<a href="{row[-1]}/{row[-1]}.pdf">{row[-1]}</a>', page)
        self.assertEqual(sorted(os.listdir(folder)), sorted(  # one folder a board, and the index
            [row[-1] for row in rows[1:]] + ["overzicht.html", "overzicht.about.csv",
                                             "overzicht.boards.csv"]))

    def test_a_board_may_have_the_other_language(self):
        folder = self.all_packs(self.planned(), "all", "--other-language", "B3")
        self.assertEqual([n for n in self.files_below(folder) if n.endswith(".pdf") and "-B3-" in n],
                         ["board-pack-B3-Bestuur-Verzonnen-3/board-pack-B3-Bestuur-Verzonnen-3.pdf"])

    # ---- the same bytes, whole or not at all ----

    def test_made_twice_gives_the_same_bytes(self):
        project = self.planned()
        one = self.tree_bytes(self.all_packs(project, "one", "--threads", "1"))
        time.sleep(1.1)
        many = self.tree_bytes(self.all_packs(project, "many", "--threads", "3"))
        self.assertEqual(list(one), list(many))
        for name, data in one.items():
            self.assertEqual(data, many[name], name)
        alone = self.board(project)
        for form in ("xlsx", "pdf"):
            name = os.path.basename(alone[form])
            self.assertEqual(read_bytes(alone[form]),
                             one[os.path.join(name[:-len(form) - 1], name)])

    def tree_bytes(self, folder):
        return {name: read_bytes(os.path.join(folder, name)) for name in self.files_below(folder)}

    def test_as_of_is_what_was_given(self):
        project = self.planned()
        self.cli("report", project, "--kind", "board", "--board", "B0", "--output", self.path("out"),
                 "--as-of", "2031-05-09", "--language", "nl", "--format", "csv")
        about = read_dutch_csv(self.path("out", "bestuurspakket-B0-Bestuur-Verzonnen-0.about.csv"))
        self.assertIn(["Stand van", "9 mei 2031"], about)

    def test_a_full_disk_leaves_nothing(self):
        project = self.planned()

        def small_files_only():
            resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000))
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        for form in ("pdf", "xlsx"):
            done = subprocess.run([CLI, "report", project, "--kind", "board", "--board", "B0",
                                   "--output", self.path("full"), "--format", form],
                                  capture_output=True, check=False, env=environment(),
                                  preexec_fn=small_files_only, timeout=120)
            self.assertEqual(done.returncode, 4, done.stderr)
            if form == "pdf":  # the workbook's library complains by itself of its temporary files
                self.assertEqual(done.stderr.count(b"\n"), 1, done.stderr)
            self.assertFalse(os.path.exists(self.path("full")))

    def test_interrupted_leaves_nothing(self):
        def many(files):
            with_fees(files)
            for b in range(400):
                files["boards.csv"].append([f"M{b}", f"Menigte {b}", "noord", "", "", ""])
                files["schools.csv"].append([f"M{b}S", f"M{b}", f"School {b}", "po", "noord", "100",
                                             "0", "", "", "0", "none"])
        project = self.planned(many)
        run = subprocess.Popen([CLI, "report", project, "--kind", "board", "--all", "--output",
                                self.path("all")], stderr=subprocess.PIPE, env=environment())
        while not os.path.exists(self.path("all")) and run.poll() is None:
            time.sleep(0.01)
        run.send_signal(signal.SIGINT)
        _, complaint = run.communicate(timeout=120)
        self.assertEqual(run.returncode, 130, complaint)
        self.assertFalse(os.path.exists(self.path("all")))

    # ---- odd data ----

    def test_hostile_names_are_text_and_hold_the_layout(self):
        project = self.planned(with_hostile_names)
        folder = self.all_packs(project)
        names = self.files_below(folder)
        self.assertEqual(len({name.lower() for name in names}), len(names))
        for name in names:
            self.assertRegex(name, r"^([A-Za-z0-9_-]{1,120}/)?[A-Za-z0-9._-]{1,140}$")
        rows = read_dutch_csv(self.find(folder, "-B0-", ".schools.csv"))
        self.assertIn("'" + HOSTILE[0], [row[1] for row in rows])
        self.assertIn("'" + HOSTILE[3],
                      [row[1] for row in rows])
        with zipfile.ZipFile(self.find(folder, "-B0-", ".xlsx")) as book:
            for name in book.namelist():
                self.assertNotRegex(book.read(name), rb"<f>[^<]*(HYPERLINK|cmd)")
        if PDFTOTEXT:
            self.check_margins(self.find(folder, "-B0-", ".pdf"))

    def find(self, folder, *parts):
        found = [n for n in self.files_below(folder) if parts[0] in n and n.endswith(parts[1])]
        self.assertEqual(len(found), 1, parts)
        return os.path.join(folder, found[0])

    def check_margins(self, path):
        boxes = re.findall(r'xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)"',
                           pdf_text(path, "-bbox"))
        self.assertGreater(len(boxes), 50)
        for box in boxes:
            left, top, right, bottom = map(float, box)
            self.assertGreaterEqual(left, 49)
            self.assertLessEqual(right, 547)
            self.assertGreaterEqual(top, 40)
            self.assertLessEqual(bottom, 842 - 20)

    def test_a_board_without_schools_says_so(self):
        def change(files):
            with_fees(files)
            files["boards.csv"].append(["leeg", "Bestuur Leeg", "noord", "", "", ""])
        files = self.board(self.planned(change), "leeg")
        about = read_dutch_csv(files["about.csv"])
        self.assertIn(["scholen starten volgens plan", "0"], about)
        if PDFTOTEXT:
            self.assertIn("geen scholen bekend", pdf_text(files["pdf"]))

    def test_a_plan_older_than_the_data_is_said(self):
        project = self.planned()
        copy = self.path("small.groeiplan.folder", "regions.csv")
        text = read_bytes(copy).decode().replace("Zuid", "Zuiden")
        with open(copy, "w", encoding="utf-8") as file:
            file.write(text)
        self.cli("import", project, os.path.dirname(copy), "--replace")
        files = self.board(project, notes=True)
        self.assertIn(["Gegevens", "gewijzigd na dit plan"], read_dutch_csv(files["about.csv"]))
        if PDFTOTEXT:
            self.assertRegex(pdf_text(files["pdf"]),
                             r"gewijzigd na dit plan van \d+ \w+ \d{4}: plan opnieuw")
            self.assertNotIn("vertrouw niet", pdf_text(files["pdf"]))

    def test_what_changed_since_publishing(self):
        project = self.planned()
        self.cli("plan", project, "--publish")
        files = self.board(project)
        self.assertNotIn("changes.csv", files)
        if PDFTOTEXT:
            self.assertIn("veranderde niets", pdf_text(files["pdf"]))

    # ---- director and finance ----

    def test_directors_report(self):
        project = self.planned()
        self.cli("plan", project, "--scenario", "tight")
        self.cli("report", project, "--kind", "director", "--output", self.path("a"), "--language",
                 "nl")
        self.cli("report", project, "--kind", "director", "--output", self.path("b"), "--language",
                 "nl")
        self.cli("report", project, "--kind", "director", "--output", self.path("c"), "--language",
                 "nl", "--repairs", "--format", "html")
        page = read_bytes(self.path("c", "directierapport-base.html")).decode()
        self.assertTrue("Kleinste wijzigingen" in page or "geen wijziging van één knop" in page)
        self.assertNotIn("niet naar herstel gezocht", page)
        self.assertEqual(folder_bytes(self.path("a")), folder_bytes(self.path("b")))
        page = read_bytes(self.path("a", "directierapport-base.html")).decode()
        figures = json.loads(self.cli("compare", project, "base", "tight", "--format", "json").out)
        self.assertIn('<html lang="nl-NL">', page)
        self.assertRegex(page, r"Eind 2028-2029 doen \d+ scholen mee")
        self.assertIn("Krap", page)
        self.assertNotIn("<script", page)
        self.assertNotIn("http", re.sub(r"base64,[^\"]*", "", page))
        self.assertTrue(figures)
        if PDFTOTEXT:
            text = pdf_text(self.path("a", "directierapport-base.pdf"))
            for words in ("Capaciteit", "Scenario’s naast elkaar", "Risico’s", "Stand van"):
                self.assertIn(words, text)

    def test_directors_totals_are_those_of_its_first_page(self):
        project, fractions = self.planned(), 0
        for scenario in ("base", "tight"):
            self.cli("plan", project, "--scenario", scenario)
            self.cli("report", project, "--kind", "director", "--output", self.path("a"),
                     "--scenario", scenario, "--language", "nl", "--format", "html")
            page = read_bytes(self.path("a", f"directierapport-{scenario}.html")).decode()
            key = {label: int(re.sub(r"\D", "", number) or 0) for number, label in
                   re.findall(r"<div><b>([^<]*)</b>([^<]*)<", page)}
            tables = {}
            for table in re.findall(r"<table>(.*?)</table>", page, re.S):
                rows = [[re.sub(r"<sup>.*?</sup>|<[^>]*>|\s|\.", "", cell) for cell in
                         re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.S)]
                        for row in re.findall(r"<tr>(.*?)</tr>", table, re.S)]
                for name, *cells in zip(*rows):
                    # (the scenarios side by side come later, under the same heads)
                    tables.setdefault(name, [int(cell.replace("\u2013", "0") or 0) for cell in cells
                                             if re.fullmatch(r"\d+|\u2013|", cell)])
            # the last plan year lies beyond the goal: the first page counts trainings to the goal
            self.assertEqual(sum(tables["Opgeleid"][:3]),
                             key[f"op te leiden verandercoaches, tot en met {YEARS[2]}"])
            years = f", in alle planjaren (tot en met {YEARS[-1]})"
            for label, columns in (("coachdagen tekort", ["Tekort"]),
                                   ("schooljaren achterstand",
                                    ["Groeikrachttelaat", "Reguliertelaat"])):
                # no days short while every day is used: then the page says where they run out
                if columns == ["Tekort"] and label + years not in key:
                    self.assertEqual(tables["Tekort"][-1], 0)
                    self.assertTrue([name for name in key if "expertdagen op," in name])
                else:
                    self.assertEqual(key[label + years],
                                     sum(tables[name][-1] for name in columns), label)
                for name in (*columns, "Opgeleid"):
                    self.assertEqual(sum(tables[name][:-1]), tables[name][-1], name)
            plan = json.loads(self.cli("plan", project, "--scenario", scenario, "--format",
                                       "json").out)["whole"]
            # rounded once, not a year at a time: the rows then add up to it
            days, rows = [row["days"] for row in plan["verandercoach_days"]], tables["Doorverandercoaches"]
            self.assertLessEqual(abs(rows[-1] - sum(days)), 0.5 + 1e-6)
            self.assertEqual(sum(rows[:-1]), rows[-1])
            fractions += sum(abs(value - round(value)) > 0.01 for value in days)
        self.assertGreater(fractions, 4)

    def test_coaches_are_named_as_in_the_program(self):
        project = self.planned()
        named = {row["coach_name"] for row in csv.DictReader(io.StringIO(
            self.cli("coaching", project, "--format", "csv", "--board", "B5").out))}
        files = self.board(project, "B5", language="en")
        with open(files["coaches.csv"], encoding="utf-8-sig", newline="") as file:
            told = {row["Coach"] for row in csv.DictReader(file)} - {"Nobody yet"}
        # a pack needs neither its own board's name nor the role, which has a column
        short = {name.split(", verandercoach of ")[0] for name in named}
        self.assertTrue([name for name in told if re.fullmatch(r"no\. \d+ \(trained [\d-]+\)", name)])
        self.assertLessEqual(told, short)

    def test_directors_report_with_futures(self):
        def uncertain(files):
            with_fees(files)
            for which, value in (("factor_low", "0.8"), ("factor_mode", "1"), ("factor_high", "1.1")):
                files["parameters.csv"].append(["base", "uncertain:expert_days", which, "", value,
                                                "assumption", ""])
        project = self.planned(uncertain)
        self.cli("plan", project, "--publish")
        self.cli("futures", project, "--count", "20", "--shard", "1/1", "--output",
                 self.path("futures"))
        self.cli("report", project, "--kind", "director", "--output", self.path("a"), "--language",
                 "nl", "--futures", self.path("futures"), "--format", "html")
        page = read_bytes(self.path("a", "directierapport-base.html")).decode()
        self.assertIn("Er zijn 20 toekomsten doorgerekend", page)
        self.cli("report", project, "--kind", "board", "--all", "--output", self.path("all"),
                 "--language", "en", "--futures", self.path("futures"), "--format", "xlsx")
        told = 0
        for name in self.files_below(self.path("all")):
            if name.endswith(".xlsx"):
                told += b"futures that were tried" in all_bytes(self.path("all", name))
        self.assertEqual(told, 6)

    def finance(self, project):
        self.cli("report", project, "--kind", "finance", "--output", self.path("fin"), "--language",
                 "nl")
        return {name.split(".", 1)[1]: self.path("fin", name)
                for name in os.listdir(self.path("fin"))}

    def test_finance_workbook_adds_up(self):
        files = self.finance(self.planned())
        cents = lambda text: round(float(text.replace(",", ".")) * 100)
        rows = read_dutch_csv(files["funding.csv"])[1:]
        self.assertEqual([row[0] for row in rows], YEARS)
        for row in rows:
            delivery, boards, government, schools, shortfall = map(cents, row[1:6])
            self.assertEqual(shortfall, delivery - boards - government - schools)
            self.assertGreater(delivery, 0)
        self.assertEqual(read_dutch_csv(files["actual.csv"])[1:], [["Een", "1234,56"]])
        with zipfile.ZipFile(files["xlsx"]) as book:
            names = book.namelist()
            self.assertTrue([name for name in names if name.startswith("xl/comments")])
            self.assertTrue([name for name in names if name.startswith("xl/charts/chart")])

    @unittest.skipUnless(SOFFICE, "not run: no LibreOffice")
    def test_finance_workbook_recalculated(self):
        files = self.finance(self.planned())
        subprocess.run([SOFFICE, "--headless", f"-env:UserInstallation=file://{self.path('office')}",
                        "--convert-to",
                        "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,false,false,false,"
                        "false,-1", "--outdir", self.path("book"), files["xlsx"]],
                       capture_output=True, check=True, timeout=300)
        compared = 0
        for sheet, name in (("Financiering", "funding.csv"), ("Realisatie", "actual.csv"),
                            ("Prognose", "forecast.csv"), ("Open per project", "open.csv")):
            with open(self.path("book", f"financien-base-{sheet}.csv"), encoding="utf-8",
                      newline="") as file:
                theirs = list(csv.reader(file, delimiter=";"))[2:]
            for row, other in zip(read_dutch_csv(files[name]), theirs):
                for a, b in zip(row, other):
                    if re.fullmatch(r"-?\d+,\d+", a):
                        self.assertAlmostEqual(float(a.replace(",", ".")), float(b), 2)
                        compared += 1
        self.assertGreater(compared, 40)

    def test_odd_budgets(self):
        def negative(files):
            with_fees(files)
            files["projects.csv"].append(["2", "Twee", "Two"])
            files["budgets.csv"] += [["1", "2025-2026", "actual", "", "-50.25", "", ""],
                                     ["1", "2025-2026", "budget", "", "100", "", ""]]
        files = self.finance(self.planned(negative))
        rows = read_dutch_csv(files["actual.csv"])
        self.assertEqual(rows, [["Project", "2024-2025", "2025-2026"], ["Een", "1234,56", "-50,25"],
                                ["Twee", "", ""]])
        row = dict(zip(*read_dutch_csv(files["variance.csv"])[:2]))
        self.assertEqual(row["Verschil"], "-150,25")
        notes = read_bytes(files["xlsx"])
        with zipfile.ZipFile(io.BytesIO(notes)) as book:
            words = book.read("xl/sharedStrings.xml").decode()
        self.assertIn("Twee heeft geen realisatie en geen tarieven: er is geen prognose.", words)
        self.assertIn("Vastgelegd: zulke bedragen zijn er niet in dit project", words)

        def doubled(files):
            files["budgets.csv"].append(["1", "2024-2025", "actual", "", "5", "", ""])
        files = small_files()
        doubled(files)
        folder = write_folder(self.path("doubled"), files)
        done = self.cli("import", self.path("doubled.groeiplan"), folder, status=3)
        self.assertIn("budgets.csv:3: ", done.err)
        self.assertFalse(os.path.exists(self.path("doubled.groeiplan")))

    def test_a_fee_that_nobody_gave_is_missed(self):
        def without(files):
            with_fees(files)
            files["parameters.csv"] = [row for row in files["parameters.csv"] if row[1] != "school_fee"]
        def half(files):
            with_fees(files)
            files["parameters.csv"] = [row for row in files["parameters.csv"]
                                       if row[1:3] != ["school_fee", "vo"]]
        told = {}
        for change in (without, half, with_fees):
            files = self.board(self.planned(change), "B5", out=change.__name__)
            shutil.rmtree(self.path("small.groeiplan.folder"))
            os.remove(self.path("small.groeiplan"))
            told[change] = (dict(read_dutch_csv(files["about.csv"]))["te betalen door uw scholen"],
                            " ".join(pdf_text(files["pdf"]).split()) if PDFTOTEXT else None)
        self.assertEqual(told[without][0], "\u2013")
        self.assertRegex(told[half][0], "^\u20ac.[1-9]")
        if PDFTOTEXT:
            self.assertIn("Voor Primair en Voortgezet is geen bijdrage bekend", told[without][1])
            self.assertIn("Voor Voortgezet is geen bijdrage bekend", told[half][1])
            self.assertNotIn("geen bijdrage bekend", told[with_fees][1])

    def test_a_plan_without_starts(self):
        def change(files):
            with_fees(files)
            for row in files["parameters.csv"]:
                if row[1] == "cohort_target":
                    row[4] = "0"
        project = self.planned(change)
        files = self.board(project, "B2")
        self.assertIn(["scholen starten volgens plan", "0"], read_dutch_csv(files["about.csv"]))
        if PDFTOTEXT:
            self.assertIn("start geen van uw scholen", pdf_text(files["pdf"]))
        self.cli("report", project, "--kind", "director", "--output", self.path("dir"))
        self.assertGreater(len(self.finance(project)), 5)

    def test_refusals(self):
        project = self.small_project(change=with_fees)
        report = ("report", project, "--kind", "board")
        for status, words in (
                (3, (*report, "--board", "B0", "--output", "out")),            # no plan yet
                (2, (*report, "--output", "out")),                             # no board
                (2, (*report, "--board", "B0", "--all", "--output", "out")),   # both
                (2, (*report, "--board", "B0")),                               # no folder
                (2, ("report", project, "--kind", "poem", "--output", "out")),
                (2, (*report, "--board", "B0", "--output", "out", "--format", "html")),
                (2, (*report, "--board", "B0", "--output", "out", "--as-of", "gisteren"))):
            done = self.cli(*words, status=status)
            self.assertEqual(done.err.count("\n"), 1, done.err)
            self.assertFalse(os.path.exists(self.path("out")))
        self.cli("plan", project)
        self.cli(*report, "--board", "nee", "--output", "out", status=3)
        relaxed = self.small_project("relaxed.groeiplan")
        self.cli("plan", relaxed, "--relaxed")
        self.cli("report", relaxed, "--kind", "board", "--board", "B0", "--output", "out", status=3)
        self.assertFalse(os.path.exists(self.path("out")))

    def test_a_folder_that_is_none(self):
        project = self.planned()
        before = read_bytes(project)
        self.cli("report", project, "--kind", "board", "--board", "B0", "--output", project,
                 status=4)
        self.assertEqual(read_bytes(project), before)
        os.makedirs(self.path("out", "bestuurspakket-B0-Bestuur-Verzonnen-0.pdf"))
        self.cli("report", project, "--kind", "board", "--board", "B0", "--output", self.path("out"),
                 "--language", "nl", status=4)
        self.assertEqual(os.listdir(self.path("out")), ["bestuurspakket-B0-Bestuur-Verzonnen-0.pdf"])


if __name__ == "__main__":
    unittest.main()
