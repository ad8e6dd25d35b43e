"""A mistake in a deck is reported with its file, line and field, in a sentence to act on."""

from __future__ import annotations

from pathlib import Path

import pytest

from lhs_widgets.deck import load_deck, parse_deck
from lhs_widgets.deck.loading import LARGEST_DECK
from lhs_widgets.errors import BadInput, DeckError, Problem
from tests.support.workshops import SMALL_DECK


def problems(text: str) -> tuple[Problem, ...]:
    with pytest.raises(DeckError) as caught:
        parse_deck(text, "mine.yaml")
    return caught.value.problems


def the_problem(old: str, new: str) -> tuple[Problem, int]:
    """The only problem of the small deck with one change, and the line of that change."""
    assert SMALL_DECK.count(old) == 1, f"{old!r} must say where the change is"
    line = SMALL_DECK[: SMALL_DECK.index(old)].count("\n") + 1
    [problem] = problems(SMALL_DECK.replace(old, new))
    assert problem.file == "mine.yaml"
    return problem, line


def test_a_missing_language() -> None:
    problem, line = the_problem("{en: Who is here?, fr: Qui est là ?}", "{en: Who is here?}")
    assert (problem.line, problem.field) == (line, "phases.0.steps.0.question.fr")
    assert problem.wrong == "The French text is missing."
    assert problem.mend == "Add a line “fr: …” here."


def test_an_empty_text() -> None:
    problem, line = the_problem("{en: Hello., fr: Bonjour.}", "{en: Hello., fr: ' '}")
    assert (problem.line, problem.field) == (line, "phases.0.steps.0.activity.body.0.fr")
    assert problem.wrong == "The text is empty."


def test_a_text_in_what_is_no_language() -> None:
    spanish = "{en: Who is here?, fr: Qui est là ?, es: ¿Quién está aquí?}"
    deck = parse_deck(SMALL_DECK.replace("{en: Who is here?, fr: Qui est là ?}", spanish))
    question = next(iter(deck.steps.values())).question
    assert (question("es"), question("pt")) == ("¿Quién está aquí?", "Who is here?")
    wrong = spanish.replace("es:", "spanish:")
    problem, line = the_problem("{en: Who is here?, fr: Qui est là ?}", wrong)
    assert (problem.line, problem.field) == (line, "phases.0.steps.0.question.spanish")
    assert problem.wrong == "“spanish” is not a language."
    assert "such as es or pt-BR" in problem.mend


def test_an_unknown_field() -> None:
    problem, line = the_problem("        systems: 3", "        systems: 3\n        colour: red")
    assert (problem.line, problem.field) == (line + 1, "role_functions.0.roles.0.colour")
    assert problem.wrong == "“colour” is not a field of this part."


def test_a_missing_field() -> None:
    problem, _ = the_problem("version: 1.0.0\n", "")
    assert (problem.line, problem.field) == (1, "version")
    assert problem.wrong == "The field “version” is missing."


def test_an_id_used_twice() -> None:
    problem, line = the_problem("id: manager", "id: patient")
    assert (problem.line, problem.field) == (line, "groups.1.id")
    assert problem.wrong == "The group id “patient” is used twice."


def test_something_that_can_not_be_an_id() -> None:
    problem, line = the_problem("id: manager", "id: The Manager")
    assert (problem.line, problem.field) == (line, "groups.1.id")
    assert problem.wrong == "“The Manager” can't be an id."


def test_a_wrong_type() -> None:
    problem, line = the_problem("systems: 3", "systems: many")
    assert (problem.line, problem.field) == (line, "role_functions.0.roles.0.systems")
    assert "valid integer" in problem.wrong
    assert "many" in problem.mend


def test_an_unknown_kind_of_activity() -> None:
    problem, line = the_problem("kind: read", "kind: dance")
    assert problem.field == "phases.0.steps.0.activity"
    assert problem.line == line - 1
    assert "winning-conditions" in problem.mend


def test_an_unknown_source() -> None:
    problem, line = the_problem("{source: guide, at: Table 2}", "{source: book, at: Table 2}")
    assert (problem.line, problem.field) == (line, "phases.1.steps.0.cards.0.place.source")
    assert problem.wrong == "No source has the id “book”."
    assert problem.mend == "Use one of: guide; or add it under sources."


def test_a_scale_that_is_not_there() -> None:
    problem, line = the_problem("wished: influence", "wished: power")
    assert (problem.line, problem.field) == (line, "phases.1.steps.0.activity")
    assert problem.wrong == "No scale has the id “power”."


def test_a_scale_that_goes_down() -> None:
    problem, _ = the_problem("value: 2", "value: 0")
    assert problem.field == "scales.1"
    assert "the points of a scale go up" in problem.wrong


def test_a_challenge_eased_by_a_later_step() -> None:
    problem, line = the_problem("eased_by: conditions", "eased_by: challenges")
    assert (problem.line, problem.field) == (line, "phases.1.steps.2.activity.eased_by")
    assert problem.wrong == "“challenges” is not an earlier step with winning conditions."
    assert problem.mend == "Use one of: conditions."


def test_roles_to_choose_without_any_role() -> None:
    start, end = SMALL_DECK.index("role_functions:"), SMALL_DECK.index("phases:")
    [problem] = problems(SMALL_DECK[:start] + SMALL_DECK[end:])
    assert problem.wrong == "This step chooses roles, but the deck has none."


def test_broken_yaml() -> None:
    problem, line = the_problem("  - id: manager", "  - id: [manager")
    assert problem.line >= line
    assert problem.wrong.startswith("This is not valid YAML")


def test_a_field_given_twice() -> None:
    problem, line = the_problem("version: 1.0.0", "version: 1.0.0\nversion: 2.0.0")
    assert problem.line == line + 1
    assert "duplicate key" in problem.wrong


def test_aliases() -> None:
    problem, line = the_problem("{en: Patient, fr: Patient}", "{en: &it Patient, fr: *it}")
    assert problem.line == line
    assert problem.wrong == "The deck uses YAML aliases (*name)."


@pytest.mark.parametrize("text", ["", "just words", "- a\n- list\n", "42"])
def test_something_else_than_fields(text: str) -> None:
    [problem] = problems(text)
    assert problem.wrong == "A deck is a list of fields."


def test_brackets_without_end() -> None:
    [problem] = problems("a: 1\nb: " + "[" * 100_000)
    assert problem.line == 2
    assert problem.wrong == "The parts are nested too deeply."


def test_every_mistake_is_listed_in_order() -> None:
    text = SMALL_DECK.replace(", fr: Un petit jeu", "").replace("systems: 3", "systems: many")
    found = problems(text)
    assert [problem.field for problem in found] == ["title.fr", "role_functions.0.roles.0.systems"]
    assert found[0].line < found[1].line


def test_a_problem_reads_as_file_line_field_and_sentences() -> None:
    problem, line = the_problem("{en: Hello., fr: Bonjour.}", "{en: Hello.}")
    assert str(problem) == (
        f"mine.yaml:{line} (phases.0.steps.0.activity.body.0.fr): "
        "The French text is missing. Add a line “fr: …” here."
    )


def test_a_file_of_ten_megabytes(tmp_path: Path) -> None:
    file = tmp_path / "large.yaml"
    file.write_bytes(b"#" * 10 * LARGEST_DECK)
    with pytest.raises(DeckError, match=r"large\.yaml:1: The file is larger than 1 MB"):
        load_deck(str(file))


def test_a_file_that_is_not_utf_8(tmp_path: Path) -> None:
    file = tmp_path / "latin.yaml"
    file.write_bytes(SMALL_DECK.replace("’", "'").encode("latin-1"))
    with pytest.raises(DeckError, match=r"latin\.yaml:1: The file is not UTF-8 text"):
        load_deck(str(file))


def test_a_name_that_is_no_deck() -> None:
    with pytest.raises(BadInput, match="There is no deck 'nowhere': name a built-in one"):
        load_deck("nowhere")


def test_a_byte_order_mark_is_no_mistake(tmp_path: Path) -> None:
    file = tmp_path / "notepad.yaml"
    file.write_text(SMALL_DECK, "utf-8-sig")
    assert load_deck(str(file)).id == "small"
