/** What a vote came to: bars, a matrix, and the words of those who see it otherwise. */

import { fill, h } from "../elements.js";
import { inOtherWords } from "./other_words.js";

export function results({ board, strings, heading = "h4" }) {
  const fewest = board.results.too_few;
  if (fewest) return h("p", { class: "muted too-few" }, fill(strings.too_few_chose, { n: fewest }));
  const { people, kind, scales } = board.results;
  const named = titled(board, strings);
  return h(
    "section",
    { class: "results", "aria-label": strings.results },
    h("p", { class: "muted" }, fill(strings.people_chose, { n: people })),
    kind === "rate" ? matrix(named, scales, strings) : bars(named, strings),
    board.results.reasons && words(board.results.reasons, strings, heading),
  );
}

/** The rows whose results are seen, each with the title of its option or position. */
export function rowsToShow(board, strings) {
  if (!board.results?.rows) return [];
  const { kind, scales } = board.results;
  return titled(board, strings).filter((row) => kind !== "rate" || isRated(row, scales));
}

function titled({ results: { rows }, options }, strings) {
  const known = options.map(({ id, title, is_theme: isTheme, ideas }) => [id, { title, idea: isTheme ? {} : ideas[0] }]);
  const of = Object.fromEntries(known);
  return rows.map((row) => ({ title: strings[`position_${row.option}`], ...of[row.option], ...row })).filter(({ title }) => title);
}

function titleOf({ title, idea = {} }) {
  return [h("span", { lang: idea.language, dir: "auto" }, title), inOtherWords(idea)];
}

/** Whether there is a place for it on both scales. */
function isRated({ medians }, scales) {
  return scales.every(({ id }) => id in medians);
}

export function bars(rows, strings) {
  const most = Math.max(1, ...rows.map(({ score }) => score));
  const bar = ({ score, people, by_group: groups, note, ...row }) =>
    h(
      "li",
      {},
      h("p", { class: "row" }, h("span", {}, titleOf(row)), h("strong", {}, String(score))),
      h("div", { class: "bar", "aria-hidden": "true", style: `--part: ${score / most}` }),
      groups.length > 0 &&
        h("p", { class: "by" }, groups.map(([group, n]) => `${group} ${n}`).join(" · ")),
      people !== score && h("p", { class: "by from" }, fill(strings.from_people, { n: people })),
      note && h("p", { class: "by" }, note),
    );
  return h("ol", { class: "bars" }, rows.map(bar));
}

/** Ideas by their median on both scales: a picture for the eye, and the same as a list. */
export function matrix(rows, [across, up], strings) {
  const rated = rows.filter((row) => isRated(row, [across, up]));
  const part = (scale, value) => {
    const values = scale.points.map((point) => point.value);
    const low = Math.min(...values);
    return (value - low) / (Math.max(...values) - low);
  };
  const label = ({ points }, value) => points.find((point) => point.value === value)?.label ?? value;
  const spread = ({ counts }, scale) =>
    `${scale.question} ${(counts[scale.id] ?? []).map(([value, n]) => `${label(scale, value)} (${n})`).join(", ")}`;
  return [
    h(
      "div",
      { class: "matrix", "aria-hidden": "true" },
      h("span", { class: "axis up" }, `${up.question} ↑`),
      h("span", { class: "axis across" }, `${across.question} →`),
      ...spots(rated, across, up, part),
    ),
    h(
      "ol",
      { class: "bars key" },
      rated.map((row) =>
        h(
          "li",
          {},
          h("p", {}, titleOf(row)),
          h("p", { class: "by" }, spread(row, across)),
          h("p", { class: "by" }, spread(row, up)),
        ),
      ),
    ),
    rows.length > rated.length && h("p", { class: "muted" }, fill(strings.not_rated, { n: rows.length - rated.length })),
  ];
}

/** One spot for each place; ideas that share a place share the spot. */
function spots(rated, across, up, part) {
  const places = new Map();
  rated.forEach(({ medians }, i) => {
    const at = [part(across, medians[across.id]), part(up, medians[up.id])];
    const key = at.join(" ");
    places.set(key, { at, numbers: [...(places.get(key)?.numbers ?? []), i + 1] });
  });
  return [...places.values()].map(({ at: [x, y], numbers }) =>
    h("span", { class: "spot", style: `--x: ${x}; --y: ${y}` }, numbers.join(", ")),
  );
}

/** Those who object come first: a view of few is kept with its words, not averaged away. */
function words(reasons, strings, heading) {
  return Object.entries(reasons)
    .filter(([, said]) => said.length)
    .map(([position, said]) =>
      h(
        "section",
        { class: "reasons" },
        h(heading, {}, strings[`position_${position}`]),
        h("ul", {}, said.map((why) => h("li", { dir: "auto" }, why))),
      ),
    );
}
