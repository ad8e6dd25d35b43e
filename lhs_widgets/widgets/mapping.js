/** A map made of two lists, things and what links them, and the picture drawn from them. */

import { choiceField, h, writingField } from "./elements.js";
import { growingList } from "./growing_list.js";
import { meanings } from "./items.js";
import { mapPicture } from "./map_picture.js";
import { outboxOf } from "./outbox.js";
import { hiddenReason, stepView } from "./step.js";

const isLink = (entry) => Boolean(entry.ends);

function build(answering) {
  const { strings, step } = answering;
  const { nodes: kinds, centre } = step.activity;
  const picture = h("div", { class: "picture" });
  const links = h("div", {});
  const things = () => answering.entries.filter((entry) => !isLink(entry) && entry.text?.trim());
  const drawPicture = () => {
    const drawn = answering.entries.filter(isLink);
    picture.replaceChildren(mapPicture({ nodes: things(), links: drawn, kinds, centre }));
  };
  const drawLinks = () => links.replaceChildren(linkList(answering, things(), drawPicture));
  const changed = () => {
    drawPicture();
    if (!links.contains(document.activeElement)) drawLinks();
  };
  drawPicture();
  drawLinks();
  return h(
    "div",
    { class: "mapping", onfocusout: (event) => !links.contains(event.relatedTarget) && drawLinks() },
    meanings(kinds, strings.map_kinds),
    h("h3", {}, strings.map_things),
    thingList(answering, kinds, changed),
    h("h3", {}, strings.map_links),
    links,
    picture,
  );
}

function thingList(answering, kinds, changed) {
  const { strings, locked } = answering;
  const entries = answering.entries.filter((entry) => !isLink(entry));
  const draw = (entry) => {
    const save = (change) => {
      Object.assign(entry, change);
      answering.save(entry);
      changed();
    };
    return [
      hiddenReason(answering, entry),
      writingField({ label: "", value: entry.text, disabled: locked, oninput: (text) => save({ text }), onblur: () => answering.outbox.flush() }),
      choiceField({
        label: strings.map_kind,
        choices: kinds.map(({ id, name }) => [id, name]),
        value: entry.bin,
        disabled: locked,
        onchange: (bin) => save({ bin }),
      }),
    ];
  };
  return growingList(answering, { entries, start: { text: "", bin: kinds[0].id }, label: strings.map_thing, add: strings.add_thing, draw });
}

function linkList(answering, things, drawPicture) {
  const { strings, step, locked } = answering;
  const entries = answering.entries.filter(isLink);
  const ends = [["", strings.choose], ["centre", step.activity.centre], ...things.map(({ id, text }) => [id, text])];
  if (!things.length) return h("p", { class: "muted" }, strings.map_first);
  const draw = (entry) => {
    const joins = ([from, to]) => Boolean(from && to && from !== to);
    const lacks = h("p", { class: "muted", role: "status" });
    const tell = () => (lacks.textContent = joins(entry.ends) ? "" : strings.link_lacks);
    const save = (change) => {
      Object.assign(entry, change);
      if (joins(entry.ends)) answering.save(entry);
      tell();
      drawPicture();
    };
    tell();
    const end = (label, place) =>
      choiceField({
        label,
        choices: ends,
        value: entry.ends[place],
        disabled: locked,
        onchange: (id) => save({ ends: entry.ends.map((other, i) => (i === place ? id : other)) }),
      });
    return [
      hiddenReason(answering, entry),
      h("p", { class: "card-name" }),
      end(strings.link_from, 0),
      end(strings.link_to, 1),
      lacks,
      writingField({ label: strings.link_how, value: entry.text, disabled: locked, oninput: (text) => save({ text }), onblur: () => answering.outbox.flush() }),
    ];
  };
  const start = { text: "", ends: ["", ""] };
  return growingList(answering, { entries, start, label: strings.link, add: strings.add_link, draw, empty: true });
}

export default {
  initialize: ({ model }) => void outboxOf(model),
  render: ({ model, el }) => stepView(model, el, build),
};
