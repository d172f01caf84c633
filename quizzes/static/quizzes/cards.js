// Keys on a flashcard: space shows the answer, 1 to 4 rate it. The buttons work without this file.
"use strict";

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  // Space on a focused link, button or menu is already that thing's own key.
  const isSpace = event.key === " ";
  if (isSpace && event.target.closest("a[href], button, summary, input, select, textarea")) return;
  const button = document.querySelector(`#card [data-key="${isSpace ? "space" : CSS.escape(event.key)}"]`);
  if (!button || button.disabled) return;
  event.preventDefault();
  button.click();
});
