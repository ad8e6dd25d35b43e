"""The tests of the workbook; what they share is in ``tests.support``."""
