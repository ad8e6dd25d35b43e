"""The group's own roadmap and report, made from a data package alone.

:func:`gather` turns a package into what the report says (:class:`Report`, frozen values without
layout); ``html``, ``pdf`` and ``docx`` lay it out; :func:`write_report` goes from a folder to a
file.
"""

from .content import Report
from .gathering import gather
from .writing import write_report

__all__ = ["Report", "gather", "write_report"]
