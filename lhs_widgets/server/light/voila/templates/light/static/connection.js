/**
 * Whether the page can still be heard, and what to do when it can't.
 *
 * The socket alone does not tell: on a phone that changed networks it can stay open and silent, and
 * a server that has ended a kernel leaves it so. A small request, the pulse, asks both questions:
 * is the server there, and does the kernel live?
 */

// In milliseconds. A loss is said within five seconds: EVERY and PATIENCE together, and what a slow
// phone needs to say it.
const EVERY = 2000; // between two pulses
const PATIENCE = 2400; // that a pulse may take
const HURRY = 1200; // after which it is asked once more: a lost packet holds up its own connection only
const SLEEP = 10_000; // without a pulse after which the page must have been asleep
const OPENING = 10_000; // that a socket may take to open

/**
 * What the answer to a pulse tells: "alive", "gone" (the kernel), "silent", or "elsewhere", when
 * another answered in the server's place. A Wi-Fi that wants a sign-in first says 200 to everything,
 * or leads away: only the server answers with nothing (204) or with JSON.
 */
async function askOnce(address, signal) {
  try {
    const reply = await fetch(address, { cache: "no-store", redirect: "manual", signal });
    const { ok, status } = reply;
    const type = reply.headers.get("Content-Type") ?? "";
    if (status === 204 || (ok && type.includes("json"))) return "alive";
    if ((status === 403 || status === 404) && type.includes("json")) return "gone";
    return status >= 500 && status !== 511 ? "silent" : "elsewhere";
  } catch {
    return "silent"; // no answer is an answer
  }
}

/**
 * Asks, and asks again if no answer comes soon. When only the second is answered, the line of the
 * first may be dead, and the socket's with it.
 */
async function askPulse(address) {
  const signal = AbortSignal.timeout(PATIENCE);
  const first = askOnce(address, signal);
  const soon = await Promise.race([first, new Promise((resolve) => setTimeout(resolve, HURRY))]);
  const second = soon ?? (await askOnce(address, signal));
  const heard = await first;
  return heard === "silent" ? { heard: second, doubtful: true } : { heard, doubtful: false };
}

export class Connection {
  /**
   * @param pulse {string} an address that answers 204, or 2xx and JSON, while the kernel lives, and
   *   404 and JSON when it is gone
   * @param socket {KernelSocket}
   * @param renew {() => void} asks for a new kernel
   * @param tell {(state: string, elsewhere: boolean) => void} hears each change
   */
  constructor({ pulse, socket, renew, tell }) {
    this.pulse = pulse;
    this.socket = socket;
    this.renew = renew;
    this.tell = tell;
    this.state = "opening";
    this.asked = Date.now();
    const began = performance.now(); // a device's clock may be set back
    socket.onstate = () => (socket.isOpen ? this.opened() : this.closed());
    socket.listeners.add(({ header, content }) => {
      const state = header.msg_type === "status" && content.execution_state;
      if (state === "restarting" || state === "dead") this.replace();
    });
    // A page that has just come has just heard of its server.
    this.wake = () => !document.hidden && performance.now() - began >= EVERY && this.check();
    for (const event of ["online", "pageshow", "focus"]) addEventListener(event, this.wake);
    addEventListener("offline", this.wake);
    for (const event of ["visibilitychange", "resume"])
      document.addEventListener(event, this.wake);
    this.timer = setInterval(this.wake, EVERY);
  }

  /** Asks the server, unless it is being asked; a question that a sleep swallowed counts no more. */
  async check() {
    const since = Date.now() - this.asked;
    if (this.ended || (this.asking && since < 2 * PATIENCE)) return;
    this.asking = true;
    if (since > SLEEP) this.suspect = true;
    this.asked = Date.now();
    const { heard, doubtful } = await askPulse(this.pulse);
    this.asking = false;
    this.suspect ||= doubtful;
    if (this.ended) return;
    if (heard === "gone") this.replace();
    else this.judge(heard);
  }

  opened() {
    this.suspect = false;
    this.judge("alive");
  }

  closed() {
    if (this.isFine) this.say("lost");
    this.check();
  }

  /** What a pulse tells: a socket that was open before a loss or a sleep may be dead without a word. */
  judge(heard) {
    if (this.ended) return;
    if (heard !== "alive") {
      this.suspect = true;
      this.say("lost", heard === "elsewhere");
    } else if (this.suspect || this.socket.isClosed) this.reopen();
    else if (this.socket.isOpen) this.say("open");
    else if (this.socket.age > OPENING) {
      this.say("lost"); // the server answers, but what lies between lets no socket through
      this.reopen();
    } else if (this.state === "reopening" && this.socket.age > PATIENCE) this.say("lost");
  }

  /** As far as we know. */
  get isFine() {
    return this.state === "open" || this.state === "reopening";
  }

  /** Quietly, if nothing was lost yet as far as we know. */
  reopen() {
    this.suspect = false;
    if (this.state === "open") this.say("reopening");
    this.socket.reopen();
  }

  /** @param elsewhere {boolean} whether another answers in the server's place */
  say(state, elsewhere = false) {
    if (state === this.state && elsewhere === this.elsewhere) return;
    this.state = state;
    this.elsewhere = elsewhere;
    this.tell(state, elsewhere);
  }

  /** The kernel is gone: this connection ends, and a new one begins with a new kernel. */
  replace() {
    if (this.ended) return;
    this.say("lost");
    this.end();
    this.renew();
  }

  end() {
    this.ended = true;
    clearInterval(this.timer);
    for (const event of ["online", "pageshow", "focus", "offline"])
      removeEventListener(event, this.wake);
    for (const event of ["visibilitychange", "resume"])
      document.removeEventListener(event, this.wake);
    this.socket.close();
  }
}
