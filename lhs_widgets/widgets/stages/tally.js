/** What answers about the deck's items come to: boxes, scales, choices, or a map. */

import { fill, h } from "../elements.js";
import { mapPicture } from "../map_picture.js";
import { bars, matrix } from "./results.js";

export function tallyView({ board, strings, heading = "h4" }) {
  const { tally } = board;
  return h("section", { class: "results tally", "aria-label": strings.tally }, TALLIES[tally.kind](tally, strings, heading));
}

const TALLIES = { sort: intoBoxes, place: onScales, choose: byChoice, map: asMap };

const published = (row) => row.published && h("p", { class: "by" }, row.published);

/** How many put each item into each box; where people differ stands out by itself. */
function intoBoxes({ bins, rows }, strings) {
  const one = (row) => {
    const most = Math.max(...row.counts);
    const said = bins.map(({ name }, i) => [name, row.counts[i]]).filter(([, n]) => n);
    return h(
      "li",
      {},
      h("p", {}, row.title),
      h(
        "div",
        { class: "shares", "aria-hidden": "true" },
        row.counts.map((n, i) => n > 0 && h("span", { class: `share box-${i % 6}`, style: `--n: ${n}` }, String(n))),
      ),
      h("p", { class: "by" }, said.map(([name, n]) => `${name} ${n}`).join(" · ") || strings.nobody),
      row.people > 1 && h("p", { class: "by" }, fill(strings.most_agree, { n: most, all: row.people })),
      published(row),
    );
  };
  return h("ol", { class: "bars" }, rows.map(one));
}

function onScales({ scales, rows }, strings) {
  if (scales.length === 2) return matrix(rows, scales, strings);
  const spread = (row, { id, question }) =>
    `${question} ${row.counts[id].map(([value, n]) => `${value} × ${n}`).join(", ") || strings.nobody}`;
  const one = (row) =>
    h("li", {}, h("p", {}, row.title), scales.map((scale) => h("p", { class: "by" }, spread(row, scale))), published(row));
  return h("ol", { class: "bars" }, rows.map(one));
}

function byChoice({ rows }, strings) {
  return bars(rows.map((row) => ({ ...row, by_group: [], note: row.published })), strings);
}

/** The picture for the eye, and the same in words. */
function asMap(map, strings, heading) {
  const named = Object.fromEntries([["centre", map.centre], ...map.nodes.map(({ id, text }) => [id, text])]);
  const kind = ({ id, name }) => {
    const some = map.nodes.filter(({ bin }) => bin === id);
    return some.length > 0 && [h(heading, {}, name), h("ul", {}, some.map(({ text }) => h("li", { dir: "auto" }, text)))];
  };
  const link = ({ ends: [from, to], text }) => `${named[from]} → ${named[to]}${text ? ` (${text})` : ""}`;
  return [
    mapPicture(map),
    map.kinds.map(kind),
    map.links.length > 0 && [h(heading, {}, strings.map_links), h("ul", {}, map.links.map((each) => h("li", { dir: "auto" }, link(each))))],
  ];
}
