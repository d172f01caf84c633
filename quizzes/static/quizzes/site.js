// What every page needs beside htmx; each page is whole without it.
"use strict";

// After a swap the keyboard and the screen reader go on where the new content says so, with [data-autofocus].
document.addEventListener("htmx:afterSettle", (event) => {
  const root = event.detail.elt;
  const target = root.matches("[data-autofocus]") ? root : root.querySelector("[data-autofocus]");
  if (!target) return;
  if (!target.matches("a[href], button, input, select, textarea, summary, [tabindex]")) target.tabIndex = -1;
  target.focus({ preventScroll: target.hasAttribute("data-noscroll") });
});

// New content speaks through one live region that is always there: <span data-announce>Right.</span>
document.addEventListener("htmx:afterSettle", (event) => {
  const root = event.detail.elt;
  const source = root.matches("[data-announce]") ? root : root.querySelector("[data-announce]");
  if (source) document.getElementById("announcer").textContent = source.dataset.announce || source.textContent.trim();
});

// A request that got no usable reply says so; the form on the page still holds what was typed.
const say = (text) => {
  const problem = document.getElementById("problem");
  problem.textContent = text;
  problem.hidden = !text;
};
document.addEventListener("htmx:sendError", () => say("No connection. Nothing is lost: try again when you are back online."));
document.addEventListener("htmx:timeout", () => say("The server did not answer in time. Nothing is lost: try again."));
document.addEventListener("htmx:responseError", (event) => {
  if (event.detail.xhr.getResponseHeader("HX-Redirect")) return;
  const status = event.detail.xhr.status;
  say(status === 429 ? "That was too many requests. Wait a minute, then try again."
    : status === 400 || status === 413 ? "That was too much, or did not arrive whole. Shorten what you typed, then send it again."
    : status === 403 ? "This page is out of date. Load it again, then repeat what you did."
    : "That did not work. Load the page again; if it happens again, tell your teacher.");
});
document.addEventListener("htmx:beforeRequest", () => say(""));

// Menus made of <details> close on Escape and on a click elsewhere.
document.addEventListener("keydown", (event) => {
  const open = event.key === "Escape" && document.querySelector("details[data-menu][open]");
  if (!open) return;
  open.open = false;
  open.querySelector("summary").focus();
});
document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details[data-menu][open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

// A password can be looked at: the button is made here, because without this script it could do nothing.
for (const box of document.querySelectorAll(".password")) {
  const input = box.querySelector("input");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "reveal";
  const show = (shown) => {
    input.type = shown ? "text" : "password";
    button.textContent = shown ? "Hide" : "Show";
    button.setAttribute("aria-label", `${button.textContent} what is typed: ${input.labels[0].textContent.replace(/:$/, "")}`);
  };
  show(false);
  button.addEventListener("click", () => show(input.type === "password"));
  input.form.addEventListener("submit", () => show(false));
  box.append(button);
}
