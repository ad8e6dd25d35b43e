"""Measures of the general kinds of activity: frame in, frame out.

``n`` is always a number of people. Each function says what its figures rest on, and when not to
lean on them. None of them tests a difference: a room is not a sample of anyone but itself.
"""

from __future__ import annotations

import pandas as pd

from ..frames import FLOOR
from ..measures import ranked
from ..statistics import median_interval

#: The most choices of a column that is crossed with another.
WIDEST = 12


def sorting(sorted_items: pd.DataFrame) -> pd.DataFrame:
    """How many people sorted each item into each box: columns step, item, bin, n.

    Boxes that nobody used for an item have no row.
    """
    return _counted(sorted_items, ["step", "item", "bin"])


def alike(sorted_items: pd.DataFrame) -> pd.DataFrame:
    """How alike people sorted each item, what they differ on most first.

    Columns: step, item, n, most (the box of most people, of several the first in the deck), share
    (people who put it there, in percent) and agree: of all pairs of people, the percent who chose
    the same box. This is the observed agreement of one item in J. L. Fleiss, Measuring nominal
    scale agreement among many raters, Psychological Bulletin 76 (1971), without its correction for
    chance: with k boxes used evenly, about 100/k percent of pairs agree by chance. Items that fewer
    than five people sorted come last, as one person moves their figures much; under two people
    there are no pairs.
    """
    counts = sorting(sorted_items)
    each = counts.groupby(["step", "item"], observed=True)["n"]
    found = each.sum().rename("n").to_frame()
    first = counts.sort_values("n", ascending=False, kind="stable").drop_duplicates(
        ["step", "item"]
    )
    found = found.join(first.set_index(["step", "item"])["bin"].astype("string").rename("most"))
    n = found["n"].astype("Float64")
    found["share"] = (100 * each.max() / n).round()
    pairs = each.agg(lambda ns: int((ns * (ns - 1)).sum()))
    found["agree"] = (100 * pairs / (n * (n - 1)).where(n > 1)).round()
    rows = found.reset_index().assign(often=lambda made: made["n"] >= FLOOR)
    rows = rows.sort_values(
        ["step", "often", "agree", "item"], ascending=[True, False, True, True], kind="stable"
    )
    return rows.drop(columns="often").reset_index(drop=True)


def beside_published(published: pd.DataFrame) -> pd.DataFrame:
    """The group's picks beside the figures of a source, in the order of the source.

    Columns: step, figure, option, picks, picked_share (percent of the group's picks), published
    (the figure) and published_share (percent of the sum of the list's figures). Both shares say how
    a whole is spread over the same list, and no more: a source counts articles or activities, a
    group picks among the cards it was given. Under about thirty picks, one more or less moves a
    share by several points.
    """
    each = published.groupby(["step", "figure"], observed=True)
    made = published.assign(
        picked_share=_percent(published["picks"], each["picks"].transform("sum")),
        published_share=_percent(published["published"], each["published"].transform("sum")),
    )
    columns = ["step", "figure", "option", "picks", "picked_share", "published", "published_share"]
    return made.sort_values(["step", "figure", "option"])[columns].reset_index(drop=True)


def placing(placed: pd.DataFrame) -> pd.DataFrame:
    """Where people place each item on each scale, in the order of the deck.

    Columns: step, scale, item, n, median, q1 and q3 (quartiles), low and high: the exact 95%
    interval of the median, from its order statistics (see :func:`..statistics.median_interval`). It
    needs six people, and speaks of people like these, if they answered apart from each other.
    """
    return _spread(placed, ["step", "order", "scale", "item"], "value").drop(columns="order")


def spread(placed: pd.DataFrame) -> pd.DataFrame:
    """How many people chose each point: columns step, scale, item, value, point, n.

    Points are in the order of their values; two scales can call different values the same.
    """
    keys = ["step", "order", "scale", "item", "value", "point"]
    found = _counted(placed, keys).drop(columns="order")
    low_first = found.sort_values("value", kind="stable")["point"].drop_duplicates()
    dtype = pd.CategoricalDtype(low_first.astype("object"), ordered=True)
    return found.assign(point=found["point"].astype("object").astype(dtype))


def gap_of_two(placed: pd.DataFrame) -> pd.DataFrame:
    """Two scales of one step beside each other, such as today and wished for.

    Only steps with two scales that have the same points, and only people who answered both. The gap
    is a person's point on the second scale minus that on the first; its median can differ from the
    difference of the medians. Columns: step, scales (the two questions), item, n, first, second,
    median (of the gap), q1, q3, low and high, as in :func:`placing`. The widest gap of a step comes
    first, whatever its sign; what fewer than five people placed comes last. A gap between two
    different questions, such as importance and presence, says what lags, not by how much.
    """
    pairs = placed[placed["paired"]]
    keys = ["step", "item", "author"]
    values = pairs.pivot_table(values="value", index=keys, columns="order", observed=True)
    values = values.reindex(columns=[1, 2]).set_axis(["first", "second"], axis=1).dropna()
    both = values.assign(gap=values["second"] - values["first"]).reset_index()
    found = _spread(both, ["step", "item"], "gap")
    ends = both.groupby(["step", "item"], observed=True)[["first", "second"]].median()
    found = found.merge(ends.astype("Float64").reset_index(), on=["step", "item"], how="left")
    found["scales"] = found["step"].map(_questions(pairs)).astype("string")
    often = found.assign(often=found["n"] >= FLOOR, width=found["median"].abs())
    rows = ranked(often, ["often", "width", "n"], "item", within=["step"])
    columns = [
        "step",
        "scales",
        "item",
        "n",
        "first",
        "second",
        "median",
        "q1",
        "q3",
        "low",
        "high",
    ]
    return rows[columns]


def choosing(chosen: pd.DataFrame) -> pd.DataFrame:
    """What people chose, the most points first: columns step, item, n, points.

    Points put places on even steps (a Borda count): a first place of few can equal a last place of
    many, so ``n`` stands beside them. What nobody chose has no row.
    """
    each = chosen.groupby(["step", "item"], observed=True)
    found = each["author"].nunique().astype("Int64").rename("n").to_frame()
    found["points"] = each["points"].sum().astype("Int64")
    return ranked(found.reset_index(), ["points", "n"], "item", within=["step"])


def choosing_by_group(chosen: pd.DataFrame) -> pd.DataFrame:
    """What the people of each group chose, for groups of which at least five chose at the step.

    Columns: step, group, people (of the group who chose anything), item, n (of them who chose it)
    and share (in percent), the most chosen of each step first. Steps at which only one such group
    can be told are left out. A group is known only of answers whose group the package tells; in a
    group of ten, one person is ten percent.
    """
    size = chosen.groupby(["step", "group"], observed=True)["author"].nunique().rename("people")
    found = _counted(chosen, ["step", "group", "item"]).merge(
        size.astype("Int64").reset_index(), on=["step", "group"]
    )
    found = found[found["people"] >= FLOOR]
    groups = found.groupby("step", observed=True)["group"].transform("nunique")
    found = found[groups > 1]
    found = found.assign(share=_percent(found["n"], found["people"]))
    found["total"] = found.groupby(["step", "item"], observed=True)["n"].transform("sum")
    rows = ranked(found, ["total"], "item", "group", within=["step"])
    return rows[["step", "item", "group", "people", "n", "share"]]


def writing(written: pd.DataFrame) -> pd.DataFrame:
    """How much was written under each prompt: columns step, prompt, n, texts.

    It says where people had something to say; what they said has to be read.
    """
    return _with_rows(written, ["step", "prompt"], "texts")


def filling(filled: pd.DataFrame) -> pd.DataFrame:
    """How often each choice stands in the tables that people filled in.

    Columns: step, column, choice, n (people with a row that holds it), rows; the most frequent of
    each column first. One person can fill in many rows: where they are few, look at ``n`` before
    ``rows``.
    """
    found = _with_rows(filled, ["step", "column", "choice"], "rows", each="contribution")
    return ranked(found, ["rows", "n"], "choice", within=["step", "column"])


def crossing(filled: pd.DataFrame) -> pd.DataFrame:
    """Which choices stand in the same row, such as who and when.

    Columns: step, columns (the two that are crossed), choice, beside (a choice of each) and rows.
    Who takes part is crossed with every other column with choices; in a table that does not ask for
    groups, its first such column is. Columns in which more than :data:`WIDEST` choices were made
    are left out: their crosses would be of single rows. A row with several choices in a column
    counts for each, so the cells of a cross add up to more than the rows there are. Cells of a
    handful of rows are for talking about, not for comparing.
    """
    used = filled.groupby(["step", "column"], observed=True)["choice"].transform("nunique")
    filled = filled[used <= WIDEST]
    leads = filled.sort_values(["whose", "column"], ascending=[False, True], kind="stable")
    lead = leads.groupby("step", observed=True)["column"].first()
    is_lead = filled["column"].astype("object") == filled["step"].map(lead.astype("object"))
    keys = ["step", "contribution", "column", "choice"]
    made = filled[is_lead][keys].merge(filled[~is_lead][keys], on=["step", "contribution"])
    made = made.rename(columns={"choice_x": "choice", "choice_y": "beside"})
    made["columns"] = made["column_x"].astype("string") + " × " + made["column_y"].astype("string")
    keys = ["step", "column_y", "columns", "choice", "beside"]
    found = made.groupby(keys, observed=True)["contribution"].nunique().astype("Int64")
    return found.rename("rows").reset_index().drop(columns="column_y")


def mapping(nodes: pd.DataFrame) -> pd.DataFrame:
    """How many things of each kind are on the maps: columns step, kind, n, things.

    A thing that several people put on their maps in the same words is one.
    """
    return _with_rows(nodes, ["step", "kind"], "things", each="node")


def linking(nodes: pd.DataFrame, ends: pd.DataFrame) -> pd.DataFrame:
    """How many links lead to each thing (its degree), the most linked first.

    Columns: step, kind, node, n (people who put it on their map or linked it), links. Maps are each
    person's own, laid over each other where the words are the same: a degree counts links that
    people drew, and grows with how many of them drew. The middle of a map is no thing on it: a link
    to the middle counts for its other end alone.
    """
    keys = ["step", "kind", "node"]
    both = pd.concat([nodes, ends])
    # a step or a kind without links is still among those of the things
    each = both.astype({key: nodes[key].dtype for key in keys}).groupby(keys, observed=True)
    found = each["author"].nunique().astype("Int64").rename("n").to_frame()
    found["links"] = each["link"].nunique().astype("Int64")
    return ranked(found.reset_index(), ["links", "n"], "node", within=["step"])


def _counted(frame: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    found = frame.groupby(keys, observed=True)["author"].nunique().astype("Int64")
    return found.rename("n").reset_index()


def _with_rows(frame: pd.DataFrame, keys: list[str], rows: str, *, each: str = "") -> pd.DataFrame:
    grouped = frame.groupby(keys, observed=True)
    found = grouped["author"].nunique().astype("Int64").rename("n").to_frame()
    found[rows] = (grouped[each].nunique() if each else grouped.size()).astype("Int64")
    return found.reset_index()


def _spread(frame: pd.DataFrame, keys: list[str], value: str) -> pd.DataFrame:
    """The median of a person's values, with its quartiles and its exact interval."""
    each = frame.astype({value: "Float64"}).groupby(keys, observed=True)[value]
    found = pd.DataFrame({"n": each.size().astype("Int64"), "median": each.median()})
    found["q1"], found["q3"] = each.quantile(0.25), each.quantile(0.75)
    interval = [median_interval(values.tolist()) for _, values in each]
    for place, column in enumerate(("low", "high")):
        found[column] = pd.array([ends[place] for ends in interval], dtype="Float64")
    return found.astype(dict.fromkeys(["median", "q1", "q3"], "Float64")).reset_index()


def _questions(pairs: pd.DataFrame) -> dict[str, str]:
    """The two questions of each step with a pair of scales."""
    asked = pairs.drop_duplicates(["step", "order"]).sort_values("order")
    each = asked.groupby("step", observed=True)["scale"]
    return {str(step): " → ".join(map(str, questions)) for step, questions in each}


def _percent(part: pd.Series, whole: pd.Series) -> pd.Series:
    return (100 * part / whole).astype("Float64").round()
