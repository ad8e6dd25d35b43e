/**
 * A small host for anywidget modules on a Voilà page, instead of JupyterLab's front end.
 *
 * The page has one element `[data-model]` for each widget a cell displays. See docs/light-page.md.
 */

import { KernelSocket } from "./protocol.js";
import { Models } from "./models.js";
import { Connection } from "./connection.js";

// Milliseconds in which nothing of a new page comes: one that waits at the entrance hears more often.
const SILENCE = 15_000;

/** An answer and the page in it; fails if the line goes dead in the middle. */
async function fetchPage(address) {
  const dead = new AbortController();
  let timer;
  const hear = () => {
    clearTimeout(timer);
    timer = setTimeout(() => dead.abort(), SILENCE);
  };
  try {
    hear();
    const reply = await fetch(address, { cache: "no-store", signal: dead.signal });
    const reader = reply.body.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      hear();
      text += part.value;
    }
    return { reply, doc: new DOMParser().parseFromString(text, "text/html") };
  } finally {
    clearTimeout(timer);
  }
}

/** What a page says it belongs to: a Wi-Fi's page for signing in does not know ours. */
function siteOf(doc) {
  return doc.querySelector("meta[name=generator]")?.content;
}

/** What a page says of its kernel and widgets; null if it is another page. */
function readPage(doc) {
  const said = doc.getElementById("light-page");
  if (!said) return null;
  const page = JSON.parse(said.textContent);
  // A server of the version before, in an update of several, has none there: the kernel is asked.
  const states = JSON.parse(doc.getElementById("light-page-states")?.textContent ?? "{}");
  const places = [...doc.querySelectorAll("[data-model]")].map((place) => place.dataset.model);
  return { ...page, states, places };
}

/**
 * The default export of a widget's module. `_esm` is its text or its address; of an address, what
 * stands behind `#` names another export. Widgets of ipywidgets itself need JupyterLab: say so.
 */
async function widgetOf(model) {
  const source = model.get("_esm");
  if (!source) throw new Error(`${model.get("_model_name")} is not an anywidget`);
  if (!/^(https?:\/)?\/\S*$/.test(source)) return (await moduleOf(source)).default;
  const [address, name = "default"] = source.split("#");
  if (!arriving.has(address)) arriving.set(address, import(address)); // all are drawn at once then
  return (await arriving.get(address))[name];
}

const arriving = new Map();

function moduleOf(source) {
  const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  return import(url).finally(() => URL.revokeObjectURL(url));
}

const styles = new Set();

function style(model) {
  const css = model.get("_css");
  if (!css || styles.has(css)) return;
  styles.add(css);
  const element = document.createElement("style");
  element.textContent = css;
  document.head.append(element);
}

/** Gives a module its model and element, as anywidget's contract says. */
async function mount(model, element) {
  style(model);
  const found = await widgetOf(model);
  const widget = typeof found === "function" ? await found() : found;
  const api = { model, experimental: { invoke: () => Promise.reject(new Error("not supported")) } };
  await widget.initialize?.(api);
  await widget.render?.({ ...api, el: element });
}

/** A page and its kernel, through all the kernels it may need. */
class Host {
  constructor(page) {
    this.page = page;
    this.note("opening");
    this.connect(page);
    addEventListener("pagehide", ({ persisted }) => !persisted && this.leave());
  }

  connect(page) {
    this.socket = new KernelSocket(page);
    this.connection = new Connection({
      pulse: page.pulse ?? `${page.base}api/kernels/${page.kernel}`,
      socket: this.socket,
      renew: () => this.renew(),
      tell: (state, elsewhere) => this.tell(state, elsewhere),
    });
  }

  async start() {
    this.models = new Models(this.socket, this.page.states);
    const loaded = this.models.load();
    if (!this.page.places.every((id) => this.models.get(id))) await loaded;
    await Promise.all(this.page.places.map((id, i) => this.show(id, i)));
    document.documentElement.dataset.ready = "";
  }

  async show(id, i) {
    const element = document.querySelectorAll("[data-model]")[i];
    try {
      await mount(this.models.get(id), element);
    } catch (error) {
      console.error(error);
      element.textContent = document.body.dataset.broken;
    }
  }

  /** Asks for the same page again and goes on with its kernel; what is on the screen stays. */
  async renew(attempt = 0) {
    let page = null;
    try {
      const { reply, doc } = await fetchPage(location.href);
      page = reply.ok && readPage(doc);
      const isOurs = siteOf(doc) === siteOf(document);
      if (reply.ok && reply.redirected && !page && isOurs) return location.assign(reply.url);
      this.tell("lost", !isOurs && reply.status < 500);
    } catch {
      // the server is not there yet
    }
    if (!page || page.places.length !== this.page.places.length) return this.renewLater(attempt);
    const old = this.page.places;
    this.page = page;
    this.connect(page);
    const models = new Models(this.socket, page.states);
    const loaded = models.load();
    if (!page.places.every((id) => models.get(id))) await loaded;
    this.models.moveTo(models, old.map((id, i) => [id, page.places[i]]));
    this.models = models;
    document.dispatchEvent(new CustomEvent("lightpage:renewed"));
  }

  /** Waits longer each time, and not all pages of a room at the same moment. */
  renewLater(attempt) {
    const wait = Math.min(500 * 2 ** attempt, 5000) * (0.5 + Math.random());
    setTimeout(() => this.renew(attempt + 1), wait);
  }

  leave() {
    if (this.page.leave) navigator.sendBeacon(this.page.leave);
  }

  note(state) {
    document.documentElement.dataset.connection = state;
  }

  /** Says it where people look, and to the widgets. */
  tell(state, elsewhere = false) {
    this.note(state);
    if (state === "open" && this.socket.opened > 1) this.models?.catchUp();
    const place = document.getElementById("connection");
    const words = document.body.dataset;
    const lost = (elsewhere && words.elsewhere) || words.lost;
    if (place && state === "lost" && place.textContent !== lost) place.textContent = lost;
    if (place && state === "open" && place.textContent) {
      place.textContent = words.back;
      setTimeout(() => place.textContent === words.back && (place.textContent = ""), 4000);
    }
    document.dispatchEvent(new CustomEvent("lightpage:connection", { detail: state }));
  }
}

const begin = () => new Host(readPage(document)).start();
// The module is here, and known to the browser, before the end of a page that waits for its kernel.
if (document.readyState === "loading") addEventListener("DOMContentLoaded", begin, { once: true });
else begin();
