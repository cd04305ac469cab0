# SPDX-License-Identifier: GPL-3.0-or-later
"""What comes with the programs: desktop entry, metainfo, file type, manual, completion, Flatpak manifest,
and one version everywhere. Light: nothing is built. What a tool must judge is "not run: " without it.

A class is a test of ctest. $GROEIPLAN_CLI and $GROEIPLAN are the programs, $GROEIPLAN_MAN the folder with
the manual pages.
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as xml

SOURCE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
ID = "nl.groeiplan.Groeiplan"
CLI = os.environ.get("GROEIPLAN_CLI", "")
DESKTOP = os.environ.get("GROEIPLAN", "")
MAN = os.environ.get("GROEIPLAN_MAN", "")
COMPLETION = os.path.join(SOURCE, "packaging", "completions", "groeiplan-cli")


def source(*parts):
    with open(os.path.join(SOURCE, *parts), encoding="utf-8") as file:
        return file.read()


def run(*command, **options):
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120,
                          stdin=subprocess.DEVNULL, **options)


def said(*command, **options):
    """What a command prints, which must end well."""
    done = run(*command, **options)
    if done.returncode != 0:
        raise AssertionError(f"{command}: {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def needs(tool):
    """ctest counts a test that prints this as skipped."""
    if shutil.which(tool) is None:
        print(f"not run: {tool} is not installed", flush=True)
        raise unittest.SkipTest(tool)


def without_maintainer(**named):
    return {**{k: v for k, v in os.environ.items() if not k.startswith("DEB")}, **named}


def project_version():
    return re.search(r"^project \(groeiplan VERSION ([0-9.]+)", source("CMakeLists.txt"),
                     re.MULTILINE).group(1)


def manual_pages():
    return sorted(os.path.join(MAN, name) for name in os.listdir(MAN) if name.endswith(".1"))


def cli_commands():
    text = said(CLI, "--help")
    return re.findall(r"^  ([a-z-]+)  +\S", text.split("\nCommands:\n", 1)[1], re.MULTILINE)


class DesktopEntry(unittest.TestCase):
    def test_validates(self):
        needs("desktop-file-validate")
        file = os.path.join(SOURCE, "data", ID + ".desktop")
        self.assertEqual(said("desktop-file-validate", "--warn-kde", file), "")

    def test_validator_finds_a_fault(self):
        needs("desktop-file-validate")
        with tempfile.TemporaryDirectory() as folder:
            file = os.path.join(folder, "broken.desktop")
            with open(file, "w", encoding="utf-8") as out:
                out.write(source("data", ID + ".desktop").replace("Categories=Office;",
                                                                  "Categories=Ofice;"))
            self.assertNotEqual(run("desktop-file-validate", file).returncode, 0)

    def test_opens_the_file_type(self):
        mime = xml.fromstring(source("data", ID + ".mime.xml"))
        names = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}
        kind = mime.find("m:mime-type", names)
        self.assertEqual(kind.find("m:glob", names).get("pattern"), "*.groeiplan")
        self.assertIn(f"\nMimeType={kind.get('type')};\n", source("data", ID + ".desktop"))


class FileType(unittest.TestCase):
    """A project is recognised by its name, and by its content where the name says nothing."""

    def test_by_name_and_by_content(self):
        needs("update-mime-database")
        needs("gio")
        with tempfile.TemporaryDirectory() as folder:
            packages = os.path.join(folder, "data", "mime", "packages")
            os.makedirs(packages)
            shutil.copy(os.path.join(SOURCE, "data", ID + ".mime.xml"), packages)
            for name in os.listdir("/usr/share/mime/packages"):
                if name == "freedesktop.org.xml":
                    os.symlink("/usr/share/mime/packages/" + name, os.path.join(packages, name))
            said("update-mime-database", os.path.join(folder, "data", "mime"))
            project = os.path.join(folder, "one.groeiplan")
            said(CLI, "new", project)
            shutil.copy(project, os.path.join(folder, "without-a-name"))
            with open(os.path.join(folder, "other-database"), "wb") as file:
                file.write(b"SQLite format 3\0".ljust(4096, b"\0"))
            env = dict(os.environ, XDG_DATA_DIRS=os.path.join(folder, "data"), XDG_DATA_HOME=folder)
            for name, ours in (("one.groeiplan", True), ("without-a-name", True),
                               ("other-database", False)):
                text = said("gio", "info", "-a", "standard::content-type",
                            os.path.join(folder, name), env=env)
                self.assertEqual("application/x-groeiplan" in text, ours, f"{name}: {text}")


class Metainfo(unittest.TestCase):
    FILE = os.path.join(SOURCE, "data", ID + ".metainfo.xml")

    def validated(self, file):
        needs("appstreamcli")
        # Without the network: addresses of pictures are not fetched.
        text = said("appstreamcli", "validate", "--no-net", "--pedantic", "--no-color", file)
        found = [line for line in text.splitlines() if re.match(r"[EWIP]: ", line)]
        # GNOME names programs so, and the name is in people's settings.
        self.assertEqual([line for line in found if "cid-contains-uppercase-letter" not in line], [])

    def put_together(self, folder, address):
        """The metainfo as it is installed where the pictures have that address."""
        file = os.path.join(folder, ID + ".metainfo.xml")
        data = os.path.join(SOURCE, "data")
        done = run("cmake", f"-DGROEIPLAN_PICTURES_URL={address}", f"-DMETAINFO={self.FILE}",
                   f"-DPICTURES={data}/screenshots/screenshots.xml.in", f"-DMETAINFO_INSTALLED={file}",
                   "-P", os.path.join(data, "metainfo.cmake"))
        return done, file

    def test_validates(self):
        self.validated(self.FILE)

    def test_pictures(self):
        """Four pictures that are there, with a word in both languages; none without an address."""
        with tempfile.TemporaryDirectory() as folder:
            done, file = self.put_together(folder, "https://example.org/pictures")
            self.assertEqual(done.returncode, 0, done.stderr)
            self.validated(file)
            shown = xml.parse(file).getroot().findall("screenshots/screenshot")
            self.assertEqual(len(shown), 4)
            for picture in shown:
                address, name = picture.findtext("image").rsplit("/", 1)
                self.assertEqual(address, "https://example.org/pictures")
                self.assertTrue(os.path.exists(os.path.join(SOURCE, "data", "screenshots", name)), name)
                self.assertEqual(len(picture.findall("caption")), 2, name)
            done, file = self.put_together(folder, "")
            self.assertEqual(open(file, encoding="utf-8").read(), open(self.FILE, encoding="utf-8").read())
            for wrong in ("http://example.org", "https://example.org/", "https://a b"):
                done, _ = self.put_together(folder, wrong)
                self.assertIn("give an https address", done.stderr.replace("\n", " "), wrong)

    def test_is_about_the_desktop_entry(self):
        component = xml.parse(self.FILE).getroot()
        self.assertEqual(component.findtext("id"), ID)
        self.assertEqual(component.findtext("launchable"), ID + ".desktop")
        self.assertEqual(component.findtext("provides/mediatype"), "application/x-groeiplan")


class Manual(unittest.TestCase):
    def test_both_programs_have_a_page(self):
        self.assertEqual([os.path.basename(page) for page in manual_pages()],
                         ["groeiplan-cli.1", "groeiplan.1"])

    def test_groff_has_no_warning(self):
        needs("man")
        for page in manual_pages():
            done = run("man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", page)
            self.assertEqual((done.returncode, done.stderr), (0, ""), page)

    def test_mandoc_has_no_remark(self):
        needs("mandoc")
        for page in manual_pages():
            # Lines of the source may be as long as those of the other texts.
            remarks = [line for line in run("mandoc", "-T", "lint", "-W", "style", page).stdout.splitlines()
                       if "input text line longer than 80 bytes" not in line]
            self.assertEqual(remarks, [])

    def test_mandoc_finds_a_fault(self):
        needs("mandoc")
        with tempfile.NamedTemporaryFile("w", suffix=".1") as file:
            file.write(".TH BROKEN 1\n.SH NAME\nbroken \\- is broken\n")
            file.flush()
            self.assertIn("missing date",
                          run("mandoc", "-T", "lint", "-W", "style", file.name).stdout)

    def test_every_command_is_told(self):
        with open(os.path.join(MAN, "groeiplan-cli.1"), encoding="utf-8") as file:
            text = file.read().replace("\\-", "-")
        for command in cli_commands():
            self.assertRegex(text, rf'(?m)^\.BI "{command} "', command)


class Completion(unittest.TestCase):
    """The completion, loaded in bash as the shell does it."""

    def complete(self, *words):
        # The words come as arguments: nothing in them is read by the shell.
        script = ('. "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _groeiplan_cli; '
                  'printf "%s\\n" "${COMPREPLY[@]}"')
        env = dict(os.environ, PATH=os.path.dirname(CLI) + os.pathsep + os.environ["PATH"])
        return said("bash", "--norc", "-euo", "pipefail", "-c", script, "bash", COMPLETION,
                    "groeiplan-cli", *words, env=env).split()

    def test_every_command(self):
        needs("bash")
        offered = set(self.complete(""))
        self.assertEqual(offered, set(cli_commands()) | {"--help", "--version"})
        self.assertEqual(self.complete("import-"), ["import-register"])

    def test_every_option_of_every_command(self):
        needs("bash")
        for command in cli_commands():
            told = set(re.findall(r"^  (?:-\w, )?(--[a-z-]+)", said(CLI, command, "--help"), re.MULTILINE))
            self.assertEqual(set(self.complete(command, "file", "--")), told, command)

    def test_scenarios_of_the_project(self):
        needs("bash")
        with tempfile.TemporaryDirectory() as folder:
            project = os.path.join(folder, "one.groeiplan")
            said(CLI, "new", project)
            self.assertIn("base", self.complete("plan", project, "--scenario", ""))

    def test_is_registered_for_the_program(self):
        needs("bash")
        text = said("bash", "--norc", "-c", '. "$1"; complete -p groeiplan-cli', "bash", COMPLETION)
        self.assertIn("-F _groeiplan_cli groeiplan-cli", text)


class Version(unittest.TestCase):
    """CMakeLists.txt has the version; everything else says the same."""

    def test_programs(self):
        for program in filter(None, (CLI, DESKTOP)):
            self.assertEqual(said(program, "--version").split()[-1], project_version(), program)

    def test_manual(self):
        released = re.search(r'<release version="[0-9.]+" date="([0-9-]+)"',
                             source("data", ID + ".metainfo.xml")).group(1)
        for page in manual_pages():
            with open(page, encoding="utf-8") as file:
                self.assertRegex(file.read(), rf'(?m)^\.TH \S+ 1 "{released}" "Groeiplan '
                                              rf'{re.escape(project_version())}"')

    def test_newest_release(self):
        releases = xml.parse(Metainfo.FILE).getroot().findall("releases/release")
        self.assertEqual(releases[0].get("version"), project_version())

    def test_changelogs(self):
        released = re.findall(r"^## \[([0-9.]+)\] - ([0-9-]+)$", source("CHANGELOG.md"), re.MULTILINE)
        dated = re.search(r'<release version="([0-9.]+)" date="([0-9-]+)"',
                          source("data", ID + ".metainfo.xml")).groups()
        self.assertEqual(released[0], dated)
        self.assertEqual(released[0][0], project_version())
        script = 'set -euo pipefail; . packaging/common.sh; . packaging/source.sh; . packaging/deb.sh; '
        text = said("bash", "-c", script + "write_changelog 86400", cwd=SOURCE)
        self.assertTrue(text.startswith(f"groeiplan ({project_version()}-0upstream1) "), text)
        self.assertTrue(text.endswith(">  Fri, 02 Jan 1970 00:00:00 +0000\n"), text)

    def test_maintainer(self):
        """Nobody is named in the source; who publishes names himself, and no name breaks the script."""
        script = ('set -euo pipefail; . packaging/common.sh; . packaging/source.sh; . packaging/deb.sh; '
                  "name_maintainer <packaging/debian/control; write_changelog 0")
        named = "The Groeiplan authors <groeiplan@example.org>"
        self.assertEqual(said("bash", "-c", script, cwd=SOURCE, env=without_maintainer()).count(named), 2)
        other = r"Stichting A/B & \C <groeiplan@stichting.example>"
        text = said("bash", "-c", script, cwd=SOURCE, env=without_maintainer(
            DEBFULLNAME=r"Stichting A/B & \C", DEBEMAIL="groeiplan@stichting.example"))
        self.assertEqual((text.count(other), text.count(named)), (2, 0), text)

    def test_packages_that_the_build_needs(self):
        groups = re.split(r"^\[(\w+)\]\n", source("packaging", "dependencies"), flags=re.MULTILINE)
        named = dict(zip(groups[1::2], groups[2::2]))
        # What every Debian build has, and what only running needs.
        wanted = {line for group in ("build", "desktop") for line in named[group].split()
                  if line.endswith("-dev") and line != "libc6-dev" or line in ("cmake", "gettext")}
        control = source("packaging", "debian", "control")
        field = re.search(r"^Build-Depends:((?:.|\n )*)", control, re.MULTILINE).group(1)
        self.assertEqual(wanted - set(re.findall(r"[a-z0-9][a-z0-9.+-]+", field)), set())


class Flatpak(unittest.TestCase):
    FILE = os.path.join(SOURCE, "packaging", "flatpak", ID + ".yml")
    # A display and nothing else: no network, no files, no devices, no talk with other programs.
    ALLOWED = {"--share=ipc", "--socket=wayland", "--socket=fallback-x11", "--device=dri"}

    def manifest(self):
        needs("flatpak-builder")
        with tempfile.TemporaryDirectory() as folder:  # it leaves a folder where it runs
            return json.loads(said("flatpak-builder", "--show-manifest", self.FILE, cwd=folder))

    def test_reads_and_names_the_program(self):
        manifest = self.manifest()
        self.assertEqual((manifest["id"], manifest["command"]), (ID, "groeiplan"))
        self.assertEqual((manifest["runtime"], manifest["sdk"]), ("org.gnome.Platform", "org.gnome.Sdk"))
        self.assertEqual(manifest["modules"][-1]["name"], "groeiplan")
        self.assertEqual(len({module["name"] for module in manifest["modules"]}),
                         len(manifest["modules"]))

    def test_allows_a_display_and_nothing_else(self):
        self.assertEqual(set(self.manifest()["finish-args"]), self.ALLOWED)

    def test_every_archive_has_its_checksum(self):
        archives = [item for module in self.manifest()["modules"] for item in module["sources"]
                    if item["type"] != "dir"]
        self.assertGreater(len(archives), 0)
        for archive in archives:
            self.assertEqual(archive["type"], "archive")
            self.assertRegex(archive["url"], r"^https://")
            self.assertRegex(archive["sha256"], r"^[0-9a-f]{64}$")

    def test_nothing_in_it_is_dropped_unread(self):
        """--show-manifest leaves out what it does not know: a misspelt key would go unseen."""
        try:
            import yaml
        except ImportError:
            print("not run: python3-yaml is not installed", flush=True)
            raise unittest.SkipTest("yaml")
        with open(self.FILE, encoding="utf-8") as file:
            written = yaml.safe_load(file)
        read = self.manifest()
        self.assertEqual(set(written), set(read))
        for mine, theirs in zip(written["modules"], read["modules"]):
            self.assertEqual(set(mine) - set(theirs), set(), mine["name"])
            for one, other in zip(mine["sources"], theirs["sources"]):
                self.assertEqual(set(one) - set(other), set(), mine["name"])


if __name__ == "__main__":
    sys.exit(not unittest.main(exit=False).result.wasSuccessful())
