/**
 * Whether the page can still be heard, and what to do when it can't.
 *
 * The socket alone does not tell: on a phone that changed networks it can stay open and silent, and
 * a server that has ended a kernel leaves it so. A small request, the pulse, asks both questions:
 * is the server there, and does the kernel live?
 */

const EVERY = 2500; // milliseconds between two pulses
const PATIENCE = 2000; // milliseconds a pulse may take: a loss is said within five seconds
const SLEEP = 10_000; // milliseconds without a pulse after which the page must have been asleep

export class Connection {
  /**
   * @param pulse {string} an address that answers 2xx while the kernel lives, 404 when it is gone
   * @param socket {KernelSocket}
   * @param renew {() => void} asks for a new kernel
   */
  constructor({ pulse, socket, renew, tell }) {
    this.pulse = pulse;
    this.socket = socket;
    this.renew = renew;
    this.tell = tell;
    this.state = "opening";
    this.asked = Date.now();
    socket.onstate = () => (socket.isOpen ? this.opened() : this.closed());
    socket.listeners.add(({ header, content }) => {
      const state = header.msg_type === "status" && content.execution_state;
      if (state === "restarting" || state === "dead") this.replace();
    });
    this.wake = () => !document.hidden && this.check();
    for (const event of ["online", "pageshow", "focus"]) addEventListener(event, this.wake);
    addEventListener("offline", this.wake);
    for (const event of ["visibilitychange", "resume"])
      document.addEventListener(event, this.wake);
    this.timer = setInterval(this.wake, EVERY);
  }

  /** Asks the server, unless it is being asked. */
  async check() {
    if (this.asking || this.ended) return;
    this.asking = true;
    if (Date.now() - this.asked > SLEEP) this.suspect = true;
    this.asked = Date.now();
    let status = 0;
    try {
      const signal = AbortSignal.timeout(PATIENCE);
      status = (await fetch(this.pulse, { cache: "no-store", signal })).status;
    } catch {
      // no answer is an answer
    }
    this.asking = false;
    if (this.ended) return;
    if (status === 404 || status === 403) this.replace();
    else this.judge(status >= 200 && status < 300);
  }

  opened() {
    this.suspect = false;
    this.judge(true);
  }

  closed() {
    if (this.state !== "opening") this.say("lost");
    this.check();
  }

  /** What a pulse tells: a socket that was open before a loss or a sleep may be dead without a word. */
  judge(reached) {
    if (this.ended) return;
    if (!reached) {
      this.suspect = true;
      this.say("lost");
    } else if (this.suspect || this.socket.isClosed) this.reopen();
    else if (this.socket.isOpen) this.say("open");
    else if (this.state === "reopening") this.say("lost");
  }

  /** Quietly, if nothing was lost yet as far as we know. */
  reopen() {
    this.suspect = false;
    if (this.state === "open") this.say("reopening");
    this.socket.reopen();
  }

  say(state) {
    if (state === this.state) return;
    this.state = state;
    this.tell(state);
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
