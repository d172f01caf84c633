// A button that prints the page; it is made here, because without this script it could do nothing.
"use strict";

for (const place of document.querySelectorAll("[data-print]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button";
  button.textContent = "Print this page";
  button.addEventListener("click", () => window.print());
  place.append(button);
}
