// The presenter's cockpit: how the class stands, and every button there is. game/classroom/stand.py says what it shows.

import { FORMS, marked } from "./forms.js";
import { Clock, Line, allow, allowed, bars, fill, find, make, minutes, picture, say } from "./shared.js";

const SILENCE = 10000; // ms; the class tells how it stands every second, a large one more slowly

/** Codes of a line that is closed for good. */
const LAST = {
  1001: "The class is over.",
  4403: "This is not the link of this class’s cockpit. Type seven-weeks cockpit on the laptop to see it.",
};

/** The secret comes after #, which no server and no log ever sees; it is kept for this tab, and leaves the address. */
function secret() {
  const given = location.hash.slice(1);
  history.replaceState(null, "", location.pathname);
  addEventListener("hashchange", () => location.reload());
  try {
    if (given) sessionStorage.setItem("seven-weeks-secret", given);
    return given || sessionStorage.getItem("seven-weeks-secret") || "";
  } catch {
    return given;
  }
}

const known = secret();
const clock = new Clock();
let stand = null;
let lastWord = ""; // what is told when the class is over

const line = new Line("/cockpit/ws", {
  silence: SILENCE,
  greet: () => line.say({ do: "open", secret: known }),
  hear(message) {
    if (message.is === "no") return say(find("told"), message.why);
    if (message.is === "over") return void (lastWord = message.told);
    say(find("line"), "");
    clock.set(message.at);
    show(message.stand);
  },
  lost(code) {
    if (code === 1001) {
      for (const gone of ["hand", "buttons", "room", "own"]) find(gone).hidden = true;
      scrollTo(0, 0); // that is where it is said
    }
    say(find("line"), [LAST[code] || "Connecting…", code === 1001 ? lastWord : ""].join(" ").trim());
    return code in LAST;
  },
});

// the buttons

const timer = (seconds) => () => ({ do: "timer", seconds });
const seen =
  (word) =>
  ({ number }) => ({ do: word, saw: number });
const voting = ({ step }) => step === "first" || step === "second";
const crewed = (at) => at.crew && !voting(at);
const running = ({ until, left }) => Boolean(until || left);

/** Every button: its keys, the same as at the front, what it says where that changes, when it can be pressed, and
 * what it sends. */
const BUTTONS = {
  next: {
    keys: ["Enter", " ", "ArrowRight", "PageDown"],
    text: (at) => at.button,
    press: ({ number, button }) => ({ do: "next", saw: number, does: button }),
    does: "the big button",
  },
  back: { keys: ["Backspace", "ArrowLeft", "PageUp"], press: seen("back"), does: "back" },
  show: {
    keys: ["r"],
    can: (at) => ["first", "talk", "second"].includes(at.step),
    press: seen("show"),
    does: "reveal now what was said",
  },
  ask: { keys: ["v"], can: (at) => at.step === "shown", press: seen("ask"), does: "ask again" },
  crew: { keys: ["m"], can: crewed, press: seen("crew"), does: "at a tower: the crew’s next move" },
  one: { keys: ["c"], press: (at) => timer(running(at) ? 0 : 60)(), does: "a countdown of a minute, or its end" },
  two: { press: timer(120) },
  three: { press: timer(180) },
  pause: {
    keys: ["p"],
    text: (at) => (at.left ? "Go on" : "Pause"),
    can: running,
    press: () => ({ do: "pause" }),
    does: "hold the countdown, or let it go on",
  },
  stop: { can: running, press: timer(0) },
  blank: {
    keys: ["b", "."],
    text: (at) => (at.blank ? "Light it again" : "Darken the front"),
    press: (at) => ({ do: "blank", blank: !at.blank }),
    does: "darken the front, or light it",
  },
  lock: {
    keys: ["l"],
    text: (at) => (at.locked ? "Open the door" : "Lock the door"),
    press: (at) => ({ do: "lock", locked: !at.locked }),
    does: "lock the door, or open it",
  },
};

function press(name) {
  const button = BUTTONS[name];
  if (!stand || !allowed(find(name))) return;
  tell(button.press(stand));
}

/** Whether the presenter can answer for the room: while no vote is open, and the front has told everything. */
const answerable = ({ step, first }) => !first && ["ready", "shown"].includes(step);

/** What a digit answers for the room, as at the front: game/classroom/digits.py. */
function answerUnder(form, digit) {
  if (!form || !(digit >= 1)) return undefined;
  if (form.form === "scale") return digit <= 5 ? digit : undefined;
  const choice = ["pick", "guess"].includes(form.form) && (form.choices || [])[digit - 1];
  if (!choice || choice.struck) return undefined;
  return form.form === "guess" ? { guess: choice.id } : choice.id;
}

/** Answer for the room. */
function take(answer) {
  if (answerable(stand)) tell({ do: "take", saw: stand.number, answer });
}

/** Send a press; a press without a line is said to be one, and is not kept: the class has gone on by then. */
function tell(words) {
  say(find("told"), line.say(words) ? "" : "Not sent: the class cannot be reached.");
}

find("end").addEventListener("click", () => {
  const sure = confirm("End this class? What the room has said is written down, counted, on the laptop.");
  if (stand && sure) tell({ do: "end" });
});

for (const name of Object.keys(BUTTONS)) find(name).addEventListener("click", () => press(name));

let own = null; // the form in which the presenter answers for the room

find("take").addEventListener("submit", (event) => {
  event.preventDefault();
  if (!own || !allowed(find("give"))) return;
  const { vote, missing = "" } = own.read();
  say(find("missing"), missing);
  if (missing) return;
  take(vote);
  if (!stand.crew) find("own").open = false;
});

for (const each of ["input", "changed"]) find("take").addEventListener(each, () => marked(find("take")));

find("go").addEventListener("submit", (event) => {
  event.preventDefault();
  if (find("days").value) tell({ do: "go", day: Number(find("days").value) });
});

addEventListener("keydown", (event) => {
  const busy =
    event.repeat || event.ctrlKey || event.altKey || event.metaKey || event.target.closest("select, input");
  if (busy || !find("keys").checked) return;
  const held = [" ", "Enter"].includes(event.key) && event.target.closest("button, summary, a");
  const name = Object.keys(BUTTONS).find((each) => BUTTONS[each].keys?.includes(event.key));
  const answer = stand && answerUnder(stand.form, Number(event.key));
  if (held || (!name && answer === undefined)) return;
  event.preventDefault();
  if (name) press(name);
  else take(answer);
});

fill(
  find("shortcuts"),
  ...Object.values(BUTTONS)
    .filter(({ keys }) => keys)
    .map(({ keys, does }) => make("li", {}, make("kbd", {}, keys[0]), ` ${does}`)),
  make("li", {}, make("kbd", {}, "1 to 9"), " that line for the room, without a vote"),
);

// how the class stands

const drawn = new Map();

/** Draw a part of the page anew only when what it shows has changed: nothing moves under a hand. */
function part(name, data, draw) {
  const text = JSON.stringify(data);
  if (drawn.get(name) === text) return;
  drawn.set(name, text);
  fill(find(name), ...draw(data));
}

/** What is going on, as far as it stands at the top of the page. */
const asks = ({ heading, question, step }) => [heading, question, step].join(" ");

function show(next) {
  if (stand && next.number !== stand.number) say(find("told"), "");
  if (stand && asks(next) !== asks(stand)) scrollTo(0, 0);
  stand = next;
  document.querySelector("main").hidden = false;
  for (const [name, { text, can }] of Object.entries(BUTTONS)) {
    if (text) say(find(name), text(next));
    if (can) allow(find(name), can(next));
  }
  find("crew").hidden = !crewed(next);
  story(next);
  notes(next);
  answering(next);
  people(next);
  time(next);
}

function story(at) {
  const open = voting(at);
  const cast = at.results.filter(({ votes }) => votes);
  const rounds = open ? [...cast, { bars: at.tally }] : cast;
  const names = rounds.length > 1 ? ["First", "Second", "Third", "Fourth"] : [];
  say(find("heading"), at.heading);
  find("lines").hidden = !["", "ready"].includes(at.step);
  part("lines", at.lines, (lines) =>
    lines.map(({ mark, text }) =>
      make("li", {}, make("span", { class: "mark", "aria-hidden": "true" }, mark), make("span", {}, text)),
    ),
  );
  say(find("question"), at.question);
  say(find("count"), at.results.length && !rounds.length ? "Nobody has voted." : counted(at, open));
  part("bars", rounds, () => bars(rounds, names));
  find("comes-to").hidden = !at.comes_to;
  part("comes-to", at.comes_to, (text) => ["The room says ", make("b", {}, text)]);
  say(find("next-scene"), at.next_scene && `Next scene: ${at.next_scene}`);
}

function counted({ answered, present, second }, open) {
  if (open) return `${answered} of ${present} have answered${second ? ", for the second time" : ""}.`;
  return present === 1 ? "One phone is here." : `${present} phones are here.`;
}

function notes({ teaches, note, slips, prompt }) {
  const all = [
    ["It teaches", [teaches]],
    ["Say", [note]],
    ["Likely slips", slips],
    ["To talk about", [prompt]],
  ];
  const said = all.map(([title, texts]) => [title, texts.filter(Boolean)]).filter(([, texts]) => texts.length);
  find("notes").hidden = !said.length;
  part("noted", said, () =>
    said.flatMap(([title, texts]) => [make("dt", {}, title), ...texts.map((text) => make("dd", {}, text))]),
  );
}

/** The form on which every phone would answer, for the presenter. It keeps what is on it until it is another one. */
function answering({ form, step, first }) {
  find("own").hidden = !form || !["ready", "shown"].includes(step);
  allow(find("give"), !first);
  part("answers", form, () => {
    say(find("missing"), "");
    const title = form && make("span", { class: "unseen" }, form.text);
    own = form && FORMS[form.form](form, undefined, (words) => say(find("missing"), words), title);
    return own ? own.parts : [];
  });
}

function people({ code, pictures, locked, present, seats, days, day }) {
  say(find("room-title"), locked ? "The door is locked" : "The door");
  say(find("code"), code);
  part("pictures", pictures, () =>
    pictures.map((name) => make("span", {}, picture(name), make("span", {}, name))),
  );
  const last = present > seats.length ? `, of ${present} the last who came` : "";
  say(find("seated"), seats.length === 1 ? "One seat" : `${seats.length} seats${last}`);
  part("seats", seats, () => seats.map(seat));
  const option = (each) =>
    make("option", { value: each.day, selected: each.day === day }, `Day ${each.day}: ${each.title}`);
  const group = (label, all) => (all.length ? [make("optgroup", { label }, ...all.map(option))] : []);
  find("go").hidden = !days.length;
  part("days", [days, day], () => [
    ...group(
      "Played: begins anew from there",
      days.filter(({ played }) => played),
    ),
    ...group(
      "Ahead: the way there is left to chance",
      days.filter(({ played }) => !played),
    ),
  ]);
}

function seat({ id, name }) {
  const leave = () => confirm(`Take the seat of ${name} away for good?`) && tell({ do: "remove", seat: id });
  return make(
    "li",
    {},
    make("span", {}, name),
    make("button", { type: "button", "aria-label": `Remove ${name}`, click: leave }, "Remove"),
  );
}

const ON_PLAN = 60; // seconds

function time({ elapsed, waits, ahead, remains, rest, to_go }) {
  find("elapsed").textContent = minutes(elapsed);
  const planned = elapsed + ahead !== 0;
  const late = waits ? false : remains ? rest > to_go : planned && ahead <= -ON_PLAN;
  const off = `${Math.floor(Math.abs(ahead) / 60)} min`;
  const word = Math.abs(ahead) < ON_PLAN ? "on time" : ahead > 0 ? `${off} ahead` : `${off} behind`;
  const left = Math.floor(to_go / 60);
  const remaining = rest ? `${Math.ceil(rest / 60)} min to play, ${left} left` : `${left} min left`;
  say(find("ahead"), waits ? "not begun" : remains ? remaining : planned ? word : "");
  find("ahead").className = late ? "behind" : "";
}

setInterval(() => {
  if (!stand) return;
  const left = stand.left || (stand.until ? clock.left(stand.until) : 0);
  say(find("timer"), running(stand) ? (left ? minutes(left) + (stand.left ? ", held" : "") : "is up") : "");
}, 250);
