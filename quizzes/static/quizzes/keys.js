// Keys of a quiz: 1 to 9 choose, Enter goes on, n and p go to the next and the previous question, f flags, ? lists them.
// Only while the focus is within the question and nothing is typed, and they can be switched off: a key must never
// surprise somebody who speaks to the computer. Every one of them presses a button or a link that is on the page.
"use strict";

{
  const OFF = "quizsite-keys-off";
  const dialog = document.getElementById("keys-dialog");
  const opener = document.querySelector("[data-opens='keys-dialog']");
  const isOff = () => localStorage.getItem(OFF) === "yes";

  const target = (quiz, key) => {
    if (/^[1-9]$/.test(key)) return quiz.querySelector(`[data-key="${key}"] input`);
    if (key === "n") return quiz.querySelector("[data-way=next]");
    if (key === "p") return quiz.querySelector("[data-way=previous]");
    if (key === "f") return quiz.querySelector("[data-flag]");
    return key === "?" ? opener : null;
  };

  const press = (event, control) => {
    if (!control || control.disabled) return;
    event.preventDefault();
    // The list of keys gives the focus back, when it closes, to what had it.
    if (control !== opener) control.focus();
    control.click();
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || dialog.open) return;
    const { target: at, key } = event;
    const quiz = at.closest("[data-quiz]") || (at === document.body && document.querySelector("[data-quiz]"));
    if (!quiz || at.closest("input:not([type=radio], [type=checkbox]), textarea, select")) return;
    if (key === "Enter") {
      // On a link or a button Enter is that thing's own key.
      if (!at.closest("a[href], button, summary")) press(event, quiz.querySelector("[data-next], button[type=submit]"));
    } else if (!isOff()) press(event, target(quiz, key));
  });

  if (opener) {
    opener.setAttribute("role", "button");
    opener.setAttribute("aria-haspopup", "dialog");
    opener.addEventListener("click", (event) => {
      event.preventDefault();
      dialog.showModal();
    });
    // What has the role of a button answers to the key of one.
    opener.addEventListener("keydown", (event) => { if (event.key === " ") press(event, opener); });
  }

  const use = dialog.querySelector("[data-keys-on]");
  use.checked = !isOff();
  use.addEventListener("change", () => {
    if (use.checked) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, "yes");
  });
}
