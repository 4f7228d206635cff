// The sandbox's own controls: the clock that moves on, faults, limits, and the bot's calls.

import { $, button, dayOf, get, hour, make, now, post, setClock, toast, world } from "/page.js";

const DETAILS = { retry_after: 5, seconds: { silence: 30, delay: 5 } };

export function showClock() {
  const at = now();
  $("clock").querySelector(".now").textContent = `${dayOf(at).replace(/^(\w+),? (\d+ \w{3}).*/, "$1 $2")} ${hour(at)}`;
  $("clock").querySelector(".day").textContent = `${dayOf(at)}, ${hour(at)} (${world.clock.zone})`;
}

async function moveOn(fields) {
  $("clock").open = false;
  const clock = await post("/control/clock", fields);
  if (!clock.zone) return;
  setClock(clock);
  showClock();
  toast(`It is now ${dayOf(now())}, ${hour(now())}.`);
}

async function showArmed(list) {
  const faults = list ?? await get("/control/faults");
  $("armed").replaceChildren(...faults.map((fault) => make("li", "", `${fault.times} × ${fault.method === "*" ? "any method" : fault.method}: ${fault.kind.replace("_", " ")}`)));
  if (faults.length) $("armed").append(button("plain", "Remove all", async () => { await post("/control/mend"); showArmed(); }));
}

async function showCalls() {
  const calls = (await get("/control/calls")).filter((call) => call.method !== "getupdates").slice(-25).reverse();
  $("calls").replaceChildren(...calls.map((call) => {
    const line = make("li", call.refused ? "refused" : "");
    line.append(make("b", "", call.name), " ", make("span", "", call.refused || call.fields.text || call.fields.chat_id || ""));
    return line;
  }));
}

/** The lists follow what happens, while they are looked at. */
function refresh() {
  if (!$("panel").hidden && !document.hidden) { showCalls(); showArmed(); }
}

function turnPanel(open) {
  $("panel").hidden = !open;
  $("tools").setAttribute("aria-expanded", open);
  if (open) { showCalls(); showArmed(); $("panel").querySelector("input").focus(); } else $("tools").focus();
}

function turnTheme() {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
  localStorage.setItem("theme", root.dataset.theme);
}

export function listenToPanel() {
  const kept = localStorage.getItem("theme");
  if (kept) document.documentElement.dataset.theme = kept;
  for (const choice of $("clock").querySelectorAll("button")) choice.addEventListener("click", () => moveOn({ ...choice.dataset }));
  $("theme").addEventListener("click", turnTheme);
  $("tools").addEventListener("click", () => turnPanel($("panel").hidden));
  $("panel").querySelector(".close").addEventListener("click", () => turnPanel(false));
  $("panel").addEventListener("keydown", (event) => { if (event.key === "Escape") turnPanel(false); });
  for (const name of ["flood", "forgetful"]) $(name).addEventListener("change", () => post(`/control/${name}`, { on: $(name).checked }));
  $("faults").addEventListener("submit", async (event) => {
    event.preventDefault();
    const { times, method, kind } = Object.fromEntries(new FormData($("faults")));
    const seconds = DETAILS.seconds[kind] ?? 1;
    showArmed(await post("/control/faults", { times, method, kind, seconds, retry_after: DETAILS.retry_after }));
  });
  setInterval(showClock, 5000);
  setInterval(refresh, 1000);
}
