// Coming in: what is asked at the door, and the token that brings a phone back to its seat.

import { PICTURES, make, picture } from "./shared.js";

/** Where the seat's token is kept over a reload. Where nothing may be kept, it lasts as long as the page. */
export const token = {
  name: "seven-weeks-seat",
  last: null,
  get() {
    try {
      return localStorage.getItem(this.name) || this.last;
    } catch {
      return this.last;
    }
  },
  set(value) {
    this.last = value;
    try {
      if (value) localStorage.setItem(this.name, value);
      else localStorage.removeItem(this.name);
    } catch {
      // then it lasts as long as the page
    }
  },
};

const HINTS = { code: "The code has four letters.", pictures: "Pick the two pictures that stand at the front." };

/** The form at the door. `enter` takes the code and the pictures; `tell` says what is missing, `news` what is picked. */
export function doorway({ enter, tell, news }, told) {
  const given = location.hash.toUpperCase().replace(/[^A-Z]/g, "");
  const code = make("input", {
    id: "code",
    class: "code",
    maxlength: 4,
    autocomplete: "off",
    autocapitalize: "characters",
    spellcheck: "false",
    required: true,
    "aria-describedby": "code-hint",
    value: given.slice(0, 4),
  });
  const buttons = Object.keys(PICTURES).map((name) => toggle(name, () => pick(name)));
  let picked = [];

  /** The third picture puts the first one back. */
  function pick(name) {
    picked = picked.includes(name) ? picked.filter((each) => each !== name) : [...picked, name].slice(-2);
    for (const button of buttons) {
      button.setAttribute("aria-pressed", String(picked.includes(button.dataset.name)));
    }
    news(picked.length ? `Picked: ${picked.join(" and ")}.` : "None picked.");
  }

  function submit(event) {
    event.preventDefault();
    const letters = code.value.trim().toUpperCase();
    const missing = letters.length !== 4 ? "code" : picked.length !== 2 ? "pictures" : "";
    if (!missing) return enter({ code: letters, pictures: picked });
    tell(HINTS[missing]);
    (missing === "code" ? code : buttons[0]).focus();
  }

  const label = make("label", { for: "code" }, "The code");
  const hint = make("p", { id: "code-hint", class: "quiet" }, "four letters, at the front");
  const legend = make("legend", {}, "The two pictures beside it");
  return make(
    "form",
    { novalidate: true, submit },
    make("div", { class: "code-row" }, make("div", {}, label, hint), code),
    make("fieldset", {}, legend, make("div", { class: "pictures" }, ...buttons)),
    make("div", { class: "send" }, told, make("button", { class: "big", type: "submit" }, "Come in")),
  );
}

function toggle(name, click) {
  const has = { type: "button", "aria-pressed": "false", "data-name": name, click };
  return make("button", has, picture(name), make("span", {}, name));
}
