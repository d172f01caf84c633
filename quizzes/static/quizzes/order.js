// Buttons to put items in order; without this file each item has a list of places to choose from.
"use strict";

// An order to be made gets buttons that move each item; the places they stand for are what is sent.
const announce = (text) => { document.getElementById("announcer").textContent = text; };

const number = (list) => {
  const items = [...list.children];
  items.forEach((item, index) => {
    item.querySelector("select").value = String(index + 1);
    item.querySelector("[data-place]").textContent = `${index + 1}.`;
    item.querySelector("[data-move='-1']").setAttribute("aria-disabled", String(index === 0));
    item.querySelector("[data-move='1']").setAttribute("aria-disabled", String(index === items.length - 1));
  });
};

const mover = (step, word, arrow, text) => {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button order-move";
  button.dataset.move = step;
  button.textContent = arrow;
  button.setAttribute("aria-label", `Move ${word}: ${text}`);
  return button;
};

const arrange = (list) => {
  list.dataset.order = "ready";
  const place = (item) => Number(item.querySelector("select").value);
  // As they were placed when the form comes back with a message.
  [...list.children].sort((one, other) => place(one) - place(other)).forEach((item) => list.append(item));
  for (const item of list.children) {
    const label = item.querySelector("label");
    const shown = document.createElement("span");
    shown.dataset.place = "";
    shown.className = "place";
    label.before(shown);
    item.querySelector(".order-place").hidden = true;
    const text = label.textContent.trim();
    const buttons = document.createElement("span");
    buttons.className = "order-moves";
    buttons.append(mover(-1, "up", "↑", text), mover(1, "down", "↓", text));
    item.append(buttons);
  }
  number(list);
};

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-move]");
  if (!button || button.getAttribute("aria-disabled") === "true") return;
  const item = button.closest("li");
  const list = item.parentElement;
  if (button.dataset.move === "-1") item.previousElementSibling.before(item);
  else item.nextElementSibling.after(item);
  number(list);
  button.focus();
  const place = [...list.children].indexOf(item) + 1;
  announce(`${item.querySelector("label").textContent.trim()}: place ${place} of ${list.children.length}.`);
});

const prepare = () => document.querySelectorAll("[data-order='']").forEach(arrange);
document.addEventListener("htmx:afterSettle", prepare);
prepare();
