"""The built-in deck is the walk of the roadmap, whole and with its sources."""

from __future__ import annotations

from collections import Counter

import pytest

from lhs_widgets.deck import Deck, Step, built_in_decks, load_deck

CYCLE = ("p2d", "d2k", "k2p")
SYSTEMS = {
    "leader": 15,
    "advisor": 13,
    "service-designer": 6,
    "advocate": 3,
    "peer-supporter": 10,
    "trainer": 11,
    "reservoir": 8,
    "storyteller": 8,
    "consultant": 20,
    "worker": 18,
}
#: Table 6 of Giacomantonio: how many of each there are under each feature.
FEATURES = {
    ("dynamic", "Advantage"): 3,
    ("dynamic", "Challenge"): 1,
    ("nested", "Advantage"): 3,
    ("nested", "Challenge"): 3,
    ("capacity", "Advantage"): 4,
    ("capacity", "Challenge"): 3,
    ("relationship", "Advantage"): 3,
    ("relationship", "Challenge"): 6,
}


@pytest.fixture(scope="module")
def roadmap() -> Deck:
    return load_deck("roadmap")


@pytest.fixture(scope="module")
def nine_steps(roadmap: Deck) -> list[Step]:
    return [step for phase in roadmap.phases if phase.id in CYCLE for step in phase.steps]


def test_it_is_built_in() -> None:
    assert "roadmap" in built_in_decks()


def test_it_opens_walks_the_cycle_looks_at_all_of_it_and_closes(roadmap: Deck) -> None:
    phases = tuple(phase.id for phase in roadmap.phases)
    assert phases == ("opening", *CYCLE, "whole-cycle", "closing")


def test_each_phase_asks_for_roles_then_conditions_then_challenges(nine_steps: list[Step]) -> None:
    kinds = [step.activity.kind for step in nine_steps]
    assert kinds == ["roles", "winning-conditions", "challenges"] * 3


def test_each_phase_names_its_central_challenge(roadmap: Deck) -> None:
    assert all(p.central_challenge for p in roadmap.phases if p.id in CYCLE)


def test_each_step_has_a_question_and_an_example(nine_steps: list[Step]) -> None:
    assert len(nine_steps) == 9
    for step in nine_steps:
        assert step.question
        assert step.example, step.id


def test_each_step_has_at_least_six_cards_with_their_place(
    roadmap: Deck, nine_steps: list[Step]
) -> None:
    for step in nine_steps:
        assert len(step.cards) >= 6, step.id
        assert all(card.place.source in roadmap.source and card.place.at for card in step.cards)


def test_roles_carry_the_published_counts(roadmap: Deck) -> None:
    assert {role.id: role.systems for role in roadmap.roles.values()} == SYSTEMS


def test_roles_belong_to_three_functions(roadmap: Deck) -> None:
    assert [len(function.roles) for function in roadmap.role_functions] == [4, 3, 3]


def test_challenges_are_eased_by_the_conditions_of_their_own_phase(roadmap: Deck) -> None:
    for phase in (p for p in roadmap.phases if p.id in CYCLE):
        _, conditions, challenges = phase.steps
        assert challenges.activity.eased_by == conditions.id


def test_a_built_in_deck_is_loaded_once() -> None:
    assert load_deck("roadmap") is load_deck("roadmap")


def test_the_processes_of_each_phase_are_those_of_the_framework(roadmap: Deck) -> None:
    families = [item.family for item in roadmap.list_of["cycle-processes"].items]
    assert {phase: families.count(phase) for phase in CYCLE} == {"p2d": 5, "d2k": 7, "k2p": 18}


def test_the_four_common_features_have_all_their_advantages_and_challenges(roadmap: Deck) -> None:
    features = roadmap.list_of["lhs-features"]
    found = Counter((item.family, item.name.en.partition(":")[0]) for item in features.items)
    assert found == FEATURES
    assert [family.id for family in features.families] == list(
        dict.fromkeys(f for f, _ in FEATURES)
    )
