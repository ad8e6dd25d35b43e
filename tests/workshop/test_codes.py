"""Codes that people type and secrets that open pages."""

from __future__ import annotations

from random import Random

from lhs_widgets.workshop import codes


def test_a_code_has_six_letters_that_can_not_be_mistaken() -> None:
    code = codes.new_code()
    assert len(code) == 6
    assert set(code) <= set(codes.ALPHABET)
    assert not set("AEIOU015SZL2") & set(codes.ALPHABET)


def test_a_code_may_be_typed_in_any_way() -> None:
    assert codes.tidy(" kdm-7 rt ") == "KDM7RT"


def test_a_secret_is_told_by_its_fingerprint_however_it_is_typed() -> None:
    secret = codes.new_secret()
    assert codes.fingerprint(secret) == codes.fingerprint(secret.lower().replace("-", " "))
    assert secret not in codes.fingerprint(secret)


def test_two_secrets_differ() -> None:
    assert codes.new_secret() != codes.new_secret()


def test_a_rehearsal_may_draw_the_same_people_again() -> None:
    assert codes.new_participant(Random(1)) == codes.new_participant(Random(1))
    assert codes.new_participant().startswith("p-")
