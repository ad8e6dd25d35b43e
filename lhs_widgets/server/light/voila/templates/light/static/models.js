/**
 * Widget models in the browser: the front-end half of anywidget's contract, over Jupyter's comms.
 */

const WIDGETS = { version: "2.1.0" };
const CONTROL = { version: "1.0.0" };

/** Puts binary values back where the state says they belong. */
function withBuffers(state, paths = [], buffers = []) {
  paths.forEach((path, i) => {
    let node = state;
    for (const key of path.slice(0, -1)) node = node[key];
    node[path[path.length - 1]] = buffers[i];
  });
  return state;
}

/** Takes binary values out of a state; the kernel gets them beside it. */
function withoutBuffers(state) {
  const rest = {};
  const paths = [];
  const buffers = [];
  for (const [key, value] of Object.entries(state)) {
    if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
      paths.push([key]);
      buffers.push(value);
    } else rest[key] = value;
  }
  return { rest, paths, buffers };
}

/** Whether two values of a state are equal; binary ones are never taken to be. */
function isSame(one, other) {
  if (one === other) return true;
  if (!one || !other || typeof one !== "object" || typeof other !== "object") return false;
  if (ArrayBuffer.isView(one) || one instanceof ArrayBuffer) return false;
  const keys = Object.keys(one);
  return (
    Array.isArray(one) === Array.isArray(other) &&
    keys.length === Object.keys(other).length &&
    keys.every((key) => key in other && isSame(one[key], other[key]))
  );
}

/** One widget's state, with the methods that anywidget modules use. */
export class Model {
  constructor(id, state, socket) {
    this.id = id;
    this.state = state;
    this.socket = socket;
    this.listeners = new Map();
    this.changed = new Set();
    this.inFlight = null;
  }

  get(key) {
    return this.state[key];
  }

  set(key, value) {
    if (this.state[key] === value) return;
    this.state[key] = value;
    this.changed.add(key);
    this.emit(`change:${key}`, value);
    this.emit("change");
  }

  /** One update at a time; changes made meanwhile go together in the next. */
  save_changes() {
    if (this.inFlight || !this.changed.size) return;
    const state = Object.fromEntries([...this.changed].map((key) => [key, this.state[key]]));
    this.changed.clear();
    const { rest, paths, buffers } = withoutBuffers(state);
    const data = { method: "update", state: rest, buffer_paths: paths };
    const id = this.socket.send(
      "comm_msg",
      { comm_id: this.id, data },
      { metadata: WIDGETS, buffers },
    );
    this.inFlight = { id, keys: new Set(Object.keys(state)) };
  }

  send(content, callbacks, buffers = []) {
    const data = { method: "custom", content };
    this.socket.send("comm_msg", { comm_id: this.id, data }, { metadata: WIDGETS, buffers });
  }

  on(event, callback) {
    if (!this.listeners.has(event)) this.listeners.set(event, new Set());
    this.listeners.get(event).add(callback);
  }

  off(event, callback) {
    if (!event) this.listeners.clear();
    else if (!callback) this.listeners.delete(event);
    else this.listeners.get(event)?.delete(callback);
  }

  emit(event, ...values) {
    for (const callback of [...(this.listeners.get(event) ?? [])]) callback(...values);
  }

  /** What the kernel said of this widget. */
  receive(data, buffers) {
    if (data.method === "custom") this.emit("msg:custom", data.content, buffers);
    if (data.method === "update") this.accept(withBuffers(data.state, data.buffer_paths, buffers));
  }

  /**
   * Takes the kernel's values, except those this page has changed and not yet heard back. A value
   * equal to the one before is no change, as in ipywidgets' own models: a part of the page that is
   * drawn again takes the focus again, and a screen reader reads it out again.
   */
  accept(state) {
    const news = Object.entries(state).filter(
      ([key, value]) =>
        !this.changed.has(key) && !this.inFlight?.keys.has(key) && !isSame(value, this.state[key]),
    );
    for (const [key, value] of news) this.state[key] = value;
    for (const [key, value] of news) this.emit(`change:${key}`, value);
    if (news.length) this.emit("change");
  }

  /** Goes on with the model of a new kernel: its state, and what was not yet sent to the old one. */
  moveTo(id, state, socket) {
    this.recall();
    this.id = id;
    this.socket = socket;
    this.accept(state);
    this.save_changes();
  }

  /** What was on its way may be lost: it leaves again. */
  recall() {
    for (const key of this.inFlight?.keys ?? []) this.changed.add(key);
    this.inFlight = null;
  }

  /** The kernel has dealt with the message `id`. */
  settle(id) {
    if (this.inFlight?.id !== id) return;
    this.inFlight = null;
    this.save_changes();
  }
}

/** All models of a page, kept up to date by the kernel's messages. */
export class Models {
  /** @param states {Object<string, object>} what the page says of each widget; may be empty */
  constructor(socket, states = {}) {
    this.socket = socket;
    this.models = new Map();
    this.awaiting = []; // who is told once the kernel has answered
    for (const [id, state] of Object.entries(states)) this.set(id, state);
    socket.listeners.add((message) => this.hear(message));
  }

  get(id) {
    return this.models.get(id);
  }

  set(id, state) {
    const known = this.models.get(id);
    if (known) known.accept(state);
    else this.models.set(id, new Model(id, state, this.socket));
  }

  /** The kernel is heard again; what either side said meanwhile may be lost. */
  catchUp() {
    for (const model of this.models.values()) {
      model.recall();
      model.save_changes();
    }
    this.load();
  }

  /**
   * Asks for all widgets of the kernel with one message, for any may have changed since the page last
   * heard; resolves once it has answered.
   */
  load() {
    const comm_id = `light-page-${this.socket.session}`;
    const target_name = "jupyter.widget.control";
    this.socket.send("comm_open", { comm_id, target_name, data: {} }, { metadata: CONTROL });
    const data = { method: "request_states", all: this.models.size === 0 };
    const ask = () => this.socket.send("comm_msg", { comm_id, data });
    ask();
    this.control = comm_id;
    clearInterval(this.again); // an answer sent before the server listened is lost
    this.again = setInterval(() => this.socket.isOpen && ask(), 3000);
    return new Promise((resolve) => this.awaiting.push(resolve));
  }

  /** Goes on with a new kernel's widgets, each standing for the old one at its place. */
  moveTo(other, pairs) {
    clearInterval(this.again);
    for (const [oldId, newId] of pairs) {
      const model = this.models.get(oldId);
      model.moveTo(newId, other.models.get(newId).state, other.socket);
      other.models.set(newId, model);
    }
  }

  hear({ header, parent_header: parent, content, buffers }) {
    if (header.msg_type === "comm_msg" && content.comm_id === this.control) {
      if (content.data.method === "update_states") this.fill(content.data, buffers);
    } else if (header.msg_type === "comm_msg") {
      this.models.get(content.comm_id)?.receive(content.data, buffers);
    } else if (header.msg_type === "status" && content.execution_state === "idle") {
      for (const model of this.models.values()) model.settle(parent.msg_id);
    }
  }

  fill({ states, buffer_paths: paths = [] }, buffers) {
    paths.forEach(([id, ...path], i) => withBuffers(states[id].state, [path], [buffers[i]]));
    for (const [id, { state }] of Object.entries(states)) this.set(id, state);
    clearInterval(this.again);
    for (const resolve of this.awaiting.splice(0)) resolve();
  }
}
