"""The ``lhs`` command: what it prints, how it refuses, and the codes it ends with."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from lhs_widgets.deck import deck_text
from lhs_widgets.server.cli import app
from lhs_widgets.server.settings import Settings
from lhs_widgets.store import Store
from tests.session.test_commands import do
from tests.support.commands import LHS, refused
from tests.support.workshops import SMALL_DECK, join

COMMANDS = sorted(command.name or command.callback.__name__ for command in app.registered_commands)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(lhs: LHS, command: str) -> None:
    ended = lhs(command, "--help")
    assert ended.code == 0
    assert f"lhs {command}" in ended.out.split("Example:")[1]


def test_the_help_lists_every_command(lhs: LHS) -> None:
    out = lhs("--help").out
    assert [command for command in COMMANDS if command not in out] == []


def test_the_package_runs_as_a_module() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "lhs_widgets", "decks", "--json"],
        capture_output=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert "roadmap" in [deck["name"] for deck in json.loads(done.stdout)]


def test_new_prints_where_everyone_goes(lhs: LHS) -> None:
    opened = lhs("new", "--deck", "roadmap", "--title", "Better discharge", "--json").json
    assert set(opened) == {"code", "join_url", "facilitate_url", "wall_url"}
    assert opened["join_url"] == f"http://127.0.0.1:8866/join/{opened['code']}"
    assert f"?workshop={opened['code']}&key=" in opened["facilitate_url"]


def test_new_prints_the_same_for_people(lhs: LHS) -> None:
    out = lhs("new", "--deck", "roadmap", "--title", "Better discharge").out
    assert [line.split()[0] for line in out.splitlines()] == [
        "code",
        "join_url",
        "facilitate_url",
        "wall_url",
    ]


def test_a_workshop_opens_like_another_one(lhs: LHS, code: str) -> None:
    with Store("data") as store:
        do(store.record(code), does="promise", id="act-1", text="Ask the clinic")
        do(store.record(code), does="replan", change="hide", step="welcome")
    like = lhs("new", "--like", code.lower(), "--title", "Next", "--json").json["code"]
    with Store("data") as store:
        before, state = store.record(code).state(), store.record(like).state()
    assert (state.title, state.plan) == ("Next", before.plan)
    assert [each.carried for each in state.promises.values()] == [code]


def test_a_workshop_opens_from_a_template(lhs: LHS, code: str) -> None:
    with Store("data") as store:
        do(store.record(code), does="offer", languages=["fr"])
        store.templates.save("Our walk", store.record(code))
    opened = lhs("new", "--template", "Our walk", "--title", "Next", "--json").json["code"]
    with Store("data") as store:
        assert store.record(opened).state().languages == ("fr",)
    refusal = refused(lhs("new", "--template", "Another", "--title", "Next"))
    assert refusal == "No template is called 'Another'."


def test_a_workshop_begins_with_one_thing(lhs: LHS, code: str) -> None:
    for given in ((), ("--deck", "roadmap", "--like", code)):
        sentence = refused(lhs("new", "--title", "Next", *given))
        assert sentence == "Give one of --deck, --template and --like."


def test_list_shows_what_was_opened(lhs: LHS, code: str) -> None:
    (entry,) = lhs("list", "--json").json
    assert set(entry) == {"code", "title", "opened", "joined", "finished", "rehearses"} | {
        "keep_until",
        "due",
    }
    assert (entry["code"], entry["title"], entry["joined"]) == (code, "A test", 0)
    assert code in lhs("list").out


def test_the_list_of_an_empty_folder_is_empty_says_so_and_makes_nothing(lhs: LHS) -> None:
    ended = lhs("list", "--json")
    assert ended.out == "[]\n"
    assert "No workshops are saved in" in ended.error
    assert not Path("data").exists()


def test_a_mistyped_folder_is_said_and_not_made(lhs: LHS) -> None:
    assert "No workshops are saved in" in refused(lhs("show", "KDM7RT", "--data", "typo"))
    assert not Path("typo").exists()


def test_show_counts_answers_and_names_nobody(lhs: LHS, code: str) -> None:
    with Store("data") as store:
        join(store.record(code), "p-ada")
    shown = lhs("show", code.lower(), "--json").json
    assert shown["code"] == code
    assert shown["participants"] == ["p-ada"]
    assert shown["answers"] == {"roles": 0, "conditions": 0, "challenges": 0}
    assert "Ada" not in lhs("show", code).out


def test_decks_are_described_in_both_languages(lhs: LHS) -> None:
    described = {deck["name"]: deck for deck in lhs("decks", "--json").json}
    assert all(set(deck["title"]) == {"en", "fr"} for deck in described.values())
    roadmap = described["roadmap"]
    assert roadmap["steps"][0] == {
        "id": "welcome",
        "title": {"en": "Welcome", "fr": "Bienvenue"},
        "kind": "read",
        "cards": 0,
        "items": 0,
    }


def test_forgetting_takes_a_person_out(lhs: LHS, code: str) -> None:
    with Store("data") as store:
        join(store.record(code), "p-ada")
    assert lhs("forget", code, "p-ada").code == 0
    shown = lhs("show", code, "--json").json
    assert (shown["participants"], shown["forgotten"]) == ([], 1)
    assert "not in this workshop" in refused(lhs("forget", code, "p-ada"))


def test_rehearsing_fills_a_workshop_once(lhs: LHS, code: str) -> None:
    assert lhs("rehearse", code, "--participants", "3").code == 0
    shown = lhs("show", code, "--json").json
    assert shown["joined"] == 3
    assert sum(shown["answers"].values()) > 0
    assert "already in use" in refused(lhs("rehearse", code, "--participants", "3"))


@pytest.mark.parametrize("number", ["0", "-1", "301"])
def test_a_rehearsal_has_bounds(lhs: LHS, code: str, number: str) -> None:
    assert number in refused(lhs("rehearse", code, "--participants", number))
    assert lhs("show", code, "--json").json["joined"] == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "ZZZZZZ"),
        ("export", "ZZZZZZ", "--to", "package"),
        ("forget", "ZZZZZZ", "p-ada"),
        ("rehearse", "ZZZZZZ", "--participants", "3"),
        ("cards", "ZZZZZZ"),
        ("import-ideas", "ZZZZZZ", "small.yaml", "--step", "conditions"),
    ],
    ids=lambda arguments: arguments[0],
)
def test_an_unknown_code_is_one_sentence(
    lhs: LHS,
    code: str,  # noqa: ARG001  another workshop is there
    arguments: tuple[str, ...],
) -> None:
    sentence = refused(lhs(*arguments))
    assert sentence == "No workshop has the code 'ZZZZZZ'; `lhs list` shows those there are."
    assert not Path("package").exists()


@pytest.mark.parametrize("title", ["", "  ", "T" * 121])
def test_a_bad_title_opens_nothing(lhs: LHS, title: str) -> None:
    sentence = refused(lhs("new", "--deck", "roadmap", "--title", title))
    assert sentence == "A workshop's title has 1 to 120 characters."
    assert lhs("list", "--json").json == []


@pytest.mark.parametrize("deck", ["nowhere", "nowhere.yaml", "../nowhere/deck.yaml", ""])
def test_an_unknown_deck_opens_nothing(lhs: LHS, deck: str) -> None:
    sentence = refused(lhs("new", "--deck", deck, "--title", "T"))
    assert len(sentence.splitlines()) == 1
    assert not Path("data/saved").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("new",),
        ("nonsense",),
        ("show",),
        ("list", "--what"),
        ("rehearse", "KDM7RT", "--participants", "many"),
        ("serve", "--port", "70000"),
        ("analyse", ".", "--language", "de"),
        ("report", "."),
        ("report", ".", "--to", "report.html", "--language", "de"),
        ("cards", "KDM7RT", "--language", "de"),
        ("import-ideas", "KDM7RT", "nowhere.csv", "--step", "conditions"),
        ("import-ideas", "KDM7RT", ".", "--step", "conditions"),
    ],
    ids=" ".join,
)
def test_bad_usage_ends_with_2(lhs: LHS, arguments: tuple[str, ...]) -> None:
    ended = lhs(*arguments)
    assert ended.code == 2
    assert "Traceback" not in ended.error


BROKEN_DECKS = {
    "empty": b"",
    "a list": b"- 1\n- 2\n",
    "not YAML": b"title: {en: [",
    "a tab": b"format: 1\n\ttitle: x\n",
    "not UTF-8": b"title: \xff\xfe\n",
    "NUL": b"format: 1\x00\n",
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
    "a tag that runs code": b"!!python/object/apply:os.system ['echo ran']\n",
    "a bomb": b"a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\n" * 3,
    "no French": SMALL_DECK.replace(", fr: Défis}", "}").encode(),
    "the same step twice": SMALL_DECK.replace("id: conditions\n", "id: roles\n").encode(),
    "an unknown source": SMALL_DECK.replace("source: guide", "source: other").encode(),
    "an unknown field": (SMALL_DECK + "colour: blue\n").encode(),
    "ten million letters": b"title: " + b"x" * 10_000_000,
    "ten megabytes of steps": (SMALL_DECK + "# comment\n" * 1_000_000).encode(),
}


@pytest.mark.parametrize("content", BROKEN_DECKS.values(), ids=BROKEN_DECKS)
def test_a_broken_deck_is_reported_where_it_is_broken(lhs: LHS, content: bytes) -> None:
    Path("broken.yaml").write_bytes(content)
    report = refused(lhs("check-deck", "broken.yaml"))
    assert all(line.startswith("broken.yaml:") for line in report.splitlines())
    assert len(report) < 5000
    assert refused(lhs("new", "--deck", "broken.yaml", "--title", "T")) == report
    assert not Path("data/saved/store.sqlite").exists()


def test_a_good_deck_is_said_to_be_good(lhs: LHS) -> None:
    Path("small.yaml").write_text(SMALL_DECK, "utf-8")
    ended = lhs("check-deck", "small.yaml")
    assert ended.code == 0
    assert "a good deck, “A small deck”, with 4 steps" in ended.out


@pytest.mark.parametrize("path", ["nowhere.yaml", "."])
def test_a_deck_that_can_not_be_read_is_refused(lhs: LHS, path: str) -> None:
    assert len(refused(lhs("check-deck", path)).splitlines()) == 1


def test_doctor_looks_at_everything(lhs: LHS) -> None:
    findings = lhs("doctor", "--json").json
    assert [finding["what"] for finding in findings] == [
        "Python",
        "decks",
        "kernel",
        "store",
        "files",
        "disk",
        "memory",
        "kept",
        "port",
    ]
    assert all(finding["good"] for finding in findings)


def test_doctor_ends_with_1_when_something_needs_mending(lhs: LHS) -> None:
    Path("data/saved").mkdir(parents=True)
    Path("data/saved/store.sqlite").write_bytes(b"not a database" * 1000)
    ended = lhs("doctor")
    assert ended.code == 1
    assert "MEND store" in ended.out
    assert "Traceback" not in ended.error


def test_doctor_finds_a_name_that_leads_nowhere(lhs: LHS) -> None:
    Settings(Path("data").resolve(), "https://workshops.invalid").note_address()
    assert "MEND port: This machine doesn't know workshops.invalid" in lhs("doctor").out


def test_doctor_finds_files_that_others_can_read(lhs: LHS, code: str) -> None:
    assert code
    Path("data/saved/store.sqlite").chmod(0o644)
    assert "MEND files: Others can read" in lhs("doctor").out


def test_doctor_finds_a_store_that_is_damaged_inside(lhs: LHS, code: str) -> None:
    assert code
    file = Path("data/saved/store.sqlite")
    content = bytearray(file.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 2000] = b"\xff" * 2000
    file.write_bytes(content)
    ended = lhs("doctor")
    assert ended.code == 1
    assert "MEND store" in ended.out


def test_a_store_that_is_none_is_one_sentence(lhs: LHS) -> None:
    Path("data").write_text("a file, not a folder")
    assert "is a file" in refused(lhs("list"))
    assert "folder" in refused(lhs("list", "--data", "mysql://somewhere/db"))


def test_a_port_in_use_is_one_sentence(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        done = subprocess.run(
            [sys.executable, "-m", "lhs_widgets", "serve", "--no-browser", "--port", port],
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
            cwd=tmp_path,
            env={"PYTHONPATH": str(Path(__file__).parents[2]), "PATH": ""},
        )
    assert done.returncode == 1
    assert f"Port {port} is in use" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_export_is_written_and_read_again(lhs: LHS, code: str) -> None:
    lhs("rehearse", code, "--participants", "2")
    assert lhs("export", code, "--to", "package").code == 0
    descriptor = json.loads(Path("package/datapackage.json").read_text("utf-8"))
    assert {"participants", "contributions"} <= {each["name"] for each in descriptor["resources"]}


def test_packages_are_pooled(lhs: LHS, code: str) -> None:
    lhs("rehearse", code, "--participants", "2")
    lhs("export", code, "--to", "package")
    ended = lhs("pool", "package", "--to", "pool")
    assert ended.code == 0
    assert "The pool is in pool: workshops 1, people 2." in ended.out
    assert f"Made up, with people played by a rehearsal: {code}." in ended.out
    assert f"Not finished when exported, so only what the group was shown: {code}." in ended.out
    assert Path("pool/datapackage.json").exists()
    assert "needs one" in refused(lhs("report", "pool", "--to", "r.html"))


@pytest.mark.parametrize("folder", ["nowhere", "."])
def test_what_is_not_a_package_is_not_pooled(lhs: LHS, folder: str) -> None:
    assert len(refused(lhs("pool", folder, "--to", "pool")).splitlines()) == 1
    assert not Path("pool").exists()


@pytest.mark.parametrize("folder", ["nowhere", "."])
def test_what_is_not_a_package_is_not_analysed(lhs: LHS, folder: str) -> None:
    assert len(refused(lhs("analyse", folder, "--to", "results")).splitlines()) == 1
    assert not Path("results").exists()


@pytest.mark.parametrize(
    ("folder", "to"), [("nowhere", "r.html"), (".", "r.html"), (".", "r.odt"), (".", "r")]
)
def test_what_cannot_be_reported_is_one_sentence(lhs: LHS, folder: str, to: str) -> None:
    assert len(refused(lhs("report", folder, "--to", to)).splitlines()) == 1
    assert not Path(to).exists()


def test_a_live_workshop_has_a_report(lhs: LHS, code: str) -> None:
    lhs("rehearse", code, "--participants", "5")
    lhs("export", code, "--to", "package")
    for file in ("roadmap.html", "roadmap.pdf", "roadmap.docx"):
        ended = lhs("report", "package", "--to", file, "--language", "fr")
        assert (ended.code, ended.out) == (0, f"The report is in {file}.\n")
        assert Path(file).stat().st_size > 10_000


def test_an_export_does_not_overwrite_what_is_not_a_package(lhs: LHS, code: str) -> None:
    Path("precious").mkdir()
    Path("precious/letter.txt").write_text("keep me")
    lhs("export", code, "--to", "precious")
    assert Path("precious/letter.txt").read_text() == "keep me"


def test_cards_are_written_where_they_are_asked_for(lhs: LHS, code: str) -> None:
    assert (
        "Cards for 2 people are in two.pdf."
        in lhs("cards", code, "--people", "2", "--language", "both", "--to", "two.pdf").out
    )
    assert lhs("cards", code).code == 0
    files = [Path("two.pdf"), Path(f"cards-{code}.pdf")]
    assert all(file.read_bytes().startswith(b"%PDF-") for file in files)


@pytest.mark.parametrize("arguments", [("--people", "0"), ("--people", "41"), ("--to", "a/b.pdf")])
def test_cards_that_can_not_be_printed_are_one_sentence(
    lhs: LHS, code: str, arguments: tuple[str, str]
) -> None:
    assert len(refused(lhs("cards", code, *arguments)).splitlines()) == 1
    assert not list(Path().glob("*.pdf"))


def test_ideas_are_brought_in_once(lhs: LHS, code: str) -> None:
    Path("ideas.csv").write_text("text;language;importance\nDu temps;fr;2\nTime;en;\n", "utf-8")
    first = lhs("import-ideas", code, "--step", "conditions", "ideas.csv", "--json").json
    assert (first["ideas"], first["people"], first["new"]) == (2, 2, True)
    again = lhs("import-ideas", code, "--step", "conditions", "ideas.csv")
    assert (again.code, again.out) == (
        0,
        "ideas.csv was brought to conditions before: nothing has changed.\n",
    )
    shown = lhs("show", code, "--json").json
    assert (shown["answers"]["conditions"], shown["joined"]) == (2, 0)


def test_imported_ideas_are_in_the_export_and_marked(lhs: LHS, code: str) -> None:
    Path("ideas.csv").write_text("text,group\nTime,patient\n", "utf-8")
    lhs("import-ideas", code, "--step", "conditions", "ideas.csv")
    lhs("export", code, "--to", "package")
    rows = Path("package/contributions.csv").read_text("utf-8").splitlines()
    assert len(rows) == 2
    assert ",import," in rows[1]
    assert ",imported," in Path("package/events.csv").read_text("utf-8")


def test_a_bad_table_is_told_by_line_and_changes_nothing(lhs: LHS, code: str) -> None:
    Path("ideas.csv").write_text("text,importance\nTime,7\n,1\n", "utf-8")
    before = lhs("show", code, "--json").json
    report = refused(lhs("import-ideas", code, "--step", "conditions", "ideas.csv"))
    assert [line.partition(":")[2][:2] for line in report.splitlines()] == ["2 ", "3 "]
    assert lhs("show", code, "--json").json == before


def test_the_built_in_deck_can_be_a_model(lhs: LHS) -> None:
    Path("mine.yaml").write_text(deck_text("roadmap"), "utf-8")
    assert lhs("check-deck", "mine.yaml").code == 0


OURS = ("--to", "ours.yaml", "--title", "Ours", "--titre", "Le nôtre")


def test_a_deck_is_composed_of_steps(lhs: LHS) -> None:
    assert lhs("compose", "p2d-roles", "p2d-conditions", *OURS).code == 0
    assert "with 2 steps" in lhs("check-deck", "ours.yaml").out


def test_a_deck_of_unknown_steps_is_not_written(lhs: LHS) -> None:
    assert "'nowhere' is not a step" in refused(lhs("compose", "nowhere", *OURS))
    assert not Path("ours.yaml").exists()
