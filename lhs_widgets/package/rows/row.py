"""One row of a table: a value, or None, by column."""

from __future__ import annotations

from typing import Any

Row = dict[str, Any]
