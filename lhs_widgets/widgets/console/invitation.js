/** How people join: the address, the code and its QR. */

import { fill, h } from "../elements.js";
import { looksOn } from "./actions.js";

export function invitation(model, strings) {
  const { code, address, join_url: url, qr, wall_url: wall } = model.get("workshop");
  return h(
    "section",
    { class: "card invite", "aria-label": strings.invite },
    h("img", { src: qr, alt: fill(strings.qr, { url }), width: 148, height: 148 }),
    h(
      "div",
      { class: "how" },
      h("p", { class: "muted" }, strings.join_at),
      h("p", { class: "url" }, address),
      h("p", {}, strings.code, " ", h("strong", { class: "code" }, code)),
    ),
    h(
      "ul",
      { class: "ways" },
      h("li", {}, h("a", { href: wall, target: "_blank" }, strings.open_wall)),
      !looksOn(model) && h("li", {}, h("a", { href: `/scribe/${code}` }, strings.without_phone)),
      !looksOn(model) && h("li", {}, h("a", { href: `/facilitate/${code}/keys` }, strings.who_facilitates)),
    ),
  );
}
