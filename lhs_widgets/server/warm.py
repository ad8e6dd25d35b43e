"""What every page needs, imported and read once in the process that kernels are forked from."""

import xml.sax.saxutils  # noqa: F401 - segno, the QR code, asks for both when it is used

from ..deck import LANGUAGES
from ..deck.terms import terms
from ..language import translations
from . import apps, qr  # noqa: F401

terms()
for _language in LANGUAGES:
    translations(_language)
