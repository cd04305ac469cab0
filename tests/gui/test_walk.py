# SPDX-License-Identifier: GPL-3.0-or-later
"""Every page, view, menu and dialog, as one sees it who has no mouse or no sight: each control has a name
and the right role, Tab comes everywhere in the order in which one reads, nothing is out of reach."""
import os

from story import Story, main
from views import Views
from widgets import above, jumps, only_clicks, out_of_sight, tell, unreached

OWN_WINDOWS = ("app.about", "win.show-help-overlay")  # drawn by the libraries, named by them


class Stories(Story):
    def wrong_keys(self, widgets, views):
        """What the keyboard stumbles over in the window in front."""
        stops = widgets.tabs()
        tree = widgets.tree()  # what came to be seen as Tab went
        wrong = ["clicked by a mouse only: " + found for found in only_clicks(tree)]
        for one, other in jumps(stops):
            if other.id in tree and any(up.type == "GpHistoryPane" for up in above(tree, tree[other.id])):
                continue  # it lies over a narrow page, which has the keyboard before it
            wrong.append("Tab jumps from " + " to ".join(
                tell(tree, tree[stop.id]) if stop.id in tree else stop.type for stop in (one, other)))
        front = views.front(tree)
        if front.role not in ("window", "dialog", "alert-dialog"):
            wrong.append(f"a window whose role is {front.role}: {front.type}")
        if stops.stuck:
            wrong.append(f"Tab does not leave {tell(tree, tree[stops[-1].id])}")
        return wrong + ["no key comes to: " + found
                        for found in unreached(tree, stops, front.id)]

    def wrong_names(self, screen, name):
        return [] if name in OWN_WINDOWS else screen.unnamed(name.split()[0].capitalize())

    def walk(self, **options):
        # Asking for every node of every page leaves 16 kB behind that no page leaves by itself, from a
        # call that the stack does not show; the stories of the pages look for leaks.
        os.environ["ASAN_OPTIONS"] = "detect_leaks=0"
        program, screen, widgets = self.start_told(self.rich(), **options)
        views, wrong = Views(program, widgets), {}
        self.plan(program, screen)
        self.made(program, screen)
        for name, tree in views.everything():
            self.assertGreater(len(tree), 20, name)
            wrong[name] = self.wrong_names(screen, name) + out_of_sight(tree)
            if not views.is_menu(name):  # which holds the keyboard
                wrong[name] += self.wrong_keys(widgets, views)
        self.tell(wrong)
        self.finish(program)

    def made(self, program, screen):
        """What pages show when a person asked for it."""
        program.activate("win.page", "'why'")
        screen.wait("What would repair it")
        screen.press("Find Repairs")
        screen.press("Find Prices")
        program.wait(lambda: not program.is_enabled("cancel"), "repairs and prices")
        program.activate("win.page", "'futures'")
        screen.wait("Every future is planned again")
        screen.press("Draw Futures")
        screen.wait("100 futures were drawn with seed 1.")

    def tell(self, wrong):
        lines = [f"{name}: {fault}" for name, faults in wrong.items() for fault in faults]
        self.assertEqual(lines, [], "\n" + "\n".join(lines))

    def test_every_view_by_keyboard(self):
        self.walk()

    def test_every_view_by_keyboard_narrow(self):
        self.walk(width=360, height=480)

    def test_welcome_by_keyboard(self):
        program, screen, widgets = self.start_told(project=False)
        screen.wait("New with Example Boards")
        views = Views(program, widgets)
        tree = views.idle()
        self.tell({"welcome": screen.unnamed() + self.wrong_keys(widgets, views)
                   + out_of_sight(tree)})
        self.finish(program)


if __name__ == "__main__":
    main()
