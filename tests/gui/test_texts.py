# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts a third longer fit: no page, with or without a plan, makes the window larger than it was
asked to be."""
import os
import shutil

import pseudo
from story import PAGES, Story, main

SLACK = 12  # pixels of the window's shadow


class Stories(Story):
    def too_wide(self, screen, width):
        """What sticks out of a window of that width, the narrowest things first."""
        found = []
        for role, name, node in screen.nodes():
            try:
                if role == "frame":
                    continue
                box = node.get_component_iface().get_extents(screen.atspi.CoordType.WINDOW)
            except (AttributeError, screen.glib.Error):
                continue
            if box.width > 0 and box.height > 0 and box.x + box.width > width + SLACK:
                found.append((box.width, f"{role} “{name[:60]}” at {box.x}, {box.width} wide"))
        return [text for _, text in sorted(found)[:6]]

    def visit(self, program, screen, width, height, when):
        wrong, largest = [], (width + SLACK, height + SLACK)
        for page in PAGES:
            program.activate("win.page", f"'{page}'")
            program.settle(0.3)
            found = screen.window_size()
            if found[0] > largest[0] or found[1] > largest[1]:  # once grown, it stays
                largest = tuple(map(max, largest, found))
                wrong.append(f"{page} {when}: {found[0]} x {found[1]}: "
                             + "; ".join(self.too_wide(screen, width)))
        return wrong

    def pages_fit(self, width, height):
        if shutil.which("msgen") is None or shutil.which("msgfmt") is None:
            self.skipTest("not run: no msgen and msgfmt (package gettext)")
        folder = self.path("locale")
        self.assertGreater(pseudo.write(folder), 100)
        os.environ["GROEIPLAN_LOCALE_DIR"] = folder
        program, screen = self.start(self.small(), width=width, height=height,
                                     language=pseudo.LANGUAGE)
        screen.wait(pseudo.longer("Boards"))
        wrong = self.visit(program, screen, width, height, "without a plan")
        program.activate("win.plan")
        program.wait(lambda: program.is_enabled("plan"), "the plan")
        wrong += self.visit(program, screen, width, height, "with a plan")
        self.assertEqual(wrong, [], "\n" + "\n".join(wrong))
        self.finish(program)

    def test_texts_fit(self):
        self.pages_fit(1024, 768)

    def test_texts_fit_narrow(self):
        self.pages_fit(360, 640)


if __name__ == "__main__":
    main()
