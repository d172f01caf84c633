// Counts the time left down from what the server said, by a clock that nobody sets, and hands in at the end. It speaks
// at half the time and near the end only. The server decides what still counts, with or without this file.
"use strict";

{
  const SPOKEN = [300, 60, 30];
  const RETRY = 3000;
  let timer = null;
  let end = 0;
  let spoken = Infinity;
  let isOver = false;

  const left = () => Math.max(0, end - performance.now() / 1000);

  // The same words as the server's.
  const words = (seconds) => {
    const minutes = Math.floor(seconds / 60);
    const parts = [[Math.floor(minutes / 60), "h"], [minutes % 60, "min"], [minutes < 60 ? Math.floor(seconds % 60) : 0, "s"]];
    return parts.filter(([count]) => count).map(([count, unit]) => `${count} ${unit}`).join(" ") || "0 s";
  };

  const announce = (now) => {
    const moments = [Number(timer.dataset.whole) / 2, ...SPOKEN].filter((moment) => moment < spoken && now <= moment);
    if (!moments.length) return;
    spoken = Math.min(...moments);
    document.getElementById("announcer").textContent = `${words(Math.ceil(now))} left.`;
  };

  const show = () => {
    const now = left();
    timer.querySelector("[data-timer-text]").textContent = words(now);
    timer.classList.toggle("low", now < SPOKEN[0]);
  };

  // An answer that is filled in goes first; while there is no connection it waits, for the server may still take it.
  const send = async (form) => {
    const sure = form.querySelectorAll("[name=certainty]");
    if (sure.length && ![...sure].some((box) => box.checked)) sure[0].checked = true;
    const body = new FormData(form);
    for (;;) {
      try {
        return await fetch(form.action, { method: "POST", body, redirect: "manual" });
      } catch {
        document.getElementById("announcer").textContent = "Your time is up. There is no connection: your answer is sent as soon as there is.";
        await new Promise((resume) => { setTimeout(resume, RETRY); });
      }
    }
  };

  const finish = async () => {
    isOver = true;
    const form = document.querySelector("[data-answer]");
    document.getElementById("announcer").textContent = "Your time is up. Your answers are being submitted.";
    if (form && form.dataset.changed === "yes") await send(form);
    document.querySelector("[data-time-end]").submit();
  };

  const tick = () => {
    if (!timer || isOver) return;
    show();
    announce(left());
    if (left() <= 0) finish();
  };

  const take = () => {
    const shown = document.querySelector("[data-timer]");
    if (shown === timer) return;
    timer = shown;
    if (!timer) return;
    end = performance.now() / 1000 + Number(timer.dataset.left);
    // What a page begins with is on it, and is not said again.
    spoken = Math.min(spoken, ...[Number(timer.dataset.whole) / 2, ...SPOKEN].filter((moment) => left() <= moment));
    show();
  };

  // A device that slept has not counted: the page to hand in says how long is left.
  const ask = async () => {
    if (!timer || isOver || document.hidden) return;
    try {
      const reply = await fetch(document.querySelector("[data-time-end]").action);
      const page = new DOMParser().parseFromString(await reply.text(), "text/html");
      const told = page.querySelector("[data-timer]");
      end = performance.now() / 1000 + (told ? Number(told.dataset.left) : 0);
    } catch {
      return; // no connection: the clock of the page goes on
    }
    tick();
  };

  document.addEventListener("visibilitychange", ask);
  document.addEventListener("htmx:afterSettle", take);
  take();
  setInterval(tick, 500);
}
