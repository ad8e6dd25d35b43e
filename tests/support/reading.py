"""How hard a text is to read, by a formula for each language.

English: Flesch-Kincaid grade (Kincaid et al., 1975), in school grades. French: the reading ease of
Kandel and Moles (1958), from 0 (hard) to 100 (easy). Formulas of one language do not fit the other.
Syllables are counted as groups of vowels, without the mute endings, which is within a few
percent of a dictionary's counts on texts such as these.
"""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SENTENCE = re.compile(r"[^.!?:;…]*[^\W\d_][^.!?:;…]*")


def words(text: str) -> list[str]:
    return _WORD.findall(text)


def english_grade(text: str) -> float:
    """Flesch-Kincaid: years at school."""
    found = words(text)
    per_sentence = len(found) / len(_SENTENCE.findall(text))
    per_word = sum(map(_english_syllables, found)) / len(found)
    return 0.39 * per_sentence + 11.8 * per_word - 15.59


def french_ease(text: str) -> float:
    """Kandel-Moles: 60 to 80 is plain, under 40 is hard."""
    found = [part for word in words(text) for part in re.split("['’]", word) if part]
    per_sentence = len(found) / len(_SENTENCE.findall(text))
    per_word = sum(map(_french_syllables, found)) / len(found)
    return 207 - 1.015 * per_sentence - 73.6 * per_word


def _english_syllables(word: str) -> int:
    low = word.lower()
    groups = len(re.findall("[aeiouy]+", low))
    mute = re.search("[^aeiouyl]e$|[^aeiouytd]ed$|[^aeiouyscxz]es$", low) is not None
    return max(1, groups - mute + len(re.findall("ia(?!l)|io(?!n)|iu", low)))


def _french_syllables(word: str) -> int:
    low = word.lower()
    groups = len(re.findall("[aeiouyàâäéèêëîïôöùûüœæ]+", low))
    mute = re.search("[^aeiouyéèê](e|es|ent)$", low) is not None
    return max(1, groups - mute)
