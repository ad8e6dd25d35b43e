"""A report says which limits were settled before people answered, where its package knows it."""

from __future__ import annotations

from typing import Any

import pandas as pd

from lhs_widgets.report import Report
from lhs_widgets.report.accounts import methods

AT = pd.Timestamp("2026-11-27 09:00", tz="UTC")


def test_the_methods_say_what_was_settled_and_when(changed: Any) -> None:
    settled = {"agreement": 80, "core": 70, "against": 15, "settled": AT, "settled_first": True}
    package = changed(workshop=lambda table: table.assign(**settled))
    sentence = "Enough people agree from 80% on. Settled on 2026-11-27, before anybody answered."
    assert sentence in list(methods(package, "en"))
    assert any("80\xa0%" in each for each in methods(package, "fr"))


def test_of_an_older_package_they_say_nothing(english: Report) -> None:
    assert not any("Enough people agree" in each for each in english.methods)
