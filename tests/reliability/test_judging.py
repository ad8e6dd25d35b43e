"""The judge of the fault harness finds what it is there to find."""

from __future__ import annotations

from benchmarks.faults.judging import Verdict, Written, judge
from benchmarks.faults.outbox import Change, Outbox


def said(*texts: str) -> list[Change]:
    """Versions of one answer, each confirmed before the next one left."""
    return [
        Change("a", text, id=text, left=2 * place + 1, confirmed=2 * place + 2)
        for place, text in enumerate(texts)
    ]


def kept(*texts: str) -> list[Written]:
    return [Written(text, place, "a", text) for place, text in enumerate(texts, 1)]


def verdict(sent: list[Change], record: list[Written], final: str) -> Verdict:
    return judge([sent], record, {"a": final})


def test_a_record_of_all_that_was_confirmed_is_good() -> None:
    assert verdict(said("one", "two"), kept("one", "two"), "two").is_good


def test_what_was_confirmed_and_is_missing_is_lost() -> None:
    assert verdict(said("one", "two"), kept("two"), "two").lost == {"one"}


def test_the_same_words_twice_are_duplicated() -> None:
    twice = [*kept("one"), Written("another", 2, "a", "one")]
    assert verdict(said("one"), twice, "one").duplicated == {"one", "another"}


def test_a_version_that_stands_before_an_earlier_one_is_out_of_order() -> None:
    assert verdict(said("one", "two"), kept("two", "one"), "two").disordered == {"two"}


def test_older_words_at_the_end_are_found() -> None:
    assert verdict(said("one", "two"), kept("one", "two"), "one").undone == {"two"}


def test_words_that_nobody_sent_are_found() -> None:
    assert verdict(said("one"), [Written("one", 1, "a", "won")], "one").altered == {"one"}


def test_what_came_after_the_last_confirmation_may_be_there_or_not() -> None:
    sent = [*said("one"), Change("a", "two", id="two", left=9)]
    assert verdict(sent, kept("one"), "one").is_good
    assert verdict(sent, kept("one", "two"), "two").is_good


def test_a_newer_version_leaves_only_when_the_one_before_is_confirmed() -> None:
    outbox = Outbox()
    outbox.save("a", "one")
    (first,) = outbox.due(0)
    outbox.save("a", "two")
    assert outbox.due(1) == []
    assert outbox.due(5) == [first]
    outbox.hear({"type": "saved", "id": first.id})
    assert [change.text for change in outbox.due(6)] == ["two"]
