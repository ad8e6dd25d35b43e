/** A map of things and links as a picture: what stands in the middle, and the kinds around it. */

const NS = "http://www.w3.org/2000/svg";
const SIZE = { width: 640, height: 460 };
const LONGEST = 22; // letters on one line

function s(tag, attributes, ...children) {
  const element = document.createElementNS(NS, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** The words on at most two lines. */
function lines(text) {
  const words = text.trim().split(/\s+/);
  let first = words.shift() ?? "";
  while (words.length && `${first} ${words[0]}`.length <= LONGEST) first += ` ${words.shift()}`;
  const rest = words.join(" ");
  const cut = (line) => (line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line);
  return [first, rest].filter(Boolean).map(cut);
}

function label(text, { x, y }, kind) {
  const written = lines(text);
  const width = 16 + 8.2 * Math.max(...written.map((line) => line.length), 4);
  const height = 14 + 18 * written.length;
  const words = written.map((line, i) =>
    s("text", { x, y: y - 9 * (written.length - 1) + 18 * i + 5, "text-anchor": "middle" }, line),
  );
  const box = s("rect", { x: x - width / 2, y: y - height / 2, width, height, rx: kind === 0 ? 4 : 14 });
  return s("g", { class: `node kind-${kind % 4}` }, box, ...words);
}

/** Places on an oval, those of one kind side by side. */
function places(nodes, kinds) {
  const ordered = kinds.flatMap(({ id }) => nodes.filter((node) => node.bin === id));
  const { width, height } = SIZE;
  return new Map(
    ordered.map((node, i) => {
      const angle = (2 * Math.PI * i) / ordered.length - Math.PI / 2;
      const ring = ordered.length > 8 && i % 2 ? 0.62 : 0.84;
      return [node.id, { x: width / 2 + ring * (width / 2 - 40) * Math.cos(angle), y: height / 2 + ring * (height / 2 - 10) * Math.sin(angle) }];
    }),
  );
}

/**
 * @param {{nodes: {id: string, text: string, bin: string}[], links: {ends: string[], text: string}[],
 *   kinds: {id: string}[], centre: string}} map
 * @returns {SVGElement} for the eye; the lists beside it say the same
 */
export function mapPicture({ nodes, links, kinds, centre }) {
  const at = places(nodes, kinds);
  at.set("centre", { x: SIZE.width / 2, y: SIZE.height / 2 });
  const drawn = links.filter(({ ends }) => ends.every((end) => at.has(end)));
  const line = ({ ends: [from, to] }) =>
    s("line", { x1: at.get(from).x, y1: at.get(from).y, x2: at.get(to).x, y2: at.get(to).y });
  const kindOf = ({ bin }) => kinds.findIndex(({ id }) => id === bin) + 1;
  return s(
    "svg",
    { class: "map-picture", viewBox: `0 0 ${SIZE.width} ${SIZE.height}`, "aria-hidden": "true" },
    ...drawn.map(line),
    label(centre, at.get("centre"), 0),
    ...nodes.filter(({ id }) => at.has(id)).map((node) => label(node.text, at.get(node.id), kindOf(node))),
  );
}
