// The end of a class on a phone: what it has built, what to ask at home, where to play alone.

import { drawing, make, wherever } from "./shared.js";

const PLAN = [".......", ".......", "..#....", "#+#.##.", "##+#.#x", "+#x####", "#x##+#x"];
const TOP = "M0 0h.6v.3h-.6z";
const LOW = "M0 .36h.6v.3h-.6z";

/** A window as two panes, each a part of the drawing by its sign; game/classroom/closing.py says what the signs mean. */
const PANES = {
  lit: { "#": [TOP, LOW], "*": [TOP] },
  unlit: { "+": [TOP, LOW] },
  corner: { x: [TOP, LOW], "*": [LOW] },
  empty: { ".": [TOP, LOW] },
};

/** A tower. Without a plan it is there to be looked at, and means nothing. */
export function tower(plan = PLAN) {
  const part = (signs) =>
    Object.entries(signs)
      .flatMap(([sign, panes]) => panes.map((pane) => wherever(sign, plan, (x, y) => at(pane, x, y))))
      .join("");
  const windows = Object.entries(PANES).map(([name, signs]) => [name, part(signs)]);
  return drawing("tower", 8, 9, { wall: "M.05 9V1.3H7.95V9M2.5 1.3V0", ...Object.fromEntries(windows) });
}

const at = (pane, x, y) =>
  pane.replace(/^M(\S+) (\.?\d+)/, (_, left, top) => `M${x + 0.7 + Number(left)} ${y + 1.75 + Number(top)}`);

/** What everybody takes home. */
export function closing({ title, text, tower: plan, figures, ask = "" }) {
  return [
    make("h2", {}, title),
    ...(text ? [make("p", {}, text)] : []),
    tower(plan),
    make("p", { class: "quiet" }, "Your class’s tower: a floor a week, a window a day."),
    make("ul", { class: "figures", role: "list" }, ...figures.map((figure) => make("li", {}, figure))),
    ...(ask ? [make("p", { class: "room" }, make("b", {}, "Ask at home: "), ask)] : []),
    make(
      "p",
      {},
      "To play it alone, with the whole story: on a computer, in a terminal, type ",
      make("kbd", {}, "seven-weeks"),
      ". Whoever led the class knows where to get it.",
    ),
  ];
}

const HOURS = 6 * 3600 * 1000; // ms for which a page that is loaded again shows the class that is over

/** The closing of the class that was over last, unless this page was opened with the code of another one. */
export const kept = {
  name: "seven-weeks-over",
  get() {
    try {
      const last = JSON.parse(localStorage.getItem(this.name));
      return last && last.at > Date.now() - HOURS && last.code === location.hash ? last.closing : null;
    } catch {
      return null;
    }
  },
  set(closing) {
    try {
      if (closing) {
        const last = { closing, code: location.hash, at: Date.now() };
        localStorage.setItem(this.name, JSON.stringify(last));
      } else localStorage.removeItem(this.name);
    } catch {
      // then a page that is loaded again does not know it
    }
  },
};
