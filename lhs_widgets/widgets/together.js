/** What the group makes of its answers, on a participant's page: the board of the step's stage. */

import { h, region } from "./elements.js";
import { outboxOf } from "./outbox.js";
import { boardView } from "./stages/board.js";

function render({ model, el }) {
  const outbox = outboxOf(model);
  const board = region(model, ["board", "entries", "strings"], () => boardView(model, outbox));
  outbox.watchers.add(board.draw);
  el.append(h("section", { class: "lhs together" }, board.root));
  return () => {
    board.end();
    outbox.watchers.delete(board.draw);
  };
}

export default { initialize: ({ model }) => void outboxOf(model), render };
