"""Imported first in the processes that we start: what takes seconds to import stays out.

``jsonschema`` builds a parser of international addresses (IRI) where it finds the grammar. That is
half of the server's start, and no schema that we or Jupyter check has such an address.
"""

import sys

sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
