// Knows whether the answer on the page was changed: when the time is up, only what was is sent.
"use strict";

{
  const CARRIED = ["token", "version", "taken", "csrfmiddlewaretoken"];
  let form = null;
  let before = "";

  const filled = () => JSON.stringify([...new FormData(form)].filter(([name]) => !CARRIED.includes(name)));
  // A draft that came back was never sent; one older than the saved answer replaces it only where somebody sends it.
  const isUnsent = () => filled() !== before || form.elements.namedItem("draft")?.value === "unsent";
  const mark = () => { if (form?.isConnected) form.dataset.changed = isUnsent() ? "yes" : "no"; };
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
}
