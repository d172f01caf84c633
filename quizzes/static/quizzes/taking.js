// Knows whether the answer on the page was changed; where answers can be changed until the end, following a link to
// another question saves it first.
"use strict";

{
  const CARRIED = ["token", "version", "taken", "csrfmiddlewaretoken"];
  let form = null;
  let before = "";

  const filled = () => JSON.stringify([...new FormData(form)].filter(([name]) => !CARRIED.includes(name)));
  const mark = () => { if (form?.isConnected) form.dataset.changed = filled() === before ? "no" : "yes"; };
  const watch = () => {
    const shown = document.querySelector("[data-answer]");
    if (shown === form) return;
    form = shown;
    before = form ? filled() : "";
    // Once what was kept on this device has been filled in.
    setTimeout(mark);
  };
  document.addEventListener("htmx:afterSettle", watch);
  // Items of an order are moved by buttons, which fire nothing else.
  for (const kind of ["input", "change", "click"]) document.addEventListener(kind, mark);
  watch();

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-go]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (!form?.isConnected || !("saves" in form.dataset) || form.dataset.changed !== "yes") return;
    event.preventDefault();
    // A click and not requestSubmit: htmx sends the name and value of the button that was clicked.
    const button = document.createElement("button");
    button.name = "go";
    button.value = link.dataset.go;
    button.hidden = true;
    form.append(button);
    button.click();
    button.remove();
  });
}
