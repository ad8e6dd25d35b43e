/** The board of a stage: what it is called, what to do, and the part for its kind. */

import { h } from "../elements.js";
import { ideaList } from "./ideas.js";

/** The element for the stage a step is at; null where there is nothing to show. */
export function boardView(model, outbox) {
  const board = model.get("board");
  if (!board.stage || (board.stage.kind === "think" && !board.shown)) return null;
  const strings = model.get("strings");
  const view = VIEWS[board.stage.kind] ?? ideas;
  return h(
    "div",
    { class: `board ${board.stage.kind}` },
    board.stage.kind !== "think" && h("h3", { class: "stage-name" }, board.stage.title),
    board.stage.kind !== "think" && h("p", { class: "how" }, board.stage.how),
    view({ model, outbox, board, strings }),
  );
}

/** Each kind of stage has its own view; what is not listed shows the ideas. */
const VIEWS = {};

function ideas({ board, strings }) {
  return h(
    "section",
    { class: "others", "aria-label": strings.group_said },
    board.stage.kind === "think" && h("h3", {}, strings.group_said),
    board.options.length ? ideaList(board.options) : h("p", { class: "muted" }, strings.nothing_shown),
  );
}
