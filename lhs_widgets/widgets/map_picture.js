/** A map of things and links as a picture: what it is about on top, the things below it. */

const NS = "http://www.w3.org/2000/svg";
const WIDTH = 380; // as wide as a phone, so that the words keep their size there
const ROW = 66;
const LONGEST = 20; // letters on one line

function s(tag, attributes, ...children) {
  const element = document.createElementNS(NS, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** The words on at most two lines. */
function twoLines(text) {
  const words = text.trim().split(/\s+/);
  let first = words.shift() ?? "";
  while (words.length && `${first} ${words[0]}`.length <= LONGEST) first += ` ${words.shift()}`;
  const cut = (line) => (line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line);
  return [first, words.join(" ")].filter(Boolean).map(cut);
}

function nodeBox(text, { x, y }, kind) {
  const written = twoLines(text);
  const width = 20 + 7.9 * Math.max(...written.map((line) => line.length), 6);
  const height = 14 + 18 * written.length;
  const words = written.map((line, i) =>
    s("text", { x, y: y - 9 * (written.length - 1) + 18 * i + 5, "text-anchor": "middle" }, line),
  );
  const box = s("rect", { x: x - width / 2, y: y - height / 2, width, height, rx: kind === 0 ? 4 : 14 });
  return s("g", { class: `node kind-${kind % 4}` }, box, ...words);
}

/** Two columns, those of one kind together. */
function placed(nodes, kinds) {
  const ordered = kinds.flatMap(({ id }) => nodes.filter((node) => node.bin === id));
  const place = (i) => ({ x: WIDTH * (i % 2 ? 0.75 : 0.25), y: 30 + ROW * (1 + Math.floor(i / 2)) });
  return new Map(ordered.map((node, i) => [node.id, place(i)]));
}

/** A line; between two things of one column it swings out to the middle. */
function linkLine(from, to) {
  const middle = from.x === to.x ? WIDTH / 2 : (from.x + to.x) / 2;
  return s("path", { d: `M ${from.x} ${from.y} Q ${middle} ${(from.y + to.y) / 2} ${to.x} ${to.y}` });
}

/**
 * @param {{nodes: {id: string, text: string, bin: string}[], links: {ends: string[], text: string}[],
 *   kinds: {id: string}[], centre: string}} map
 * @returns {SVGElement} for the eye; the lists beside it say the same
 */
export function mapPicture({ nodes, links, kinds, centre }) {
  const at = placed(nodes, kinds);
  const height = 60 + ROW * Math.ceil(at.size / 2);
  at.set("centre", { x: WIDTH / 2, y: 24 });
  const drawn = links.filter(({ ends }) => ends.every((end) => at.has(end)));
  const kindOf = ({ bin }) => kinds.findIndex(({ id }) => id === bin) + 1;
  return s(
    "svg",
    { class: "map-picture", viewBox: `0 0 ${WIDTH} ${height}`, "aria-hidden": "true" },
    ...drawn.map(({ ends: [from, to] }) => linkLine(at.get(from), at.get(to))),
    nodeBox(centre, at.get("centre"), 0),
    ...nodes.filter(({ id }) => at.has(id)).map((node) => nodeBox(node.text, at.get(node.id), kindOf(node))),
  );
}
