"""Statistics for 6 to 37 people: numbers in, small values or frames out.

They know nothing of workshops. Each function says what it comes from, what it supposes and when
not to use it; ``docs/statistics.md`` has them in one table. Where a statistic has no value, they
raise :class:`lhs_widgets.errors.Undefined`. Whatever is resampled has a seed, so that the same
numbers come out again.
"""

from __future__ import annotations

from .balance import cliffs_delta, dissimilarity, participation_balance
from .card_sort import average_linkage, clusters, item_agreement, together
from .concordance import kendall_w
from .consensus import core_outcome, percent_agreement
from .dots import dot_totals, order_certainty
from .intervals import median_interval, proportion_interval
from .rand_ucla import ipras, rand_ucla
from .reliability import fleiss_kappa, krippendorff_alpha
from .thresholds import USUAL, Thresholds

__all__ = [
    "USUAL",
    "Thresholds",
    "average_linkage",
    "cliffs_delta",
    "clusters",
    "core_outcome",
    "dissimilarity",
    "dot_totals",
    "fleiss_kappa",
    "ipras",
    "item_agreement",
    "kendall_w",
    "krippendorff_alpha",
    "median_interval",
    "order_certainty",
    "participation_balance",
    "percent_agreement",
    "proportion_interval",
    "rand_ucla",
    "together",
]
