/**
 * The kernel's websocket: frames of `v1.kernel.websocket.jupyter.org` and their messages.
 *
 * A frame is a row of little-endian 64-bit words (how many offsets follow, then the offsets), then
 * the channel's name, header, parent header, metadata, content and any buffers.
 */

const SUBPROTOCOL = "v1.kernel.websocket.jupyter.org";
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** @param {object} message @param {ArrayBuffer[]} buffers @returns {ArrayBuffer} */
export function encode(message, buffers = []) {
  const parts = [
    encoder.encode(message.channel),
    ...["header", "parent_header", "metadata", "content"].map((key) =>
      encoder.encode(JSON.stringify(message[key] ?? {})),
    ),
    ...buffers.map((buffer) => new Uint8Array(buffer.buffer ?? buffer)),
  ];
  const offsets = [8 * (parts.length + 2)];
  for (const part of parts) offsets.push(offsets[offsets.length - 1] + part.byteLength);
  const frame = new Uint8Array(offsets[offsets.length - 1]);
  const words = new DataView(frame.buffer);
  [offsets.length, ...offsets].forEach((word, i) => words.setBigUint64(8 * i, BigInt(word), true));
  parts.forEach((part, i) => frame.set(part, offsets[i]));
  return frame.buffer;
}

/** @param {ArrayBuffer} frame @returns {object} the message, its buffers as DataViews */
export function decode(frame) {
  const words = new DataView(frame);
  const count = Number(words.getBigUint64(0, true));
  const offsets = Array.from({ length: count }, (_, i) =>
    Number(words.getBigUint64(8 * (i + 1), true)),
  );
  const part = (i) => new Uint8Array(frame, offsets[i], offsets[i + 1] - offsets[i]);
  const json = (i) => JSON.parse(decoder.decode(part(i)));
  return {
    channel: decoder.decode(part(0)),
    header: json(1),
    parent_header: json(2),
    metadata: json(3),
    content: json(4),
    buffers: offsets.slice(5, -1).map((start, i) => new DataView(frame, start, offsets[6 + i] - start)),
  };
}

/** One kernel's socket. It opens again by itself, under the same session, until it is closed. */
export class KernelSocket {
  /** @param {{base: string, kernel: string}} place */
  constructor({ base, kernel }) {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    this.session = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    const url = new URL(`${base}api/kernels/${kernel}/channels`, location.href);
    url.protocol = url.protocol.replace("http", "ws");
    url.searchParams.set("session_id", this.session);
    this.url = url;
    this.listeners = new Set();
    this.onstate = () => {};
    this.waiting = [];
    this.count = 0;
    this.attempts = 0;
    this.opened = 0; // how often
    this.connect();
  }

  connect() {
    if (this.closed) return;
    clearTimeout(this.timer);
    const socket = new WebSocket(this.url, [SUBPROTOCOL]);
    this.socket = socket;
    this.began = Date.now();
    socket.binaryType = "arraybuffer";
    socket.onopen = () => {
      this.attempts = 0;
      this.opened += 1;
      for (const frame of this.waiting.splice(0)) socket.send(frame); // before anything newer
      this.onstate();
    };
    socket.onmessage = (event) => {
      const message = decode(event.data);
      for (const listener of this.listeners) listener(message);
    };
    socket.onclose = () => {
      if (this.socket !== socket || this.closed) return;
      this.attempts += 1;
      this.timer = setTimeout(() => this.connect(), Math.min(250 * 2 ** this.attempts, 4000));
      this.onstate();
    };
  }

  get isOpen() {
    return this.socket.readyState === WebSocket.OPEN;
  }

  get isClosed() {
    return this.socket.readyState === WebSocket.CLOSED;
  }

  /** How long ago, in milliseconds, the connection was begun. */
  get age() {
    return Date.now() - this.began;
  }

  /** Opens a new connection now, whatever the old one says: it may be silent but not closed. */
  reopen() {
    const old = this.socket;
    this.connect();
    old.close();
  }

  close() {
    this.closed = true;
    clearTimeout(this.timer);
    this.socket.close();
  }

  /** Sends on the shell channel; kept until the socket is open. Returns the message's id. */
  send(type, content, { metadata = {}, buffers = [] } = {}) {
    this.count += 1;
    const id = `${this.session}-${this.count}`;
    const header = {
      msg_id: id,
      msg_type: type,
      session: this.session,
      username: "",
      date: new Date().toISOString(),
      version: "5.4",
    };
    const frame = encode({ channel: "shell", header, parent_header: {}, metadata, content }, buffers);
    if (this.isOpen) this.socket.send(frame);
    else this.waiting.push(frame);
    return id;
  }
}
