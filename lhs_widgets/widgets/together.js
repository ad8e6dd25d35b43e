/** What the group makes of its answers, on a participant's page: the board of the step's stage. */

import { Region } from "./drawing.js";
import { announcer, fill, h } from "./elements.js";
import { outboxOf } from "./outbox.js";
import { promiseList } from "./promise_list.js";
import { sayStatus, statusPlace } from "./status.js";
import { boardView, howTo, toBoard } from "./stages/board.js";

function render({ model, el }) {
  const outbox = outboxOf(model);
  const [told, say] = announcer();
  const ahead = h("div", { class: "ahead" }); // where the group went while someone writes
  const lost = () => toBoard(el) || document.querySelector(".lhs.step:not([hidden]) h2")?.focus();
  const board = new Region(
    model,
    { board: null, entries: [], strings: null },
    () => {
      // Who came to the button by leaving the field it waited for is taken along.
      if (ahead.contains(document.activeElement)) requestAnimationFrame(lost);
      ahead.replaceChildren();
      return boardView(model, outbox, { say, keep: (act) => board.keep(act) });
    },
    { lost, more: () => outbox.over(model.get("entries")) },
  );
  const status = statusPlace();
  /** Beside a board only: of one's own answers, their own line says it. */
  const tell = () => {
    sayStatus(status, outbox, model.get("strings"));
    status.hidden = outbox.state === "saved" && !board.root.children.length;
  };
  const update = () => {
    board.check();
    tell();
  };
  const follow = () => {
    board.draw(); // the press has taken the focus out of the field
    lost();
  };
  let before = model.get("board");
  const tellNews = () => {
    const now = model.get("board");
    const words = news(before, now, model.get("strings"));
    if (before.stage?.id !== now.stage?.id) {
      leave(outbox);
      if (board.waits && now.stage) ahead.replaceChildren(...whereTo(model, follow));
    }
    before = now;
    if (words) say(words);
    tell();
  };
  model.on("change:board", tellNews);
  outbox.watchers.add(update);
  const promises = new Region(model, { promises: null, strings: null }, () => promiseList(model.get("promises"), model.get("strings")));
  el.append(h("section", { class: "lhs together" }, told, board.root, ahead, promises.root, status));
  return () => {
    model.off("change:board", tellNews);
    board.end();
    promises.end();
    outbox.watchers.delete(update);
  };
}

/** Someone who writes is not taken along, but told. */
function whereTo(model, follow) {
  const strings = model.get("strings");
  return [
    h("p", {}, fill(strings.stage_is_now, { step: model.get("board").stage.title })),
    h("button", { type: "button", class: "main", onclick: follow }, strings.join_group),
  ];
}

/** A choice that came too late was told; it has no place at the next stage. */
function leave(outbox) {
  outbox.dropRefused(({ kind }) => kind === "ballot");
  outbox.tell();
}

/** What the group does now, if that is another thing than before. */
function news(before, now, strings) {
  if (!now.stage || now.step !== before.step) return "";
  const isSame = now.stage.id === before.stage?.id;
  if (isSame) return now.results && !before.results ? strings.results_open : "";
  return `${now.stage.title}. ${howTo(now, strings)}`;
}

export default { initialize: ({ model }) => void outboxOf(model), render };
