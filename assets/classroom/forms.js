// The forms a question can have on a phone; game/classroom/forms tells what they mean and what a vote for each is.
//
// Each makes the parts of a form from what is asked, what was said to it before, a way to speak to a screen reader,
// and the title over it; and tells what is said now: `read()` gives a `vote`, or what is `missing` before it is one.
// Where things are shared out or put in order the title is #question.

import { allow, allowed, fill, make } from "./shared.js";

const SURE = ["a coin toss", "certain"];
const written = (number) => number.toLocaleString("en");

/** One line of a list to pick from. */
function choice(group, { id, text, struck }, checked) {
  const box = make("input", {
    type: "radio",
    name: group,
    value: id,
    checked: checked && !struck,
    disabled: Boolean(struck),
  });
  const words = struck ? [make("s", {}, text), make("span", { class: "why" }, ` ${struck}`)] : [text];
  return make("label", { class: struck ? "choice struck" : "choice" }, box, make("span", {}, ...words));
}

function list(group, legend, choices, chosen) {
  return make(
    "fieldset",
    { class: "list" },
    make("legend", {}, legend),
    ...choices.map((each) => choice(group, each, each.id === chosen)),
  );
}

/** Five steps between two words. */
function steps(group, legend, [low, high], chosen) {
  const ends = { 1: `, ${low}`, 5: `, ${high}` };
  const step = (at) =>
    make(
      "label",
      { class: "step" },
      make("input", { type: "radio", name: group, value: at, checked: at === chosen }),
      make("span", {}, `${at}`),
      make("span", { class: "unseen" }, ends[at] || ""),
    );
  return make(
    "fieldset",
    { class: "steps" },
    make("legend", {}, legend),
    make("div", { class: "five" }, ...[1, 2, 3, 4, 5].map(step)),
    make("div", { class: "ends", "aria-hidden": "true" }, make("span", {}, low), make("span", {}, high)),
  );
}

const picked = (field, group) => {
  const box = field.querySelector(`input[name=${group}]:checked`);
  return box ? box.value : null;
};

const button = (text, name, click) =>
  make("button", { type: "button", class: "nudge", "aria-label": name, click }, text);

/** Let the form know that something else is said now. */
const changed = (element) => element.dispatchEvent(new Event("changed", { bubbles: true }));

function pick(form, said, _, title) {
  const field = list("pick", title, form.choices, said);
  return {
    parts: [field],
    read() {
      const vote = picked(field, "pick");
      return vote === null ? { missing: "Pick one first." } : { vote };
    },
  };
}

function guess(form, said = {}, _, title) {
  const what = (form.choices ? guessed : number)(form, said.guess, title);
  const sure = steps("sure", "How sure are you?", SURE, said.sure);
  return {
    parts: [...what.parts, sure],
    read() {
      const guess = what.read();
      if (guess === null) return { missing: what.missing };
      const step = picked(sure, "sure");
      return step === null
        ? { missing: "Say how sure you are, from 1 to 5." }
        : { vote: { guess, sure: Number(step) } };
    },
  };
}

function guessed(form, said, title) {
  const field = list("guess", title, form.choices, said);
  return { parts: [field], missing: "Pick one first.", read: () => picked(field, "guess") };
}

function number({ lowest = 0, highest = 0, unit = "" }, said, title) {
  const range = { min: lowest, max: highest, step: 1 };
  const typed = make("input", {
    type: "number",
    id: "guess",
    inputmode: "numeric",
    ...range,
    value: said,
    autocomplete: "off",
    "aria-describedby": "unit",
  });
  const slid = make("input", {
    type: "range",
    ...range,
    value: said === undefined ? Math.round((lowest + highest) / 2) : said,
    "aria-label": "Your guess, to slide",
  });
  const set = (value) => {
    typed.value = slid.value = Math.min(highest, Math.max(lowest, value));
    changed(typed);
  };
  slid.addEventListener("input", () => (typed.value = slid.value));
  typed.addEventListener("input", () => typed.value === "" || (slid.value = typed.value));
  const by = (step) => () => set(typed.value === "" ? Number(slid.value) : Number(typed.value) + step);
  return {
    parts: [
      title,
      make(
        "div",
        { class: "number" },
        make("label", { for: "guess" }, "Your guess"),
        make(
          "div",
          { class: "row" },
          button("−", "One less", by(-1)),
          typed,
          button("+", "One more", by(1)),
          make("span", { id: "unit" }, unit),
        ),
        slid,
        make("div", { class: "ends" }, make("span", {}, written(lowest)), make("span", {}, written(highest))),
      ),
    ],
    missing: `Guess a whole number from ${written(lowest)} to ${written(highest)}.`,
    read() {
      const value = Number(typed.value);
      return typed.value !== "" && Number.isInteger(value) && value >= lowest && value <= highest ? value : null;
    },
  };
}

function share({ total, unit, places }, said = {}, speak, title) {
  const given = Object.fromEntries(
    places.map(({ id, most, struck }) => [id, struck ? 0 : Math.min(most, said[id] || 0)]),
  );
  const left = () => total - Object.values(given).reduce((sum, units) => sum + units, 0);
  const rest = make("p", { class: "left" });
  const rows = places.map((place) => row(place));
  const all = `${total} ${unit}${total === 1 || unit.endsWith("s") ? "" : "s"}`;

  function row({ id, text: name, most, struck }) {
    const shown = make("span", { class: "given" }, "0");
    const by = (step) => () => {
      if (!allowed(step > 0 ? more : less)) return;
      given[id] += step;
      draw();
      speak(`${name}: ${given[id]}. ${left()} of ${all} left.`);
      changed(shown);
    };
    const less = button("−", `Less for ${name}`, by(-1));
    const more = button("+", `More for ${name}`, by(1));
    const words = struck ? [make("s", {}, name), make("span", { class: "why" }, ` ${struck}`)] : [name];
    const element = make(
      "li",
      { class: struck ? "place struck" : "place" },
      make("span", { class: "what" }, ...words),
      make("span", { class: "row" }, less, shown, more),
    );
    const update = () => {
      fill(shown, `${given[id]}`);
      allow(less, given[id] > 0);
      allow(more, !struck && given[id] < most && left() > 0);
    };
    return { element, update };
  }

  function draw() {
    for (const each of rows) each.update();
    rest.textContent = left() ? `${left()} of ${all} left` : `All ${all} spent`;
  }

  draw();
  return {
    parts: [
      title,
      rest,
      make(
        "ul",
        { class: "places", role: "list", "aria-labelledby": "question" },
        ...rows.map((each) => each.element),
      ),
    ],
    read() {
      const spent = Object.fromEntries(Object.entries(given).filter(([, units]) => units));
      return left() ? { missing: `${left()} of ${all} left; all of it goes somewhere.` } : { vote: spent };
    },
  };
}

function order({ choices }, said, speak, title) {
  let row = said || choices.map(({ id }) => id);
  const items = Object.fromEntries(choices.map((each) => [each.id, item(each)]));
  const element = make("ol", { class: "order", role: "list", "aria-labelledby": "question" });

  function item({ id, text: name }) {
    const by = (step) => (event) => {
      const at = row.indexOf(id);
      if (!allowed(event.currentTarget)) return;
      row = row.filter((each) => each !== id);
      row.splice(at + step, 0, id);
      draw();
      event.currentTarget.focus();
      speak(`${name}, now ${at + step + 1} of ${row.length}.`);
      changed(element);
    };
    const place = make("span", { class: "at" });
    const up = button("↑", `Move up: ${name}`, by(-1));
    const down = button("↓", `Move down: ${name}`, by(1));
    return {
      place,
      up,
      down,
      element: make(
        "li",
        {},
        place,
        make("span", { class: "what" }, name),
        make("span", { class: "row" }, up, down),
      ),
    };
  }

  function draw() {
    for (const [at, id] of row.entries()) {
      const { place, up, down } = items[id];
      place.textContent = `${at + 1}`;
      allow(up, at > 0);
      allow(down, at < row.length - 1);
      element.append(items[id].element);
    }
  }

  draw();
  return { parts: [title, element], read: () => ({ vote: [...row] }) };
}

function scale(form, said, _, title) {
  const field = steps("scale", title, form.ends, said);
  return {
    parts: [field],
    read() {
      const step = picked(field, "scale");
      return step === null ? { missing: "Mark a number first, from 1 to 5." } : { vote: Number(step) };
    },
  };
}

/** Mark what is picked, for the eye. */
export function marked(element) {
  for (const box of element.querySelectorAll("[type=radio]")) {
    box.parentElement.classList.toggle("chosen", box.checked);
  }
}

export const FORMS = { pick, guess, share, order, scale };

const named = (choices, id) => (choices.find((each) => each.id === id) || { text: id }).text;

const SPOKEN = {
  pick: ({ choices }, vote) => named(choices, vote),
  guess: ({ choices, unit }, { guess, sure }) =>
    `${choices ? named(choices, guess) : `${written(guess)} ${unit || ""}`.trim()}, sure ${sure} of 5`,
  share: ({ places }, vote) =>
    places
      .filter(({ id }) => vote[id])
      .map(({ id, text }) => `${text} ${vote[id]}`)
      .join(", "),
  order: ({ choices }, vote) => vote.map((id) => named(choices, id)).join(" → "),
  scale: (_, vote) => `${vote} of 5`,
};

/** A vote in words. */
export const spoken = (form, vote) => SPOKEN[form.form](form, vote);
