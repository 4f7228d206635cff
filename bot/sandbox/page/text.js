// Texts with Telegram's entities, as elements. Offsets count UTF-16 units, as JavaScript does.

import { copy, make, relative, written } from "/page.js";

const INLINE = { bold: "b", italic: "i", underline: "u", strikethrough: "s", code: "code", pre: "pre", blockquote: "blockquote" };
const BLOCKS = ["blockquote", "expandable_blockquote", "pre"];

/** The text between two offsets as nodes; `say` sends a command that is pressed. */
export function formatted(text, entities, say, begin = 0, end = text.length) {
  const parts = document.createDocumentFragment();
  let done = begin;
  let afterBlock = false;
  const plain = (to) => {
    let piece = text.slice(done, to);
    if (afterBlock) piece = piece.replace(/^\n/, "");
    if (piece) { parts.append(piece); afterBlock = false; }
    done = to;
  };
  for (let i = 0; i < entities.length; i++) {
    const entity = entities[i];
    if (entity.offset < done || entity.offset >= end) continue;
    const stop = Math.min(entity.offset + entity.length, end);
    plain(entity.offset);
    const within = entities.slice(i + 1).filter((e) => e.offset < stop);
    parts.append(shaped(entity, formatted(text, within, say, entity.offset, stop), text.slice(entity.offset, stop), say));
    afterBlock = BLOCKS.includes(entity.type);
    done = stop;
  }
  plain(end);
  return parts;
}

function shaped(entity, inside, text, say) {
  const type = entity.type;
  if (type === "expandable_blockquote") return folding(inside);
  if (type === "spoiler") return spoiler(inside);
  if (type === "bot_command") return command(text, say);
  if (type === "date_time") return moment(entity, inside);
  const links = { text_link: entity.url, url: /^https?:/i.test(text) ? text : `http://${text}`, email: `mailto:${text}` };
  if (links[type] && /^(https?|mailto|tg):/i.test(links[type])) return link(links[type], inside);
  const element = make(INLINE[type] || "span", type === "mention" || type === "hashtag" || type === "text_mention" ? "mention" : "");
  if (type === "pre" && entity.language) element.dataset.language = entity.language;
  if (type === "code") element.addEventListener("click", () => copy(text));
  element.append(inside);
  return element;
}

function link(url, inside) {
  const element = make("a");
  Object.assign(element, { href: url, target: "_blank", rel: "noopener noreferrer", title: url });
  element.append(inside);
  return element;
}

function command(text, say) {
  const element = make("a", "", text);
  element.href = "#";
  element.addEventListener("click", (event) => { event.preventDefault(); say(text); });
  return element;
}

const FORMATS = { w: { weekday: "long" }, d: { day: "numeric", month: "numeric", year: "2-digit" }, D: { day: "numeric", month: "long", year: "numeric" }, t: { timeStyle: "short" }, T: { timeStyle: "medium" } };

/** A moment in the reader's own time: written as its format asks, or as the text has it. */
function moment(entity, inside) {
  const at = new Date(entity.unix_time * 1000);
  const form = entity.date_time_format ?? "";
  const element = make("time", "moment");
  element.dateTime = at.toISOString();
  element.title = written(at, { dateStyle: "full", timeStyle: "short" });
  if (form === "r") element.textContent = relative(at);
  else if (form) element.textContent = [...form].map((letter) => written(at, FORMATS[letter])).join(", ");
  else element.append(inside);
  return element;
}

function spoiler(inside) {
  const element = make("span", "spoiler");
  element.tabIndex = 0;
  element.setAttribute("role", "button");
  element.setAttribute("aria-label", "Hidden text, press to show");
  element.append(inside);
  const show = () => {
    element.classList.add("shown");
    for (const name of ["role", "aria-label", "tabindex"]) element.removeAttribute(name);
  };
  element.addEventListener("click", show, { once: true });
  element.addEventListener("keydown", (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); show(); } });
  return element;
}

function folding(inside) {
  const quote = make("blockquote", "fold");
  const folded = make("div", "folded");
  const toggle = make("button", "", "Show more");
  toggle.type = "button";
  toggle.setAttribute("aria-expanded", "false");
  folded.append(inside);
  quote.append(folded, toggle);
  quote.addEventListener("click", (event) => {
    if (event.target.closest("a") || !quote.classList.contains("long") || String(getSelection())) return;
    const open = quote.classList.toggle("open");
    toggle.textContent = open ? "Show less" : "Show more";
    toggle.setAttribute("aria-expanded", open);
    event.stopPropagation();
  });
  new ResizeObserver(() => {
    if (!quote.classList.contains("open")) quote.classList.toggle("long", folded.scrollHeight > folded.clientHeight + 4);
  }).observe(folded);
  return quote;
}
