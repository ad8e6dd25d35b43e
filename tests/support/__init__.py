"""Builders that tests share: a small deck, workshops and the people in them."""
