/** On a scribe's page: what ideas of others say in another language. */

import { Region } from "./drawing.js";
import { outboxOf } from "./outbox.js";
import { translating } from "./stages/translating.js";
import { sayStatus, statusPlace } from "./status.js";

function render({ model, el }) {
  const outbox = outboxOf(model);
  const place = new Region(
    model,
    { board: ["step", "shown", "options", "translates"], strings: null },
    () => translating({ board: model.get("board"), outbox, strings: model.get("strings") }),
    { attributes: { class: "lhs" }, more: () => outbox.over([]) },
  );
  const status = statusPlace();
  const tell = () => {
    sayStatus(status, outbox, model.get("strings"));
    status.hidden = outbox.state === "saved";
  };
  outbox.watchers.add(tell);
  tell();
  el.append(place.root, status);
  return () => {
    outbox.watchers.delete(tell);
    place.end();
  };
}

export default { initialize: ({ model }) => void outboxOf(model), render };
