/** What the group makes of its answers, on a participant's page: the board of the step's stage. */

import { h, region } from "./elements.js";
import { outboxOf } from "./outbox.js";
import { promiseList } from "./promise_list.js";
import { sayStatus, statusPlace } from "./status.js";
import { boardView } from "./stages/board.js";

function render({ model, el }) {
  const outbox = outboxOf(model);
  const board = region(model, ["board", "entries", "strings"], () => boardView(model, outbox));
  const status = statusPlace();
  const update = () => {
    board.draw();
    sayStatus(status, outbox, model.get("strings"));
  };
  outbox.watchers.add(update);
  const promises = region(model, ["promises", "strings"], () => promiseList(model.get("promises"), model.get("strings")));
  el.append(h("section", { class: "lhs together" }, board.root, promises.root, status));
  return () => {
    board.end();
    promises.end();
    outbox.watchers.delete(update);
  };
}

export default { initialize: ({ model }) => void outboxOf(model), render };
