# SPDX-License-Identifier: GPL-3.0-or-later
"""Goes to everything that can be seen of the program: each page, each view of it, each menu, list and
popover, each dialog, and the window without a project. What is asserted of a view is the caller's."""
import os

from story import FIXTURES
from widgets import above

VIEWS = [("overview", ""), ("capacity", ""), ("capacity", "every"),
         *(("plan", f"view:{view}") for view in range(10)), ("why", ""),
         *(("scenarios", view) for view in ("what-if", "assumptions", "uncertainty", "priorities")),
         ("compare", ""), ("futures", ""), *(("finance", view) for view in ("", "funding", "rates")),
         ("boards", ""), ("schools", ""), ("coaches", ""), ("exports", "")]
REGISTER = [os.path.realpath(os.path.join(FIXTURES, "register", name))
            for name in ("primary-2026.csv", "boards.csv")]
# action, its parameter; a window of its own that is closed after
DIALOGS = [("app.preferences", None), ("app.about", None), ("win.help", None),
           ("win.show-help-overlay", None), ("win.import-register", None),
           ("win.import-register-files", str(REGISTER)), ("win.go-to", "('plan', 'pin')"),
           ("win.restore", None), ("win.forget-coaches", "['E1']")]
PASTED = "Code\tName\tBoard\tSector\tRegion\nV9\tVerzonnen 9\tV0\tpo\tNoord\nV8\tx\tnobody\tpo\tNoord\n"


class Views:
    def __init__(self, program, widgets):
        self.program, self.widgets = program, widgets

    def idle(self):
        """Nothing runs, and what is seen stays the same."""
        self.program.wait(lambda: not self.program.is_enabled("cancel"), "the end of the work")
        return self.widgets.settled()

    def front(self, tree):
        """The window in front: a dialog before the one it is of."""
        tops = [widget for widget in tree.values() if widget.parent not in tree]
        return ([top for top in tops if "dialog" in top.flags] or tops)[-1]

    def main_window(self, tree):
        return next(widget for widget in tree.values() if widget.type == "GpWindow")

    def everything(self):
        yield from self.main()
        yield from self.charts()
        yield from self.dialogs()
        for page in ("overview", "capacity", "plan", "compare", "finance", "schools", "exports"):
            yield from self.menus(page)

    @staticmethod
    def is_menu(name):
        return " Gtk" in name

    def pages(self):
        for page in dict(VIEWS):
            self.program.activate("win.page", f"'{page}'")
            yield page, self.idle()

    def main(self):
        """(name, tree) of each page and view; what is made on demand is made first."""
        for page, what in VIEWS:
            if what:
                self.program.activate("win.go-to", f"('{page}', '{what}')")
            else:
                self.program.activate("win.page", f"'{page}'")
            yield f"{page} {what}".strip(), self.idle()
            if (page, what) == ("coaches", ""):
                yield from self.tabs_of(page)
        for kind in range(1, 4):
            self.program.activate("win.export-choose", f"(uint32 {kind}, uint32 0, uint32 1)")
            yield f"exports {kind}", self.idle()
        self.program.call("/nl/groeiplan/Groeiplan/window/1", "SetState", "history", "<true>", "{}")
        yield "history", self.idle()
        self.program.call("/nl/groeiplan/Groeiplan/window/1", "SetState", "history", "<false>", "{}")

    def tabs_of(self, page):
        """The other tabs of a page's own."""
        tabs = [widget for widget in self.idle().values() if widget.type == "AdwViewSwitcherButton"]
        for number, tab in enumerate(tabs[1:] + tabs[:1], 1):
            self.widgets.ask("press", tab.id)
            yield f"{page} tab {number}", self.idle()

    def charts(self):
        """Each chart's numbers as a table."""
        for page in ("overview", "capacity", "compare", "finance"):
            self.program.activate("win.page", f"'{page}'")
            tree = self.idle()
            buttons = [widget for widget in tree.values() if widget.type == "GtkToggleButton" and
                       any(up.type == "GpChartBox" for up in above(tree, widget)) and
                       tree[widget.parent].type != "GtkMenuButton"]
            for button in buttons:
                self.widgets.ask("press", button.id)
            if buttons:
                yield f"{page} tables", self.idle()
            for button in buttons:
                self.widgets.ask("press", button.id)

    def menus(self, page):
        """Each menu, popover and list of choices of a page and the window's head."""
        self.program.activate("win.page", f"'{page}'")
        tree = self.idle()
        for widget in tree.values():
            if widget.type not in ("GtkMenuButton", "GtkDropDown"):
                continue
            self.widgets.ask("focus", widget.id)  # and so scrolled to where it is seen
            self.widgets.settled()
            self.widgets.ask("open", widget.id)
            yield f"{page} {widget.type} {widget.tip or widget.id}", self.widgets.settled()
            self.widgets.ask("shut", widget.id)

    def dialogs(self):
        for action, parameter in DIALOGS:
            yield from self.dialog(action, parameter)
        self.program.activate("win.page", "'schools'")
        self.idle()
        yield from self.dialog("win.records-paste-text", "'" + PASTED.replace("\n", "\\n").replace(
            "\t", "\\t") + "'")

    def dialog(self, action, parameter):
        before = set(self.windows())
        self.program.activate(action, parameter)
        self.program.wait(lambda: set(self.windows()) - before, f"a window of {action}")
        yield action, self.idle()
        self.widgets.ask("close")
        self.program.wait(lambda: set(self.windows()) <= before, f"the window of {action} to close")

    def windows(self):
        tree = self.widgets.tree()
        return [widget.id for widget in tree.values() if widget.parent not in tree]
