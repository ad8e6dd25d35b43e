"""Design a Learning Health System together: a workbook of widgets for facilitated workshops."""

__version__ = "0.1.0"
