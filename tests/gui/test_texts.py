# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts a third longer fit: in every view, menu and dialog, no caption, head, button or sentence is cut,
nothing sticks out of the window or lies over something else, and no page makes the window larger than it
was asked to be."""
import os
import shutil

import pseudo
from story import Story, main
from views import Views
from widgets import cut_texts, out_of_sight, overlaps

SLACK = 12  # pixels of the window's shadow


class Stories(Story):
    def too_large(self, views, tree, width, height):
        window = views.main_window(tree)
        if window.width <= width + SLACK and window.height <= height + SLACK:
            return []
        return [f"the window is {window.width} x {window.height}"]

    def faults(self, views, name, tree, width, height):
        self.assertGreater(len(tree), 20, name)
        found = cut_texts(tree) + out_of_sight(tree) + overlaps(tree)
        return [f"{name}: {fault}" for fault in found + self.too_large(views, tree, width, height)]

    def views_fit(self, width, height, **options):
        if shutil.which("msgen") is None or shutil.which("msgfmt") is None:
            self.skipTest("not run: no msgen and msgfmt (package gettext)")
        folder = self.path("locale")
        self.assertGreater(pseudo.write(folder), 100)
        os.environ["GROEIPLAN_LOCALE_DIR"] = folder
        program, screen, widgets = self.start_told(self.rich(), width=width, height=height,
                                                   language=pseudo.LANGUAGE, **options)
        screen.wait(pseudo.longer("Boards"))
        views, wrong = Views(program, widgets), []
        for name, tree in views.pages():
            wrong += self.faults(views, name + " without a plan", tree, width, height)
        program.activate("win.plan")
        program.wait(lambda: program.is_enabled("plan"), "the plan")
        for name, tree in views.everything():
            wrong += self.faults(views, name, tree, width, height)
        self.assertEqual(wrong, [], "\n" + "\n".join(wrong))
        self.finish(program)

    def test_texts_fit(self):
        self.views_fit(1280, 800)

    def test_texts_fit_narrow(self):
        self.views_fit(360, 480)

    def test_texts_fit_large(self):
        self.views_fit(1280, 800, text_scale=2.0)


if __name__ == "__main__":
    main()
