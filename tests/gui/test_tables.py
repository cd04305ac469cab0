# SPDX-License-Identifier: GPL-3.0-or-later
"""Stories of the tables that are edited: cells, rows, the clipboard's text, and back again."""
import sqlite3
import time

from story import Story, main


class Stories(Story):
    def set_cell(self, program, code, column, text):
        program.activate("win.records-set-cell", f"('{code}', '{column}', '{text}')")

    def show(self, program, page):
        program.activate("win.page", f"'{page}'")
        program.wait(lambda: program.is_enabled("records-select-all"), page)

    # ---- stories ---------------------------------------------------------------------------------

    def test_edited_and_undone(self):
        path = self.small()
        before = self.exported(path, "before")
        program, screen = self.start(path)
        self.show(program, "schools")
        screen.wait("36 of 36")
        self.set_cell(program, "V0-3", "region", "Zuid")
        self.until(program, path, "SELECT region FROM schools WHERE school = 'V0-3'", [("zuid",)])
        self.set_cell(program, "V0-3", "pupils", "1,234")
        self.until(program, path, "SELECT pupils FROM schools WHERE school = 'V0-3'", [(1234,)])
        screen.wait("1,234")
        program.activate("win.records-column", "'pupils'")
        program.activate("win.records-select", "['V0-3', 'V0-4', 'V0-5']")
        screen.wait("3 selected")
        program.activate("win.records-fill-down")
        self.until(program, path, "SELECT count(*) FROM schools WHERE pupils = 1234", [(3,)])
        program.activate("win.records-add")
        screen.wait("37 of 37")
        self.until(program, path, "SELECT board FROM schools WHERE name = 'New school'", [("V0",)])
        self.show(program, "boards")
        program.activate("win.records-select", "['V1']")
        program.wait(lambda: program.is_enabled("records-delete"), "a selected board")
        program.activate("win.records-delete")
        self.until(program, path, "SELECT count(*) FROM schools", [(31,)])
        screen.wait("5 of 5")
        self.set_cell(program, "V2", "board", "W2")
        self.until(program, path, "SELECT count(*) FROM schools WHERE board = 'W2'", [(6,)])
        self.undo_everything(program)
        self.until(program, path, "SELECT count(*) FROM schools", [(36,)])
        self.finish(program)
        self.assertEqual(self.exported(path, "after"), before)

    def test_wrong_values(self):
        path = self.small()
        program, screen = self.start(path)
        self.show(program, "schools")
        for column, text, reason in (("pupils", "many", "is no whole number"),
                                     ("region", "West", "there is no region West"),
                                     ("started", "2027-2028", "lies in the plan years"),
                                     ("programme", "Groeikracht", "has not started"),
                                     ("school", "V0-1", "another row has this code already"),
                                     ("planned", "2027-2028", "This column is computed.")):
            self.set_cell(program, "V0-2", column, text)
            screen.wait(reason)
        self.assertFalse(program.is_enabled("undo"))
        program.activate("win.records-edit", "('V0-2', 'region')")
        screen.wait("Zuid")  # a choice
        self.show(program, "boards")
        self.finish(program)

    def test_pasted_and_refused(self):
        path = self.small()
        program, screen = self.start(path)
        self.show(program, "schools")
        program.activate("win.records-paste-text",
                         "'Code\\tPupils\\tBoard\\tSector\\tRegion\\tShoe size\\n"
                         "V0-1\\t77\\tV0\\tpo\\tNoord\\t4\\n"
                         "N-1\\t50\\tStichting Verzonnen 2\\tPrimair onderwijs\\tZuid\\t5\\n'")
        screen.wait("1 school will change, 1 school will be added")
        screen.wait("Shoe size")
        self.assertEqual(self.ask(path, "SELECT pupils FROM schools WHERE school = 'V0-1'"), [(110,)])
        screen.press("Apply")
        self.until(program, path, "SELECT pupils FROM schools WHERE school = 'V0-1'", [(77,)])
        self.until(program, path, "SELECT board FROM schools WHERE school = 'N-1'", [("V2",)])
        program.activate("win.undo")
        self.until(program, path, "SELECT count(*) FROM schools", [(36,)])
        self.assertFalse(program.is_enabled("undo"))
        program.activate("win.records-paste-text",
                         "'Code\\tPupils\\nV0-1\\tfew\\nV0-2\\t5\\n'")
        screen.wait("Nothing can be pasted: 1 cell is wrong")
        screen.wait("few is no whole number")
        screen.press("Close")
        program.activate("win.records-paste-text", "'Pupils\\tRegion\\n5\\tNoord\\n'")
        screen.wait("Rows are known by their code")
        screen.press("Close")
        self.assertFalse(program.is_enabled("undo"))
        self.finish(program)

    def test_filtered_and_sorted(self):
        program, screen = self.start(self.small())
        self.show(program, "schools")
        screen.wait("36 of 36")
        screen.wait("Pupils 4,500")
        program.activate("win.records-filter", "('region', 'Noord')")
        screen.wait("18 of 36")
        screen.wait("Pupils 2,250")
        screen.wait("Region: Noord")
        program.activate("win.records-filter", "('started', '✓')")
        screen.wait("3 of 36")
        screen.wait("Pupils 300")
        program.activate("win.records-sort", "'pupils'")
        program.activate("win.find-text", "'nowhere'")
        screen.wait("Nothing found")
        program.activate("win.records-clear-filters")
        screen.wait("36 of 36")
        program.activate("win.records-filter", "('region', 'Noord')")
        screen.wait("18 of 36")
        program.activate("win.go-to", "('schools', 'V5-5')")  # in Zuid: the filter gives way
        screen.wait("36 of 36")
        program.wait(lambda: program.is_enabled("records-delete"), "the row to be selected")
        self.finish(program)

    def test_tables_read_only(self):
        path = self.small()
        holder = sqlite3.connect(path, isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        program, screen = self.start(path)
        self.show(program, "boards")
        screen.wait("6 of 6")
        for action in ("records-add", "records-paste", "records-set-cell", "records-delete"):
            self.assertFalse(program.is_enabled(action), action)
        program.activate("win.records-edit", "('V1', 'name')")
        time.sleep(0.5)
        self.assertFalse(program.is_enabled("undo"))
        self.finish(program)
        holder.execute("ROLLBACK")
        holder.close()

    def test_coaches_are_edited(self):
        path = self.small()
        before = self.exported(path, "before")
        program, screen = self.start(path)
        self.show(program, "coaches")
        screen.wait("2 of 2")
        self.set_cell(program, "E1", "days_per_year", "37.5")
        self.until(program, path, "SELECT coach FROM expert_coaches WHERE days_per_year = '37.5'",
                   [("E1",)])
        program.activate("win.go-to", "('coaches', 'verandercoaches')")
        screen.wait("No verandercoaches yet")
        program.activate("win.records-add")
        screen.wait("No board is a partner yet")
        self.show(program, "boards")
        self.set_cell(program, "V3", "partner_since", "2023")
        self.until(program, path, "SELECT count(*) FROM boards WHERE partner_since IS NOT NULL",
                   [(1,)])
        self.show(program, "coaches")
        program.activate("win.records-add")
        self.until(program, path, "SELECT board FROM verandercoaches", [("V3",)])
        screen.wait("1 of 1")
        self.undo_everything(program)
        self.until(program, path, "SELECT count(*) FROM verandercoaches", [(0,)])
        self.finish(program)
        self.assertEqual(self.exported(path, "after"), before)


if __name__ == "__main__":
    main()
