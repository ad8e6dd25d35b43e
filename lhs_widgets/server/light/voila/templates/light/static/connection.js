/**
 * Whether the page can still be heard, and what to do when it can't.
 *
 * The socket alone does not tell: on a phone that changed networks it can stay open and silent, and
 * a server that has ended a kernel leaves it so. A small request, the pulse, asks both questions:
 * is the server there, and does the kernel live?
 */

const EVERY = 2500; // milliseconds between two pulses
const PATIENCE = 2000; // milliseconds a pulse may take: a loss is said within five seconds

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
    socket.onstate = () => this.judge(true);
    socket.listeners.add(({ header, content }) => {
      const state = header.msg_type === "status" && content.execution_state;
      if (state === "restarting" || state === "dead") this.replace();
    });
    this.wake = () => !document.hidden && this.check();
    for (const event of ["online", "pageshow", "focus"]) addEventListener(event, this.wake);
    addEventListener("offline", this.wake);
    document.addEventListener("visibilitychange", this.wake);
    this.timer = setInterval(this.wake, EVERY);
  }

  /** Asks the server, unless it is being asked. */
  async check() {
    if (this.asking || this.ended) return;
    this.asking = true;
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

  judge(reached) {
    if (this.ended) return;
    if (reached && this.socket.isOpen) this.say("open");
    else if (this.state !== "opening" || !reached) this.say("lost");
    if (reached && !this.socket.isOpen && this.reached) this.socket.reopen();
    if (!reached && this.socket.isOpen) this.deaf = true;
    else if (reached && this.deaf) {
      this.deaf = false;
      this.socket.reopen(); // it may have been cut without a word
    }
    this.reached = reached;
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
    document.removeEventListener("visibilitychange", this.wake);
    this.socket.close();
  }
}
