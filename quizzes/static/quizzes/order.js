// Items to be put in order: buttons move each one, and a pointer drags it. Without this file each has a list of places.
"use strict";

const ordering = (() => {
  const number = (list) => {
    const items = [...list.children];
    items.forEach((item, index) => {
      item.querySelector("select").value = String(index + 1);
      item.querySelector("[data-place]").textContent = `${index + 1}.`;
      item.querySelector("[data-move='-1']").setAttribute("aria-disabled", String(index === 0));
      item.querySelector("[data-move='1']").setAttribute("aria-disabled", String(index === items.length - 1));
    });
  };

  const part = (name, className, about) => Object.assign(document.createElement(name), { className, ...about });

  const mover = (step, word, arrow, text) => {
    const button = part("button", "button order-move", { type: "button", textContent: arrow });
    button.dataset.move = step;
    button.setAttribute("aria-label", `Move ${word}: ${text}`);
    return button;
  };

  const equip = (item) => {
    const label = item.querySelector("label");
    const text = label.textContent.trim();
    const grip = part("span", "order-grip", { textContent: "⠿" });
    grip.dataset.grip = "";
    grip.setAttribute("aria-hidden", "true");
    const shown = part("span", "place");
    shown.dataset.place = "";
    label.before(grip, shown);
    item.querySelector(".order-place").hidden = true;
    const buttons = part("span", "order-moves");
    buttons.append(mover(-1, "up", "↑", text), mover(1, "down", "↓", text));
    item.append(buttons);
  };

  const arrange = (list) => {
    list.dataset.order = "ready";
    const place = (item) => Number(item.querySelector("select").value);
    // As they were placed when the form comes back with a message.
    [...list.children].sort((one, other) => place(one) - place(other)).forEach((item) => list.append(item));
    [...list.children].forEach(equip);
    number(list);
  };

  // The places are the answer: whoever keeps what was filled in hears of them, as if they had been chosen by hand.
  const placed = (item) => {
    const list = item.parentElement;
    number(list);
    item.querySelector("select").dispatchEvent(new Event("input", { bubbles: true }));
    const place = [...list.children].indexOf(item) + 1;
    const text = item.querySelector("label").textContent.trim();
    document.getElementById("announcer").textContent = `${text}: place ${place} of ${list.children.length}.`;
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-move]");
    if (!button || button.getAttribute("aria-disabled") === "true") return;
    const item = button.closest("li");
    if (button.dataset.move === "-1") item.previousElementSibling.before(item);
    else item.nextElementSibling.after(item);
    placed(item);
    button.focus();
  });

  // A finger drags by the grip, so that the page can still be scrolled over the items; a mouse by any part of one.
  let dragged = null;

  document.addEventListener("pointerdown", (event) => {
    const item = event.target.closest("[data-order='ready'] > li");
    if (!item || dragged || event.button !== 0 || event.target.closest("button")) return;
    if (event.pointerType !== "mouse" && !event.target.closest("[data-grip]")) return;
    const list = item.parentElement;
    dragged = { item, list, pointer: event.pointerId, before: [...list.children] };
    list.setPointerCapture(event.pointerId);
    item.classList.add("dragged");
  });

  const middle = (item) => {
    const box = item.getBoundingClientRect();
    return box.top + box.height / 2;
  };

  document.addEventListener("pointermove", (event) => {
    if (!dragged || event.pointerId !== dragged.pointer) return;
    const { item, list } = dragged;
    // The others step aside: the item itself stays in the page, so that the pointer does not lose it.
    while (item.previousElementSibling && event.clientY < middle(item.previousElementSibling)) item.after(item.previousElementSibling);
    while (item.nextElementSibling && event.clientY > middle(item.nextElementSibling)) item.before(item.nextElementSibling);
    number(list);
  });

  const drop = (isKept) => {
    const { item, list, before } = dragged;
    dragged = null;
    item.classList.remove("dragged");
    if (!isKept) list.append(...before);
    if (!isKept || before.indexOf(item) === [...list.children].indexOf(item)) number(list);
    else placed(item);
  };

  document.addEventListener("pointerup", (event) => { if (event.pointerId === dragged?.pointer) drop(true); });
  document.addEventListener("pointercancel", (event) => { if (event.pointerId === dragged?.pointer) drop(false); });
  document.addEventListener("keydown", (event) => { if (dragged && event.key === "Escape") drop(false); });

  return () => document.querySelectorAll("[data-order='']").forEach(arrange);
})();
document.addEventListener("htmx:afterSettle", ordering);
ordering();
