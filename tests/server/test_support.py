"""To whom people can turn, before they are in and when they say no."""

from __future__ import annotations

import pytest

from lhs_widgets.store import Record
from lhs_widgets.workshop import Stamp, actions
from tests.server.conftest import Visitor


@pytest.mark.parametrize("place", ["join", "no-thanks"])
def test_the_way_in_and_the_kind_page_say_it(
    visitor: Visitor, workshop: Record, place: str
) -> None:
    assert "turn to" not in visitor.get(f"/{place}/{workshop.code}").text
    named = actions.support({"fr": "Mo & <b>Lou</b>"}, Stamp("facilitator"), on_wall=False)
    workshop.append(named)
    page = visitor.get(f"/{place}/{workshop.code}").text
    assert '<strong lang="fr" dir="auto">Mo &amp; &lt;b&gt;Lou&lt;/b&gt;</strong>' in page
    french = visitor.get(f"/{place}/{workshop.code}?language=fr").text
    assert "Si quelque chose vous pèse, adressez-vous à\u00a0:" in french
