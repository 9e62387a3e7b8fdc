// A pupil's phone: the door, then whatever the board says. What it says to the class is in game/classroom/phones.py.

import { closing, kept, tower } from "./closing.js";
import { doorway, token } from "./door.js";
import { FORMS, marked, spoken } from "./forms.js";
import { Clock, Line, allow, allowed, bars, drawing, fill, find, make, minutes, say, wherever } from "./shared.js";

const SILENCE = 35000; // ms; the class tells its board every fifteen seconds

const news = (text) => say(find("news"), text);
const main = find("main");

const clock = new Clock();
let seated = false; // whether this line has its seat
let board = null; // the last one heard
let scene = ""; // what is on the page: one phase of one round
let knock = null; // said at the door, and not answered yet
let cast = null; // a vote that is not counted yet
let said = null; // the last vote that was, and the form it was for
let refresh = () => {}; // tells the form that a vote was counted or refused

const line = new Line("/ws", {
  silence: SILENCE,
  greet() {
    seated = false;
    connected(true);
    const seat = token.get();
    if (seat) line.say({ do: "return", token: seat });
    else if (kept.get()) over(kept.get());
    else door();
    if (knock) line.say(knock);
  },
  hear(message) {
    if (message.is in HEARD) HEARD[message.is](message);
  },
  lost() {
    if (scene !== "over") connected(false);
  },
});

const HEARD = {
  seat(message) {
    knock = null;
    seated = true;
    token.set(message.token);
    find("name").textContent = message.name;
    find("name").hidden = false;
    if (cast) line.say(cast);
  },
  board(message) {
    clock.set(message.at);
    show(message.board);
  },
  counted({ round, vote }) {
    said = { round, vote, form: board && board.round === round ? same(board.form) : "" };
    cast = null;
    refresh("");
  },
  no({ why }) {
    if (seated) {
      cast = null;
      refresh(why);
    } else {
      if (!knock) token.set(""); // a seat of another class
      knock = null;
      door();
      tell(why);
    }
  },
  away({ why }) {
    say(find("line"), why);
  },
  out({ why }) {
    line.end();
    board = null;
    page(
      "out",
      why,
      make("button", { class: "big", type: "button", click: () => location.reload() }, "Load again"),
    );
    news(why);
  },
};

/** Plain data as text, to be compared. */
const same = (data) => JSON.stringify(data);

// the line

const GONE = "The class cannot be reached. If it is over, you can close this page.";
const GONE_AFTER = 30000; // ms

let patience = 0;

/** A line that comes back at once is not worth a word; one that does not may never. */
function connected(there) {
  if (there) {
    clearTimeout(patience);
    patience = 0;
    say(find("line"), "");
  } else if (!patience) {
    patience = setTimeout(() => {
      say(find("line"), "Connecting…");
      patience = setTimeout(() => say(find("line"), GONE), GONE_AFTER);
    }, 400);
  }
}

connected(false);

// what is on the page

/** Put something else on the page. The focus goes to its heading: whatever had it is gone. */
function page(phase, heading, ...rest) {
  document.body.dataset.phase = phase;
  refresh = () => {};
  fill(main, ...(typeof heading === "string" ? [make("h1", { tabindex: -1 }, heading)] : []), ...rest);
  const first = main.querySelector("h1");
  if (first) first.focus({ preventScroll: true });
  scrollTo(0, 0);
}

/** Say what came of something, in the place for it on the page. */
function tell(text) {
  const place = find("told");
  if (place) say(place, text);
}

const told = () => make("p", { id: "told", role: "status" });

function show(next) {
  board = next;
  const phase = next.phase || (next.closing ? "end" : "wait");
  if (said && said.round === next.round) said.form = same(next.form);
  if (phase !== "vote" && cast) cast = null;
  say(find("title"), next.title || "");
  const now = [phase, next.round, next.second, next.again].join(" ");
  if (now !== scene) {
    scene = now;
    PHASES[phase](next);
    news(phase === "vote" && next.second ? "The second vote." : NEWS[phase]);
  }
  tick();
}

const NEWS = {
  wait: "Look at the front.",
  vote: "A question for you.",
  talk: "Talk about it.",
  shown: "This is what the room says.",
  end: "The story is over.",
  over: "The class is over.",
};

const PHASES = {
  wait() {
    page(
      "wait",
      "Look at the front",
      make("p", { class: "quiet" }, "This page wakes up when something is asked."),
      tower(),
    );
  },
  talk({ form, prompt }) {
    page("talk", prompt || "Talk about it with your neighbours.", ...mine(form), tower());
  },
  shown({ form, results: all }) {
    const results = all.filter(({ votes }) => votes);
    const names = rounds(results);
    const answers = results.map(({ answer }) => answer).filter(Boolean);
    const few = results.flatMap(({ votes, bars: broken }, at) =>
      broken.length
        ? []
        : [`${names[at] ? `${names[at]} vote: ` : ""}${counted(votes)}, too few to break down.`],
    );
    const drawn = bars(results, names);
    const counts = form.form === "order" && drawn.length ? ["Counted is who put it just there."] : [];
    page(
      "shown",
      form.text,
      ...drawn,
      ...[...counts, ...few].map((text) => make("p", { class: "quiet" }, text)),
      make(
        "p",
        { class: "room" },
        ...(answers.length
          ? ["The room says ", make("b", {}, answers[answers.length - 1])]
          : ["Nobody has voted."]),
      ),
      ...mine(form),
    );
  },
  end({ closing: end }) {
    page("over", "That was it", ...closing(end));
  },
  over({ closing: end }) {
    line.end();
    token.set("");
    kept.set(end);
    over(end);
  },
  vote,
};

const counted = (votes) => (votes === 1 ? "1 vote" : `${votes} votes`);
const rounds = (results) => (results.length > 1 ? ["First", "Second", "Third", "Fourth"] : []);

/** What this phone has said to a form, in words. */
function mine(form) {
  if (!said || said.form !== same(form)) return [];
  return [make("p", { class: "mine" }, "You said ", make("b", {}, spoken(form, said.vote)))];
}

/** The class is over: what it has built, and a way into another one. */
function over(end) {
  scene = "over";
  const another = () => {
    kept.set(null);
    history.replaceState(null, "", location.pathname); // with the code of the one that is over
    location.reload();
  };
  page(
    "over",
    "That was it",
    make("p", {}, "The class is over, and nothing of you is kept."),
    ...closing(end),
    make("button", { type: "button", click: another }, "Come into another class"),
  );
}

// a vote

function vote({ form, round, second, again }) {
  const earlier = said && said.form === same(form) ? said.vote : undefined;
  const counted = () => Boolean(said && said.round === round);
  const send = make("button", { class: "big", type: "submit" });
  const title = make("h1", { tabindex: -1, id: "question" }, form.text);
  const asked = FORMS[form.form](form, earlier, (words) => news(words), title);

  function now(text) {
    const vote = asked.read();
    const kept = counted() && same(vote.vote) === same(said.vote);
    marked(element);
    send.textContent = !counted() ? "Send" : kept ? "Sent" : "Send the change";
    allow(send, !kept);
    tell(text !== undefined ? text : cast ? "" : kept ? "Counted. You can change it until voting closes." : "");
  }

  const element = make(
    "form",
    {
      novalidate: true,
      input: () => now(),
      changed: () => now(),
      submit(event) {
        event.preventDefault();
        const { vote, missing } = asked.read();
        if (missing) return tell(missing);
        if (!allowed(send) || (cast && same(cast.vote) === same(vote))) return;
        cast = { do: "vote", round, vote };
        tell(line.say(cast) ? "Sending…" : "It is sent as soon as the class can be reached.");
      },
    },
    ...asked.parts,
    make("div", { class: "send" }, told(), send),
  );
  const notes = [second && "Second vote", again && "The last votes were lost. Please answer again."].filter(
    Boolean,
  );
  page("vote", null, ...notes.map((text) => make("p", { class: "note" }, text)), element);
  refresh = (why) => now(why || undefined);
  now();
  if (earlier !== undefined && !counted()) {
    tell("Your earlier answer is filled in. Keep it or change it, then send.");
  }
}

// the door

function door() {
  if (scene === "door") return;
  scene = "door";
  const enter = (said) => {
    knock = { do: "enter", ...said };
    tell(line.say(knock) ? "" : "The door opens as soon as the class can be reached.");
  };
  page("door", "Come in", doorway({ enter, tell, news }, told()));
}

// the timer

function tick() {
  const until = board && board.until;
  const left = until ? clock.left(until) : 0;
  find("timer").hidden = !until;
  say(find("timer"), left ? minutes(left) : until ? "Time is up" : "");
}

setInterval(tick, 250);
