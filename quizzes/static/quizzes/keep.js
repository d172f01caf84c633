// An answer stays on the device until the server has it: through a lost connection, a reload, a new sign-in.
// The server takes each form's answer once (by its token), so sending it again is safe.
"use strict";

const PREFIX = "quizsite-answer:";
const WEEK = 7 * 24 * 3600 * 1000;
const FIRST_WAIT = 2000;
const LONGEST_WAIT = 60000;
const SOON = 1000;
// What the server made for the form: a draft goes into a newer form without it, an answer sent is sent again with it.
// The version goes along with a draft, so that the server tells of an answer saved since, instead of replacing it.
const MADE = new Set(["csrfmiddlewaretoken", "token", "taken", "draft"]);
const FORM = "form[data-answer]";

const SENDING = "Sending your answer…";
const LOST = "No connection. Your answer is kept on this device and is sent by itself when the connection is back.";
const CHANGED = "Your last change is kept on this device, but not sent yet. Send it when it is ready.";

const shelf = {
  read(path) {
    try {
      const kept = JSON.parse(localStorage.getItem(PREFIX + path));
      return kept && Date.now() - kept.at < WEEK ? kept : null;
    } catch {
      return null; // storage is switched off, or holds something else: the page works without it
    }
  },
  write(path, kept) {
    try {
      localStorage.setItem(PREFIX + path, JSON.stringify({ ...kept, at: Date.now() }));
    } catch {
      return; // full or switched off: the form itself still holds what was typed
    }
  },
  drop(path) {
    try {
      localStorage.removeItem(PREFIX + path);
    } catch {
      return;
    }
  },
};

const pathOf = (form) => new URL(form.action).pathname;
const fieldsOf = (form) => [...new FormData(form)].filter(([name]) => name !== "csrfmiddlewaretoken");
const tell = (text) => {
  const problem = document.getElementById("problem");
  problem.textContent = text;
  problem.hidden = !text;
};

// Puts values back where they were typed or chosen.
const fillIn = (form, fields, withMade) => {
  for (const control of form.elements) {
    const given = fields.filter(([name]) => name === control.name).map(([, value]) => value);
    if (!control.name || control.type === "submit" || (MADE.has(control.name) && !withMade)) continue;
    if (control.type === "radio" || control.type === "checkbox") control.checked = given.includes(control.value);
    else if (given.length) control.value = given[0];
  }
};

// What is filled in is no longer what is saved.
const showUnsaved = (form) => {
  form.querySelector(".saved")?.remove();
  form.querySelector("[data-unsaved]")?.removeAttribute("hidden");
};

// Sending again, with longer and longer waits, and at once when the connection is back.
let wait = FIRST_WAIT;
let timer = null;
// A click and not requestSubmit: htmx sends the name and value of the button that was clicked last, whichever that was.
const submit = (form, kept) => {
  const pressed = kept.fields.some(([name]) => name === "leave") ? "[name=leave]" : "button[type=submit]:not([name])";
  form.querySelector(pressed).click();
};
const sendAgain = () => {
  clearTimeout(timer);
  timer = null;
  const form = document.querySelector(FORM);
  const kept = form && shelf.read(pathOf(form));
  if (kept?.sent) submit(form, kept);
  else if (kept) tell(CHANGED);
};
const sendLater = () => {
  if (timer) return;
  timer = setTimeout(sendAgain, wait);
  wait = Math.min(wait * 2, LONGEST_WAIT);
};
window.addEventListener("online", () => { wait = FIRST_WAIT; sendAgain(); });

document.addEventListener("input", (event) => {
  const form = event.target.closest(FORM);
  if (!form) return;
  shelf.write(pathOf(form), { fields: fieldsOf(form), sent: false });
  showUnsaved(form);
});

// Whoever goes on with the saved answer wants back nothing of what was filled in.
document.addEventListener("click", (event) => {
  const form = event.target.closest("[data-drop]")?.closest(FORM);
  if (form) shelf.drop(pathOf(form));
});

let sending = null;
// Once its reply is on the page the form itself is gone: htmx then names an element around it.
const formOf = (event) => event.detail.requestConfig?.elt ?? event.detail.elt;
// A flag or a hint is asked for with the same form, and is no answer.
const submitter = (event) => event.detail.requestConfig?.triggeringEvent?.submitter;
const isAnswer = (event) => formOf(event).matches(FORM) && !submitter(event)?.hasAttribute("formaction");

document.addEventListener("htmx:beforeRequest", (event) => {
  const form = formOf(event);
  if (!isAnswer(event)) return;
  const button = submitter(event);
  const fields = fieldsOf(form);
  if (button?.name) fields.push([button.name, button.value]);
  shelf.write(pathOf(form), { fields, sent: true });
  // A request that hangs is given up after the timeout of htmx; until then nobody is left to wonder.
  sending = setTimeout(() => tell(SENDING), wait > FIRST_WAIT ? 0 : SOON);
});

const notReceived = (event, text) => {
  if (!isAnswer(event)) return;
  tell(text);
  sendLater();
};
document.addEventListener("htmx:sendError", (event) => notReceived(event, LOST));
document.addEventListener("htmx:timeout", (event) => notReceived(event, LOST));
document.addEventListener("htmx:afterRequest", (event) => {
  const form = formOf(event);
  const status = event.detail.xhr.status;
  // Whoever leaves has saved what was filled in, or gets it back from the server.
  if (status === 200 && submitter(event)?.hasAttribute("data-leave")) shelf.drop(pathOf(form));
  if (!isAnswer(event)) return;
  clearTimeout(sending);
  if (document.getElementById("problem").textContent === SENDING) tell("");
  if (!status) return;
  if (status >= 500 || status === 429) {
    notReceived(event, "The server could not take your answer just now. It is kept on this device and is sent again by itself.");
  } else if ([400, 401, 403, 413, 422].includes(status)) {
    // Not taken, and sending the same again would not help: what was typed comes back into the form.
    const kept = shelf.read(pathOf(form));
    if (kept) shelf.write(pathOf(form), { ...kept, sent: false });
  } else {
    wait = FIRST_WAIT;
    tell("");
    shelf.drop(pathOf(form));
  }
});

// A page that asks: bring back what was not received. One that does not: its answer is with the server.
const settle = () => {
  const form = document.querySelector(FORM);
  if (!form) {
    if (document.querySelector("[data-quiz]")) shelf.drop(location.pathname);
    return;
  }
  const kept = shelf.read(pathOf(form));
  const filled = form.dataset.answer;
  if (filled === "kept" || filled === "returned" || (!kept && filled !== "draft")) return;
  form.dataset.answer = "kept";
  if (!kept) {
    // What the server kept is safe here too, once the session is over.
    shelf.write(pathOf(form), { fields: fieldsOf(form), sent: false });
    return;
  }
  const before = JSON.stringify(fieldsOf(form));
  fillIn(form, kept.fields, kept.sent);
  if (JSON.stringify(fieldsOf(form)) !== before) showUnsaved(form);
  if (kept.sent) {
    tell("Sending the answer you gave before…");
    submit(form, kept);
  } else {
    document.getElementById("announcer").textContent = "What you had filled in is back.";
  }
};
document.addEventListener("htmx:afterSettle", settle);
settle();
