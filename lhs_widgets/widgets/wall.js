/** The projector: the step, its question, how many are here and done, and what was shown. */

import { clock } from "./clock.js";
import { fill, h } from "./elements.js";
import { promiseList } from "./promise_list.js";
import { rehearsalMark } from "./rehearsal_mark.js";
import { ideaWords, themeTitle } from "./stages/ideas.js";
import { ofTables, readOutcome } from "./stages/outcome.js";
import { results } from "./stages/results.js";
import { tallyView } from "./stages/tally.js";

/** The themes with their ideas, once there are some; the answers one by one before that. */
function cards({ answers, board: { options = [] } }, strings) {
  if (!options.some((option) => option.is_theme)) return answers.map((idea) => h("li", {}, ideaWords(idea)));
  return options.map((option) =>
    option.is_theme
      ? h(
          "li",
          { class: "theme" },
          themeTitle(option, strings),
          h("ul", {}, option.ideas.map((idea) => h("li", {}, ideaWords(idea)))),
        )
      : h("li", {}, ideaWords(option.ideas[0])),
  );
}

/** What is proposed or agreed, while the group is at it. */
function proposal({ stage, outcome, of_tables: written }, strings) {
  if (!["discuss", "sense-check", "agree"].includes(stage?.kind)) return [];
  const ours = outcome.text ? readOutcome(outcome, strings, "h2") : ofTables(written, strings, "h2");
  return ours ? [ours] : [];
}

/** Words of the wall's languages, each in its own, made into elements; what is the same, once. */
function spoken({ languages }, words, tag, attributes = {}) {
  const one = (each, i) => words.indexOf(each) === i && h(tag, { ...attributes, lang: languages[i], dir: "auto" }, each);
  return words.map(one).filter(Boolean);
}

/** The same on one line. */
function onOneLine(live, words, name, more = {}) {
  const parts = spoken(live, words, "span").flatMap((part) => [" / ", part]);
  return words.length > 0 && h("p", { class: name, ...more }, parts.slice(1));
}

/** What everyone does now, if it is not what the question asks: the break, the tables. */
function doing(live) {
  return spoken(live, live.break.length ? live.break : live.tables, "p", { class: live.break.length ? "doing paused" : "doing" });
}

/** What was shown and made of it; nothing to read in a break. */
function made(live, strings) {
  if (live.break.length) return [];
  const { board, promises, promises_are: headings } = live;
  return [promiseList(promises, strings, { headings, level: "h2" }), h("div", { class: "made" }, proposal(board, strings), shown(live, strings))].filter(Boolean);
}

function shown(live, strings) {
  const { board } = live;
  if (board.results) return results({ board, strings, heading: "h2" });
  if (board.tally) return tallyView({ board, strings, heading: "h2" });
  return h("ul", { class: "said" }, cards(live, strings));
}

function render({ model, el }) {
  const root = h("div", { class: "lhs wall" });
  const draw = () => {
    const live = model.get("live");
    root.replaceChildren(
      ...rehearsalMark(live.rehearsal, live.languages),
      h(
        "header",
        { class: "row" },
        h("div", {}, h("p", { class: "eyebrow" }, live.title), onOneLine(live, live.phase, "phase-name", { "data-phase": live.phase_id }), onOneLine(live, live.stage, `now ${live.board.stage?.kind}`)),
        h(
          "div",
          { class: "invite" },
          h("div", {}, onOneLine(live, live.join_at, "join"), h("p", { class: "url" }, live.address), h("p", { class: "code" }, live.code)),
          h("img", { src: live.qr, alt: fill(live.qr_alt, { url: live.join_url }) }),
        ),
      ),
      h("h1", { class: "question", lang: live.asked_in[0], dir: "auto" }, live.questions[0]),
      ...spoken({ languages: live.asked_in }, live.questions, "p", { class: "other-language" }).slice(1),
      ...doing(live),
      ...made(live, model.get("strings")),
      h("p", { class: "more", hidden: true }),
      h(
        "div",
        { class: "bottom-line" },
        h("div", { class: "counts", role: "status" }, spoken(live, live.counts, "p")),
        live.support.length > 0 && h("div", { class: "support" }, live.support.map(({ language, how, text }) => h("p", { lang: language }, how, " ", h("strong", { dir: "auto" }, text)))),
        live.timer && clock(live.timer, model.get("strings")),
      ),
    );
  };
  /** All that may be left out, what matters least last: themes and results outlive single ideas. */
  const parts = () => [...root.querySelectorAll(".said > .theme, .bars > li"), ...root.querySelectorAll(".reasons li, .said .theme li, .said > :not(.theme)")];
  /** The wall does not scroll: what does not fit is counted, and stands on everyone's phone. */
  const fit = () => {
    const cards = parts();
    const more = root.querySelector(".more");
    const details = [...root.querySelectorAll(".bars .by")];
    const isProjector = innerWidth >= 900; // on a small screen the page scrolls instead
    const tooLow = () => isProjector && document.documentElement.scrollHeight > innerHeight + 2;
    for (const part of [...cards, ...details]) part.hidden = false;
    more.hidden = true;
    const isTight = tooLow();
    for (const detail of details) detail.hidden = isTight; // which groups: before anyone's words
    for (let hidden = 1; tooLow() && hidden < cards.length; hidden += 1) {
      cards[cards.length - hidden].hidden = true;
      more.textContent = fill(model.get("live").more, { n: hidden }); // it needs room too
      more.hidden = false;
    }
  };
  const show = () => {
    const { answers, board, promises, break: pause } = model.get("live");
    const shows = answers.length > 0 || Boolean(board.results || promises.list);
    root.classList.toggle("shows", shows && !pause.length);
    draw();
    requestAnimationFrame(fit);
  };
  model.on("change:live", show);
  addEventListener("resize", fit);
  // While it is said that the connection was lost, there is less room.
  const banner = document.getElementById("connection");
  if (banner) new ResizeObserver(fit).observe(banner);
  el.append(root);
  show();
  document.getElementById("opening")?.remove();
}

export default { render };
