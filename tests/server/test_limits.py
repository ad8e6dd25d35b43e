"""What may be tried how often, and by whom it is counted."""

from __future__ import annotations

import pytest

from lhs_widgets.server.limits import Allowance, Bucket, network


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def bucket(clock: Clock) -> Bucket:
    return Bucket(Allowance(3, 10.0), clock)


def test_so_many_at_once_and_no_more(bucket: Bucket) -> None:
    assert [bucket.take("a") for _ in range(5)] == [True, True, True, False, False]
    assert bucket.is_empty("a")


def test_one_more_is_given_back_after_a_while(bucket: Bucket, clock: Clock) -> None:
    for _ in range(3):
        bucket.take("a")
    clock.now += 9
    assert not bucket.take("a")
    clock.now += 1
    assert [bucket.take("a"), bucket.take("a")] == [True, False]


def test_what_was_refused_costs_nothing(bucket: Bucket, clock: Clock) -> None:
    for _ in range(50):
        bucket.take("a")
    clock.now += 30
    assert [bucket.take("a") for _ in range(4)] == [True, True, True, False]


def test_each_has_an_allowance_of_their_own(bucket: Bucket) -> None:
    for _ in range(3):
        bucket.take("a")
    assert bucket.take("b")


def test_those_who_used_nothing_lately_are_not_remembered(bucket: Bucket, clock: Clock) -> None:
    for number in range(10_000):
        bucket.take(str(number))
    clock.now += 1000
    bucket.take("one more")
    assert len(bucket._used) == 1


@pytest.mark.parametrize(
    ("address", "named"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:aaaa::1", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:bbbb::9", "2001:db8:1:2::/64"),
        ("", ""),
    ],
)
def test_a_visitor_is_counted_by_their_network(address: str, named: str) -> None:
    assert network(address) == named
