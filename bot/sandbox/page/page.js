// What all parts of the page share: making elements, talking to the server, time, toasts.

export const $ = (id) => document.getElementById(id);
export const world = { bot: null, people: [], chats: [], clock: { now: 0, zone: "UTC" }, tour: [], roles: {} };

export const nameOf = (id) => (id === world.bot.id ? world.bot : world.people.find((person) => person.id === id))?.first_name ?? "somebody";

export function make(tag, className, text) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}

export function button(className, text, act) {
  const element = make("button", className, text);
  element.type = "button";
  if (act) element.addEventListener("click", act);
  return element;
}

export function icon(path) {
  const element = make("span", "drawn");
  element.setAttribute("aria-hidden", "true");
  element.innerHTML = `<svg viewBox="0 0 24 24"><path d="${path}"/></svg>`;
  return element;
}

// Talking to the server

export async function get(path, query = {}) {
  const response = await fetch(`${path}?` + new URLSearchParams(query));
  return response.json();
}

export async function post(path, fields = {}) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  const response = await fetch(path, { method: "POST", body: form }).catch(() => null);
  const answer = response ? await response.json() : { ok: false, description: "The sandbox does not answer. Is it running?" };
  if (answer?.ok === false) toast(sentence(answer.description));
  return answer;
}

function sentence(description) {
  const words = description.replace(/^Bad Request: /, "");
  return words[0].toUpperCase() + words.slice(1) + (/[.?!]$/.test(words) ? "" : ".");
}

// Time as the sandbox has it, in the desk's zone

let skew = 0;

export function setClock(clock) {
  world.clock = clock;
  skew = clock.now - Date.now();
}

export const now = () => new Date(Date.now() + skew);

export function written(moment, options) {
  return new Intl.DateTimeFormat("en-GB", { timeZone: world.clock.zone, ...options }).format(moment);
}

export const hour = (moment) => written(moment, { hour: "2-digit", minute: "2-digit" });
export const dayOf = (moment) => written(moment, { weekday: "short", day: "numeric", month: "long" });

export function relative(moment) {
  const seconds = (moment - now()) / 1000;
  const units = [["day", 86400], ["hour", 3600], ["minute", 60], ["second", 1]];
  const [unit, length] = units.find(([, size]) => Math.abs(seconds) >= size) ?? units.at(-1);
  return new Intl.RelativeTimeFormat("en", { numeric: "auto" }).format(Math.round(seconds / length), unit);
}

// Passing notices

let toastTimer;
export function toast(text) {
  $("toast").textContent = text;
  $("toast").hidden = false;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => { $("toast").hidden = true; }, Math.max(3000, text.length * 70));
}

export function alertBox(text) {
  $("alert-text").textContent = text;
  if (!$("alert").open) $("alert").showModal();
}

export async function copy(text) {
  await navigator.clipboard?.writeText(text).catch(() => {});
  toast("Copied");
}

/** Opens a dialog; gives its form when it was sent, null when it was left. */
export function ask(id) {
  const dialog = $(id);
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((done) => dialog.addEventListener("close", () => done(dialog.returnValue ? dialog.querySelector("form") : null), { once: true }));
}
