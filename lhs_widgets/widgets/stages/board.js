/** The board of a stage: what it is called, what to do, and the part for its kind. */

import { fill, h } from "../elements.js";
import { ballotForm } from "./ballot.js";
import { grouping } from "./grouping.js";
import { ideaList } from "./ideas.js";
import { outcome } from "./outcome.js";
import { results, rowsToShow } from "./results.js";
import { tallyView } from "./tally.js";

/**
 * The element for the stage a step is at; null where there is nothing to show. `say` tells a screen
 * reader something, `keep` carries out an act that the board shows already.
 */
export function boardView(model, outbox, page) {
  const board = model.get("board");
  if (!board.stage || (board.stage.kind === "think" && !board.shown)) return null;
  const context = { model, outbox, board, strings: model.get("strings"), ...page };
  return isSorting(board) ? sorting(context) : frame(context, VIEWS[board.stage.kind] ?? ideas);
}

function frame(context, view) {
  const { board, strings } = context;
  return h(
    "div",
    { class: `board ${board.stage.kind}` },
    board.stage.kind !== "think" && h("h3", { class: "stage-name", tabindex: -1 }, board.stage.title),
    board.stage.kind !== "think" && h("p", { class: "how" }, howTo(board, strings)),
    agreed(context),
    board.table_waits > 0 && h("p", { class: "muted" }, fill(strings.table_waits, { n: board.table_waits })),
    view(context),
  );
}

const isSorting = ({ stage, can_group: groups, options }) => stage.kind === "group" && groups && options.length > 0;

const sorted = new WeakMap(); // by page: the board on which its ideas are sorted

/** The same board as before, brought up to date, as long as only its ideas have changed. */
function sorting(context) {
  const { model, strings, board } = context;
  const { options, suggestions, undo, ...around } = board;
  const key = JSON.stringify([strings, around]);
  const before = sorted.get(model);
  if (before?.key === key) before.update(board);
  else {
    const { root, update } = grouping(context);
    sorted.set(model, { key, update, element: frame(context, () => root) });
  }
  return sorted.get(model).element;
}

/** Takes the focus to the board that is in `root`; returns whether there is one. */
export function toBoard(root) {
  const name = root.querySelector(".stage-name");
  name?.focus();
  return Boolean(name);
}

/** What to do now, said to who can do it. */
export function howTo({ stage, results: counted, can_group: groups, can_agree: agrees, locked }, strings) {
  if (VIEWS[stage.kind] === choosing && counted) return strings.vote_closed;
  if (stage.kind === "group" && !groups && !locked) return strings.group_watch;
  if (stage.kind === "agree" && !agrees && !locked) return strings.agree_read;
  return stage.how;
}

/** Each kind of stage has its own view; what is not listed shows the ideas. */
const VIEWS = { vote: choosing, rate: choosing, rank: choosing, "sense-check": choosing };

/** One's own ballot while the vote is open, then its results; the facilitator sees only how many voted. */
function choosing(context) {
  const { board, strings } = context;
  if (board.results) return board.results.too_few ? ideas(context) : results(context);
  if (board.votes) return ballotForm(context);
  const known = board.cast !== undefined && h("p", { class: "muted" }, fill(strings.have_chosen, { n: board.cast }));
  return [known, ideas(context)];
}

/** The ideas; of those whose result stands above, only the themes, with what is in them. */
function ideas(context) {
  const { board, strings } = context;
  const told = new Set(rowsToShow(board, strings).map(({ option }) => option));
  const rest = board.options.filter(({ id, is_theme: isTheme }) => isTheme || !told.has(id));
  return h(
    "section",
    { class: "others", "aria-label": strings.group_said },
    board.stage.kind === "think" && h("h3", {}, strings.group_said),
    board.results && results(context),
    board.tally && tallyView(context),
    !board.tally && rest.length > 0 && ideaList(rest, strings),
    !board.options.length && h("p", { class: "muted" }, strings.nothing_shown),
  );
}

/** The stages at which the outcome is written or read; a sense check shows it as its proposal. */
function agreed(context) {
  const { stage, votes, results: counted } = context.board;
  const shows = ["discuss", "agree"].includes(stage.kind) || (stage.kind === "sense-check" && !(votes && !counted));
  return shows && outcome(context);
}
