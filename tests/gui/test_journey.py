# SPDX-License-Identifier: GPL-3.0-or-later
"""One journey through the whole program, as somebody makes it in a first hour: import, plan, pin, plan
again, publish, a scenario, compare, export; then undo back to the start, where the project is as it was."""
import os
import subprocess

from story import FIXTURES, Story, cli, main


class Stories(Story):
    def bring_in(self, program, screen):
        files = [os.path.join(FIXTURES, "register", name)
                 for name in ("primary-2026.csv", "boards.csv")]
        program.activate("win.import-register-files", str(files))
        screen.wait("All changes (")
        screen.press("Apply")
        screen.wait_gone("All changes (")
        program.wait(lambda: program.is_enabled("undo"), "the imported schools")

    def plan_again(self, program):
        program.activate("win.plan")
        program.wait(lambda: program.is_enabled("plan") and not program.is_enabled("cancel"), "plan")

    def pin(self, program, screen):
        program.activate("win.page", "'plan'")
        screen.wait("schools start in 2026–2029, of")
        program.activate("win.go-to", "('plan', 'view:1')")
        program.activate("win.go-to", "('plan', 'regular 2026-2027')")
        screen.press("Pin")
        screen.wait("1 decision is pinned.")

    def publish(self, program, path):
        program.activate("win.publish")
        self.until(program, path, "SELECT count(*) FROM published_plans", [(1,)])

    def another_scenario(self, program, screen):
        program.activate("win.page", "'scenarios'")
        program.wait(lambda: program.is_enabled("scenario-new"), "the scenarios")
        program.activate("win.scenario-new")
        program.wait(lambda: program.state("scenario") == "basis-changed", "the new scenario")
        program.activate("win.scenario-put", "('expert_cap', '', '', '6')")
        screen.wait("1 value of its own")
        self.plan_again(program)
        program.activate("win.page", "'compare'")
        screen.wait("Basis, changed brings ")

    def export(self, program):
        program.activate("win.page", "'exports'")
        program.wait(lambda: program.is_enabled("export-to"), "the page")
        program.activate("win.export-choose", "(uint32 0, uint32 1, uint32 1)")
        program.activate("win.export-to", f"'{self.path('packs')}'")
        program.wait(lambda: os.path.isdir(self.path("packs")) and os.listdir(self.path("packs"))
                     and not any(name.startswith(".") for name in os.listdir(self.path("packs"))),
                     "the pack")
        pack, = (name for name in os.listdir(self.path("packs")) if name.endswith(".pdf"))
        text = subprocess.run(["pdftotext", os.path.join(self.path("packs"), pack), "-"],
                              capture_output=True, text=True, check=True).stdout
        self.assertIn("Basis, changed", text)  # the scenario that is chosen

    def test_journey(self):
        path = self.small()
        first = self.exported(path, "first")
        program, screen = self.start(path)
        self.bring_in(program, screen)
        self.plan_again(program)
        screen.wait("In 2029, ")
        self.pin(program, screen)
        self.plan_again(program)
        self.publish(program, path)
        self.another_scenario(program, screen)
        self.export(program)
        for scenario in ("base", "basis-changed"):
            audit = cli("audit", path, "--scenario", scenario)
            self.assertEqual(audit.returncode, 0, audit.stdout + audit.stderr)
        steps, = self.ask(path, "SELECT count(*) FROM history")[0]
        # the import, the pin, the publication, the scenario and its value
        self.assertEqual(steps, 5, self.ask(path, "SELECT label FROM history"))
        self.undo_everything(program)
        program.wait(lambda: program.state("scenario") == "base", "the first scenario")
        self.assertEqual(self.exported(path, "undone"), first)
        self.finish(program)


if __name__ == "__main__":
    main()
