"""Exploring in JupyterLab: one question at a time, by workshop, phase and group.

``views`` decides what may be seen under a filter and knows no widgets; ``explorer`` shows it.
"""

from .explorer import Explorer, explore

__all__ = ["Explorer", "explore"]
