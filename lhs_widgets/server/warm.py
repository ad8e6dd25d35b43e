"""What every page needs, imported and read once in the process that kernels are forked from."""

import xml.sax.saxutils  # noqa: F401 - segno, the QR code, asks for both when it is used

from ..deck.terms import terms
from ..language import read_all
from . import apps, qr  # noqa: F401

read_all()
terms()
