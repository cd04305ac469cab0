# SPDX-License-Identifier: GPL-3.0-or-later
"""What the widgets of the running program are, from inside it: tell-widgets.c is loaded into it and
answers. Finds what a person stumbles over: texts that are cut, widgets that lie over one another, clicks
that no keyboard can do, a Tab that jumps."""
import os
import time
from collections import namedtuple

LIBRARY = os.environ.get("GROEIPLAN_TELL_LIBRARY")

Widget = namedtuple("Widget", "id parent window type role x y width height lost flags text tip")
Box = namedtuple("Box", "x y width height")
Stop = namedtuple("Stop", "id type whole seen")  # where on all that scrolls, where it is seen now


class Stops(list):
    """What Tab stops at, one after the other."""
    @property
    def stuck(self):
        return len(self) > 20 and len({stop.id for stop in self[-20:]}) == 1


def environment(folder):
    """For the program's start; the folder is where questions and answers are put."""
    if not LIBRARY or not os.path.exists(LIBRARY):
        raise AssertionError(f"GROEIPLAN_TELL_LIBRARY ({LIBRARY}) is not there: build gui-tell-widgets")
    asan = [os.environ["ASAN_OPTIONS"]] if "ASAN_OPTIONS" in os.environ else []
    return {"LD_PRELOAD": LIBRARY, "GROEIPLAN_TELL": folder,
            "ASAN_OPTIONS": ":".join([*asan, "verify_asan_link_order=0"])}


class Widgets:
    def __init__(self, program, folder):
        self.program, self.folder = program, folder

    def ask(self, *words):
        answer = os.path.join(self.folder, "answer")
        if os.path.exists(answer):
            os.remove(answer)
        with open(os.path.join(self.folder, "ask.new"), "w", encoding="utf-8") as file:
            file.write("\n".join(words))
        os.rename(os.path.join(self.folder, "ask.new"), os.path.join(self.folder, "ask"))
        self.program.wait(lambda: os.path.exists(answer), "an answer to " + words[0])
        with open(answer, encoding="utf-8") as file:
            return file.read()

    def tree(self):
        """Every widget that can be seen, by its id; a parent before its children."""
        found = {}
        for line in self.ask("tree").splitlines():
            fields = line.split("\t")
            numbers = [int(field) for field in fields[5:10]]
            widget = Widget(*fields[:5], *numbers, fields[10].split(), *fields[11:])
            found[widget.id] = widget
        return found

    def tabs(self):
        found = Stops()
        for line in self.ask("tabs").splitlines():
            name, kind, *numbers = line.split("\t")
            numbers = [int(number) for number in numbers]
            found.append(Stop(name, kind, Box(*numbers[:4]), Box(*numbers[4:])))
        return found

    def only(self, kind, text=""):
        """The one widget of that type that is seen, with that text on it or in it."""
        tree = self.tree()
        found = [widget for widget in tree.values() if widget.type == kind and
                 (not text or any(text in below.text for below in tree.values()
                                  if below is widget or widget in above(tree, below)))]
        assert len(found) == 1, f"{len(found)} {kind} “{text}”"
        return found[0]

    def settled(self):
        """The tree, when it has been the same twice."""
        before = None
        for _ in range(60):
            now = self.tree()
            if now == before:
                return now
            before = now
            time.sleep(0.1)
        return before


def above(tree, widget):
    """The widgets around it, the nearest first."""
    while widget.parent in tree:
        widget = tree[widget.parent]
        yield widget


def where(tree, widget):
    names = [up.type for up in above(tree, widget)]
    return " < ".join([widget.type, *[name for name in names if not name.startswith("Gtk")
                                      or name in ("GtkPopover", "GtkColumnView")][:3]])


def tell(tree, widget):
    text = widget.text or next((below.text for below in tree.values() if below.text
                                and widget in above(tree, below)), "")
    return (f"“{text[:70]}” ({where(tree, widget)}) at {widget.x},{widget.y} "
            f"{widget.width}x{widget.height}")


# ---- texts -------------------------------------------------------------------------------------------

def is_excused(tree, widget):
    """A cell or a name of which a tooltip tells the whole text; a window's title, which the desktop and
    a list of windows tell."""
    if widget.text in tree[widget.window].text and any(up.type == "AdwWindowTitle" or "Header" in up.type
                                                       for up in above(tree, widget)):
        return True
    around = [widget, *above(tree, widget)]
    for up in around:
        if up.tip:
            return True
        if up.type in ("GtkColumnView", "GtkListView", "GtkPopover", "GtkWindow"):
            break
    return False


def cut_texts(tree):
    """Captions, buttons, heads and sentences of which a part cannot be read."""
    return [tell(tree, widget) for widget in tree.values()
            if "cut" in widget.flags and widget.text.strip() and not is_excused(tree, widget)]


def out_of_sight(tree):
    """What sticks out of a window or of what holds it, where no scroll brings it back."""
    return [f"{widget.lost} px of " + tell(tree, widget) for widget in tree.values()
            if widget.lost > 2 and (widget.type == "GtkLabel" and widget.text.strip()
                                    or "focusable" in widget.flags and "sensitive" in widget.flags)]


def overlaps(tree):
    """Texts and controls that lie over one another."""
    leaves = [widget for widget in tree.values() if widget.lost <= 2 and "clear" not in widget.flags
              and (widget.type == "GtkLabel" and widget.text.strip() or widget.role == "button")
              and not is_floating(tree, widget)]
    found = []
    for i, one in enumerate(leaves):
        family = {up.id for up in above(tree, one)}
        for other in leaves[i + 1:]:
            if one.window != other.window or other.id in family or \
               one.id in {up.id for up in above(tree, other)}:
                continue
            across = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
            down = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
            if across > 2 and down > 2 and scroll_of(tree, one) == scroll_of(tree, other):
                found.append(f"{tell(tree, one)} and {tell(tree, other)}")
    return found


def is_floating(tree, widget):
    """Put over the rest on purpose: a toast, a side pane over a narrow page."""
    return any(up.type in ("AdwToastWidget", "GtkPopover") for up in above(tree, widget))


def scroll_of(tree, widget):
    """The innermost thing around it that scrolls or lays pages over one another."""
    return next((up.id for up in above(tree, widget)
                 if up.type in ("GtkViewport", "GtkListView", "GtkColumnListView", "AdwFlap",
                                "AdwLeaflet")), None)


# ---- the keyboard ------------------------------------------------------------------------------------

BUTTONS = ("button", "link", "checkbox", "radio", "toggle-button", "switch", "menu-item", "tab",
           "option", "row", "list-item", "text-box", "search-box", "spin-button", "slider", "combo-box",
           "grid-cell", "column-header", "scrollbar", "menu-item-radio", "menu-item-checkbox")
ARROWS = ("GtkListBox", "GtkListView", "GtkColumnListView", "GtkColumnView", "GtkFlowBox",
          "GtkPopoverMenu", "GtkStackSwitcher", "AdwViewSwitcher", "GtkShortcutsWindow")
NOT_OURS = ("GtkWindowControls", "GtkDropDown")  # keys of the desktop; the item shown on the button
OWN = ("Gp",)


def only_clicks(tree):
    """What a mouse can click and no screen reader presents as something to press."""
    found = []
    for widget in tree.values():
        if "click" not in widget.flags or widget.role in (*BUTTONS, "window", "dialog") or not widget.width:
            continue
        if widget.role == "img" and "focusable" in widget.flags:
            continue  # a chart: keys move through what it shows and press it
        if widget.type == "GpLongTable":
            continue  # holds a table, to whose rows and cells Tab and arrows come
        around = [widget, *above(tree, widget)]
        if widget.type.startswith(OWN) or (widget.type in ("GtkBox", "GtkLabel", "GtkImage", "GtkPicture")
                                           and not any(up.role in BUTTONS for up in around)
                                           and around[1].type.startswith(OWN)):
            found.append(f"{widget.role}: {tell(tree, widget)}")
    return found


def is_back(one, other, slack=8):
    """Up in the same column, or to the left on the same line."""
    level = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
    same_line = level > 0.5 * min(one.height, other.height)
    goes_left = other.x + other.width <= one.x + slack
    goes_up = other.y + other.height <= one.y + slack
    beside = other.x >= one.x + one.width - slack
    return same_line and goes_left or goes_up and not beside


def jumps(stops):
    """Where Tab goes against the order in which one reads: (from, to)."""
    return [(one, other) for one, other in zip(stops, stops[1:])
            if is_back(one.whole, other.whole) and is_back(one.seen, other.seen)]


def unreached(tree, stops, window):
    """Controls that can be used and where neither Tab nor the arrows of a list come."""
    reached = {stop.id for stop in stops}
    for stop in stops:
        if stop.id in tree:
            reached.update(up.id for up in above(tree, tree[stop.id]))
    found = []
    for widget in tree.values():
        if widget.window != window or not {"focusable", "sensitive"} <= set(widget.flags) or \
           widget.id in reached or widget.role in ("generic", "group", "presentation", "label"):
            continue
        around = list(above(tree, widget))
        if any(up.type in NOT_OURS for up in around):
            continue
        if not any(up.id in reached for up in around if up.type in ARROWS):
            found.append(f"{widget.role}: {tell(tree, widget)}")
    return found
