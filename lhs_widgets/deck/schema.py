"""The format of a deck as JSON Schema: ``python -m lhs_widgets.deck.schema`` writes it anew."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from .models import Deck

#: Where the schema is published, from the top of the repository.
PUBLISHED = Path("docs/deck.schema.json")


def json_schema() -> dict[str, Any]:
    """The schema that editors can check a deck with."""
    dialect = "https://json-schema.org/draft/2020-12/schema"
    return {"$schema": dialect, **Deck.model_json_schema()}


def as_text() -> str:
    """The schema as the published file holds it."""
    return json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    PUBLISHED.write_text(as_text(), "utf-8")
