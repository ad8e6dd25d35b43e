"""What every page needs, imported and read once in the process that kernels are forked from."""

import os
import xml.sax.saxutils  # noqa: F401 - segno, the QR code, asks for both when it is used
from importlib import import_module

from ..deck.terms import terms
from ..language import read_all
from ..store.backends import is_url
from . import apps, qr  # noqa: F401

if is_url(os.environ.get("LHS_DATA", "")):
    import_module("lhs_widgets.store.backends.postgresql")
read_all()
terms()
