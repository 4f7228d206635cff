// The page: a pane for each person, two side by side where there is room, and the sandbox's bar.

import { $, button, get, setClock, world } from "/page.js";
import { Pane, badge } from "/pane.js";
import { listenToPanel, showClock } from "/panel.js";

const panes = new Map();
let shown = []; // the persons looked at, newest last: the last alone on a phone, two on a desktop

function changed(event) {
  if (event.kind === "clock") { setClock(event.clock); showClock(); }
  if (event.kind === "tour") { world.tour = event.tour; panes.forEach((pane) => pane.showSteps()); }
  if (event.kind === "opened") remember();
  showPeople();
}

function showPeople() {
  const active = shown.at(-1);
  const wide = matchMedia("(min-width: 900px)").matches;
  $("people").classList.toggle("few", world.people.length < 3);
  $("people").replaceChildren(...world.people.map((person) => {
    const choice = button("", person.first_name, () => look(person.id));
    choice.setAttribute("aria-pressed", wide ? shown.includes(person.id) : person.id === active);
    const unread = [...(panes.get(person.id)?.unread.values() ?? [])].reduce((sum, count) => sum + count, 0);
    if (person.id !== active) choice.append(...badge(unread));
    return choice;
  }));
}

function look(person) {
  const pane = panes.get(person);
  const hidden = !pane.root.checkVisibility(); // one in sight stays where it is: a click is on its way
  shown = [...shown.filter((id) => id !== person), person].slice(-2);
  for (const [id, pane] of panes) {
    pane.root.classList.toggle("away", !shown.includes(id));
    pane.root.classList.toggle("active", id === person);
  }
  pane.unread.delete(pane.chat);
  if (hidden) pane.toBottom();
  remember();
  showPeople();
}

function remember() {
  const pane = panes.get(shown.at(-1));
  const place = { as: pane.person, ...(pane.chat === pane.person ? {} : { chat: pane.chat }) };
  history.replaceState(null, "", "/?" + new URLSearchParams(place));
}

function label(pane) {
  const role = world.roles[pane.person];
  pane.root.dataset.owner = pane.name + (role ? `, ${role}` : "");
}

function closeSheets(event) {
  for (const sheet of document.querySelectorAll("details[open]")) if (!sheet.contains(event.target)) sheet.open = false;
}

async function open() {
  Object.assign(world, await get("/client/people"));
  setClock(world.clock);
  document.title = `${world.bot.first_name} · sandbox`;
  $("bot-name").textContent = world.bot.first_name;
  listenToPanel();
  showClock();
  for (const person of world.people) {
    const pane = new Pane(person, changed);
    label(pane);
    panes.set(person.id, pane);
    pane.root.addEventListener("focusin", () => { if (shown.at(-1) !== person.id && matchMedia("(min-width: 900px)").matches) look(person.id); });
  }
  $("panes").replaceChildren(...[...panes.values()].map((pane) => pane.root));
  const asked = new URLSearchParams(location.search);
  const first = world.people.find((person) => person.id === Number(asked.get("as"))) ?? world.people[0];
  shown = world.people.map((person) => person.id).filter((id) => id !== first.id).slice(0, 1);
  const pane = panes.get(first.id);
  if (Number(asked.get("chat"))) pane.chat = Number(asked.get("chat"));
  look(first.id);
  document.addEventListener("click", closeSheets);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") closeSheets({ target: null }); });
  matchMedia("(min-width: 900px)").addEventListener("change", () => look(shown.at(-1)));
  if (matchMedia("(hover: hover)").matches) pane.root.querySelector(".composer textarea").focus({ preventScroll: true });
}

open();
