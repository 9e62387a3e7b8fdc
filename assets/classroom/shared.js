// What a phone and a cockpit have in common: making elements, the line to the class, its clock, pictures and bars.

import { PICTURES } from "./pictures.js";

export const find = (id) => document.getElementById(id);

/** An element. Whatever is said in it goes in as text, never as markup. */
export function make(tag, has = {}, ...inside) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(has)) {
    if (typeof value === "function") made.addEventListener(name, value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value !== undefined) made.setAttribute(name, value);
  }
  made.append(...inside.filter((each) => each !== ""));
  return made;
}

/** Put these in place of what an element holds. */
export function fill(element, ...inside) {
  element.textContent = "";
  element.append(...inside);
}

/** Say something where screen readers listen. Said again, it is heard again only when it changes. */
export function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** A button that cannot be used just now keeps the focus, and says that it cannot. */
export function allow(button, can) {
  button.setAttribute("aria-disabled", String(!can));
}

export const allowed = (button) => button.getAttribute("aria-disabled") !== "true";

const SOONEST = 300; // ms before the line is tried again
const SLOWEST = 3000;
const ANSWER = 5000; // ms in which the class answers
const LONGER = 2; // so many times this is doubled for whoever was not answered in time

/** The line to the class. Lost, it comes back by itself: soon at first, and never all phones at once. */
export class Line {
  /** `greet` is called on a new line, `hear` with every message, `lost` with the code of a line that is gone;
   * the line is not tried again when that returns true. `silence` is how many ms the class is never silent for. */
  constructor(path, { greet, hear, lost, silence }) {
    Object.assign(this, { path, greet, hear, lost, silence, tries: 0, over: false, socket: null, timer: 0 });
    addEventListener("online", () => this.open());
    addEventListener("offline", () => this.drop());
    addEventListener("pageshow", () => this.open());
    document.addEventListener("visibilitychange", () => document.hidden || this.open());
    this.open();
  }

  /** Open it now, unless it is open. */
  open() {
    if (this.over || this.socket) return;
    clearTimeout(this.timer);
    const socket = new WebSocket(`ws://${location.host}${this.path}`);
    this.socket = socket;
    this.told = false;
    this.within(this.patience());
    socket.onopen = () => socket === this.socket && (clearTimeout(this.timer), this.greet());
    socket.onmessage = ({ data }) => socket === this.socket && this.heard(JSON.parse(data));
    socket.onclose = ({ code }) => socket === this.socket && this.drop(code);
  }

  heard(message) {
    this.tries = 0;
    clearTimeout(this.timer);
    this.told = this.told || message.is === "board" || message.is === "stand";
    if (this.told) this.within(this.silence);
    this.hear(message);
  }

  /** Something has to be heard within so many ms, or the line is lost without having said so. */
  within(ms) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.drop(), ms);
  }

  /** How many ms an answer may take. When a whole hall comes back at once that is longer for some, and whoever
   * hangs up and tries again only makes it longer. */
  patience() {
    return ANSWER * 2 ** Math.min(this.tries, LONGER);
  }

  /** The line is gone. */
  drop(code) {
    const { socket } = this;
    if (!socket || this.over) return;
    this.socket = null;
    socket.close();
    clearTimeout(this.timer);
    if (this.lost(code)) return this.end();
    const wait = SOONEST + Math.random() * Math.min(SLOWEST - SOONEST, SOONEST * 2 ** this.tries++);
    this.timer = setTimeout(() => this.open(), wait);
  }

  /** Say something; false when there is no line. It will be answered. */
  say(words) {
    if (!this.socket || this.socket.readyState !== WebSocket.OPEN) return false;
    this.socket.send(JSON.stringify(words));
    this.within(this.patience());
    return true;
  }

  /** There is nothing more to hear. */
  end() {
    this.over = true;
    clearTimeout(this.timer);
    if (this.socket) this.socket.close();
  }
}

/** The class's clock, in seconds. One's own may be wrong: of that, only the time since a message counts. */
export class Clock {
  constructor() {
    this.behind = 0;
  }

  set(at) {
    this.behind = at - Date.now() / 1000;
  }

  left(until) {
    return Math.max(0, until - Date.now() / 1000 - this.behind);
  }
}

/** Seconds as a clock shows them. */
export function minutes(seconds) {
  const whole = Math.ceil(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

const SVG = "http://www.w3.org/2000/svg";

/** A drawing for the eye alone: its size, and what to draw under the classes of its parts. */
export function drawing(name, wide, high, parts) {
  const drawn = document.createElementNS(SVG, "svg");
  drawn.setAttribute("viewBox", `0 0 ${wide} ${high}`);
  drawn.setAttribute("aria-hidden", "true");
  drawn.setAttribute("class", name);
  for (const [part, line] of Object.entries(parts)) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("class", part);
    path.setAttribute("d", line);
    drawn.append(path);
  }
  return drawn;
}

/** What `shape` draws at every place of a plan that has this sign. */
export const wherever = (sign, plan, shape) =>
  plan.map((row, y) => [...row].map((each, x) => (each === sign ? shape(x, y) : "")).join("")).join("");

/** A picture at the door. */
export const picture = (name) =>
  drawing("picture", 8, 8, { block: wherever("#", PICTURES[name], (x, y) => `M${x} ${y}h1v1h-1z`) });

export { PICTURES };

/**
 * Rounds of votes as bars, a row for each thing, the last round's order. A bar is as long as its share of its round,
 * as at the front, and has its number beside it.
 */
export function bars(rounds, names) {
  const shown = rounds.map((round, at) => ({ ...round, name: names[at] })).filter((round) => round.bars.length);
  if (!shown.length) return [];
  const row = ({ text }) =>
    make(
      "li",
      {},
      make("span", { class: "what" }, text),
      ...shown.map((round, at) => bar(round, text, at < shown.length - 1)),
    );
  return [make("ul", { class: "bars", role: "list" }, ...shown[shown.length - 1].bars.map(row))];
}

function bar(round, text, earlier) {
  const { count } = round.bars.find((each) => each.text === text) || { count: 0 };
  const whole = Math.max(1, round.bars.reduce((sum, each) => sum + each.count, 0));
  const drawn = make("span", { class: "fill" });
  drawn.style.width = `${(100 * count) / whole}%`;
  const name = round.name ? make("span", { class: "round" }, round.name) : "";
  return make(
    "span",
    { class: earlier ? "bar earlier" : "bar" },
    name,
    make("span", { class: "track" }, drawn),
    make("b", {}, `${count}`),
  );
}
