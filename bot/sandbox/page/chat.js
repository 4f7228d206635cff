// The chat page: one person's view of one chat, kept live by server-sent events.

const $ = (id) => document.getElementById(id);
const at = { person: 0, chat: 0, bot: null, people: [], chats: [], messages: new Map(), commands: [], reply: null };
const unread = new Map();
const busy = new Map(); // callback query id -> button that waits for its answer
let atBottom = true;

function make(tag, className, text) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}

// Talking to the server

async function get(path, query = {}) {
  const answer = await fetch(`/client/${path}?` + new URLSearchParams({ person: at.person, chat: at.chat, ...query }));
  return answer.json();
}

async function post(path, fields) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ person: at.person, chat: at.chat, ...fields })) form.append(name, value);
  const response = await fetch(`/client/${path}`, { method: "POST", body: form }).catch(() => null);
  const answer = response ? await response.json() : { ok: false, description: "The sandbox does not answer. Is it running?" };
  if (answer?.ok === false) toast(answer.description.replace(/^Bad Request: /, ""));
  return answer;
}

function follow(person) {
  const stream = new EventSource(`/client/events?person=${person}`);
  stream.onopen = () => { if (person === at.person) load(); };
  stream.onerror = () => { if (person === at.person) status("connecting …"); };
  stream.onmessage = (event) => happened(person, JSON.parse(event.data));
}

function happened(person, event) {
  if (late) return void late.push([person, event]);
  if (person !== at.person || event.chat_id !== at.chat) {
    const fromBot = event.kind === "message" && event.message.from.is_bot;
    if (fromBot && person !== at.person) { unread.set(person, (unread.get(person) || 0) + 1); showPeople(); }
    return;
  }
  if (event.kind === "message") { typing(false); put(event.message); showEmpty(); }
  if (event.kind === "edited") put(event.message);
  if (event.kind === "deleted") remove(event.message_id);
  if (event.kind === "action") typing(true, event.action);
  if (event.kind === "answer") answered(event);
  if (event.kind === "commands") get("chat").then((chat) => { at.commands = chat.commands; });
  if (event.kind === "blocked") showBlocked(event.blocked);
}

// Texts with entities

const INLINE = { bold: "b", italic: "i", underline: "u", strikethrough: "s", code: "code" };

function formatted(text, entities, begin = 0, end = text.length) {
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
    const inside = formatted(text, entities.slice(i + 1).filter((e) => e.offset < stop), entity.offset, stop);
    parts.append(shaped(entity, inside, text.slice(entity.offset, stop)));
    afterBlock = ["blockquote", "expandable_blockquote", "pre"].includes(entity.type);
    done = stop;
  }
  plain(end);
  return parts;
}

function shaped(entity, inside, text) {
  const type = entity.type;
  if (type === "expandable_blockquote") return folding(inside);
  if (type === "spoiler") return spoiler(inside);
  if (type === "bot_command") return command(text);
  const links = { text_link: entity.url, url: /^https?:/i.test(text) ? text : `http://${text}`, email: `mailto:${text}` };
  if (links[type] && /^(https?|mailto|tg):/i.test(links[type])) return link(links[type], inside);
  const element = make(INLINE[type] || { pre: "pre", blockquote: "blockquote" }[type] || "span");
  if (type === "pre" && entity.language) element.dataset.language = entity.language;
  if (type === "date_time") element.title = new Date(entity.unix_time * 1000).toLocaleString();
  if (type === "code") element.addEventListener("click", () => copy(text));
  element.append(inside);
  return element;
}

function link(url, inside) {
  const element = make("a");
  element.href = url;
  element.target = "_blank";
  element.rel = "noopener noreferrer";
  element.title = url;
  element.append(inside);
  return element;
}

function command(text) {
  const element = make("a", "", text);
  element.href = "#";
  element.addEventListener("click", (event) => { event.preventDefault(); say(text); });
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
  const turn = (event) => {
    if (event.target.closest("a") || !quote.classList.contains("long") || String(getSelection())) return;
    const open = quote.classList.toggle("open");
    toggle.textContent = open ? "Show less" : "Show more";
    toggle.setAttribute("aria-expanded", open);
    event.stopPropagation();
  };
  quote.addEventListener("click", turn);
  new ResizeObserver(() => {
    if (!quote.classList.contains("open")) quote.classList.toggle("long", folded.scrollHeight > folded.clientHeight + 4);
  }).observe(folded);
  return quote;
}

// Messages

function put(message) {
  at.messages.set(message.message_id, message);
  const old = $(`m${message.message_id}`);
  const fresh = bubble(message);
  if (old) {
    const open = [...old.querySelectorAll(".fold")].map((quote) => quote.classList.contains("open"));
    old.replaceWith(fresh);
    [...fresh.querySelectorAll(".fold")].forEach((quote, i) => { if (open[i]) quote.classList.add("open", "long"); });
  } else {
    daySeparator(message);
    $("log").append(fresh);
  }
  if (atBottom || (!old && message.from.id === at.person)) toBottom();
}

function remove(id) {
  at.messages.delete(id);
  $(`m${id}`)?.remove();
  showEmpty();
}

function daySeparator(message) {
  const day = new Date(message.date * 1000).toDateString();
  if ($("log").dataset.day === day) return;
  $("log").dataset.day = day;
  const options = { day: "numeric", month: "long" };
  const label = day === new Date().toDateString() ? "Today" : new Date(day).toLocaleDateString("en-GB", options);
  $("log").append(make("div", "day", label));
}

function bubble(message) {
  const mine = message.from.id === at.person;
  const item = make("div", "message" + (mine ? " mine" : ""));
  item.id = `m${message.message_id}`;
  const inner = make("div", "bubble");
  if (!mine && message.chat.type !== "private") inner.append(make("div", "from", message.from.first_name));
  if (message.reply_to_message) inner.append(quoted(message.reply_to_message));
  if (message.photo) inner.append(picture(message));
  if (message.document) inner.append(file(message.document));
  const text = message.text ?? message.caption;
  if (text) {
    const body = make("div", "body");
    body.append(formatted(text, message.entities ?? message.caption_entities ?? []));
    body.append(meta(message));
    inner.append(body);
  } else {
    inner.append(meta(message));
  }
  if (message.reactions?.length) inner.append(reactions(message.reactions));
  item.append(inner, replyButton(message));
  if (message.reply_markup?.inline_keyboard) {
    item.classList.add("has-keys");
    item.append(keyboard(message));
  }
  return item;
}

function meta(message) {
  const time = new Date(message.date * 1000);
  const shown = make("time", "meta", time.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", hour12: false }));
  shown.dateTime = time.toISOString();
  if (message.edit_date) shown.prepend("edited ");
  return shown;
}

function reactions(emojis) {
  const row = make("div", "reactions");
  row.setAttribute("aria-label", `Reactions: ${emojis.join(" ")}`);
  row.append(...emojis.map((emoji) => make("span", "", emoji)));
  return row;
}

function summary(message) {
  return message.text ?? message.caption ?? message.document?.file_name ?? "Picture";
}

function quoted(message) {
  const button = make("button", "quoted");
  button.type = "button";
  button.append(make("strong", "", message.from.first_name), make("span", "", summary(message)));
  button.addEventListener("click", () => {
    const item = $(`m${message.message_id}`);
    item?.scrollIntoView({ block: "center", behavior: "smooth" });
    item?.classList.add("flash");
    setTimeout(() => item?.classList.remove("flash"), 1300);
  });
  return button;
}

function replyButton(message) {
  const button = make("button", "answer");
  button.type = "button";
  button.setAttribute("aria-label", "Reply");
  button.innerHTML = '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M10 8L5 12l5 4M5 12h9a5 5 0 0 1 5 5v1"/></svg>';
  button.addEventListener("click", () => replyTo(message));
  return button;
}

function replyTo(message) {
  at.reply = message;
  $("replying").hidden = !message;
  if (!message) return;
  $("replying").querySelector("strong").textContent = message.from.first_name;
  $("replying").querySelector("span").textContent = summary(message);
  $("text").focus();
}

const fileUrl = (id) => "/client/file?" + new URLSearchParams({ person: at.person, chat: at.chat, id });

function picture(message) {
  const image = make("img", "picture");
  image.src = fileUrl(message.photo.at(-1).file_id);
  image.alt = message.caption || "Picture";
  image.addEventListener("load", () => { if (atBottom) toBottom(); });
  return image;
}

function file(document_) {
  const anchor = make("a", "file");
  anchor.href = fileUrl(document_.file_id);
  anchor.download = document_.file_name;
  anchor.innerHTML = '<span class="disc" aria-hidden="true"><svg viewBox="0 0 24 24"><path d="M7 3h7l5 5v13H7zM14 3v5h5"/></svg></span>';
  const words = make("span");
  words.append(make("b", "", document_.file_name), make("small", "", size(document_.file_size)));
  anchor.append(words);
  return anchor;
}

function size(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 ** 2) return `${(bytes / 1024).toFixed(1)} KB`;
  return `${(bytes / 1024 ** 2).toFixed(1)} MB`;
}

// Inline buttons

function keyboard(message) {
  const keys = make("div", "keys");
  message.reply_markup.inline_keyboard.forEach((row, y) => {
    const line = make("div");
    line.append(...row.map((button, x) => key(message, button, y, x)));
    keys.append(line);
  });
  return keys;
}

function key(message, button, row, column) {
  const element = make(button.url ? "a" : "button", button.style || "", button.text);
  if (button.url) {
    Object.assign(element, { href: button.url, target: "_blank", rel: "noopener noreferrer", title: button.url });
    element.classList.add("mark");
    return element;
  }
  element.type = "button";
  if (button.copy_text) {
    element.classList.add("mark", "copy");
    element.addEventListener("click", () => copy(button.copy_text.text));
  } else {
    element.addEventListener("click", () => press(element, message.message_id, row, column));
  }
  return element;
}

async function press(element, message, row, column) {
  if (element.getAttribute("aria-busy") === "true") return;
  element.setAttribute("aria-busy", "true");
  const answer = await post("press", { message, row, column });
  if (!answer.query || settled.delete(answer.query)) return void element.removeAttribute("aria-busy");
  busy.set(answer.query, element);
  setTimeout(() => { element.removeAttribute("aria-busy"); busy.delete(answer.query); }, 15000);
}

const settled = new Set(); // answers that came before the press's own reply

function answered(event) {
  const element = busy.get(event.query);
  if (element) element.removeAttribute("aria-busy"); else settled.add(event.query);
  busy.delete(event.query);
  if (event.text) (event.alert ? alertBox : toast)(event.text);
}

async function copy(text) {
  await navigator.clipboard?.writeText(text).catch(() => {});
  toast("Copied");
}

let toastTimer;
function toast(text) {
  $("toast").textContent = text;
  $("toast").hidden = false;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => { $("toast").hidden = true; }, Math.max(3000, text.length * 70));
}

function alertBox(text) {
  $("alert-text").textContent = text;
  if (!$("alert").open) $("alert").showModal();
}

// The frame around the messages

let typingTimer;
function typing(on, action = "typing") {
  const words = { typing: "typing …", upload_document: "sending a document …", upload_photo: "sending a picture …" };
  clearTimeout(typingTimer);
  $("typing").hidden = !on;
  status(on ? words[action] || "working …" : "bot");
  if (on) typingTimer = setTimeout(() => typing(false), 5000);
  if (on && atBottom) toBottom();
}

function status(text) { $("status").textContent = text; }

function toBottom() { $("scroll").scrollTop = $("scroll").scrollHeight; }

function showEmpty() {
  const empty = at.messages.size === 0;
  $("empty").hidden = !empty;
  $("start").hidden = !empty;
  $("composer").hidden = empty;
  if (!empty) showBlocked(at.blocked);
}

function showBlocked(blocked) {
  at.blocked = blocked;
  $("block").textContent = blocked ? "Unblock the bot" : "Block the bot";
  status(blocked ? "blocked by you" : "bot");
}

function showPeople() {
  $("people").replaceChildren(...at.people.map((person) => {
    const button = make("button", "", person.first_name);
    button.type = "button";
    button.setAttribute("aria-pressed", person.id === at.person);
    const count = unread.get(person.id);
    if (count) {
      const badge = make("span", "badge", count);
      badge.setAttribute("aria-label", `${count} new`);
      button.append(badge);
    }
    button.addEventListener("click", () => become(person.id));
    return button;
  }));
}

function showChats() {
  const own = at.chats.filter((chat) => chat.members.includes(at.person));
  $("chats").replaceChildren(...(own.length < 2 ? [] : own.map((chat) => {
    const button = make("button", "", chat.title || at.bot.first_name);
    button.type = "button";
    button.addEventListener("click", () => { $("more").open = false; become(at.person, chat.id); });
    return button;
  })));
}

async function become(person, chat = person) {
  at.person = person;
  at.chat = chat;
  unread.delete(person);
  history.replaceState(null, "", `/?as=${person}` + (chat === person ? "" : `&chat=${chat}`));
  replyTo(null);
  showPeople();
  showChats();
  await load();
  $("text").focus();
}

let late = null; // events that come while the chat is being fetched

async function load() {
  late ??= [];
  const chat = await get("chat").catch(() => null);
  const missed = late ?? [];
  late = null;
  if (chat?.chat?.id === at.chat) show(chat);
  for (const [person, event] of missed) if (event.seq > (chat?.seq ?? 0)) happened(person, event);
}

function show(chat) {
  at.commands = chat.commands;
  at.messages.clear();
  $("bot-name").textContent = chat.chat.title || at.bot.first_name;
  $("log").setAttribute("aria-live", "off");
  $("log").replaceChildren();
  delete $("log").dataset.day;
  at.blocked = chat.blocked;
  typing(false);
  atBottom = true;
  chat.messages.forEach(put);
  showEmpty();
  toBottom();
  setTimeout(() => $("log").setAttribute("aria-live", "polite"), 300);
}

// Writing

async function say(text) {
  const reply_to = at.reply?.message_id || 0;
  replyTo(null);
  atBottom = true;
  return post("say", { text, reply_to });
}

function grow() {
  $("text").style.height = "auto";
  $("text").style.height = `${$("text").scrollHeight}px`;
}

async function submit() {
  const text = $("text").value;
  if (!text.trim()) return;
  $("text").value = "";
  grow();
  showMenu(false);
  const answer = await say(text);
  if (answer?.ok === false && !$("text").value) $("text").value = text;
}

async function upload(files) {
  for (const document of files) {
    const caption = $("text").value;
    $("text").value = "";
    await post("document", { document, caption });
  }
}

function matching() {
  const typed = $("text").value;
  return typed.startsWith("/") ? at.commands.filter((c) => `/${c.command}`.startsWith(typed.toLowerCase())) : at.commands;
}

function showMenu(open) {
  const list = open ? matching() : [];
  $("menu").replaceChildren(...list.map((entry, i) => {
    const button = make("button");
    button.type = "button";
    button.tabIndex = -1;
    button.setAttribute("role", "option");
    button.setAttribute("aria-selected", i === 0 && $("text").value.startsWith("/"));
    button.append(make("b", "", `/${entry.command}`), make("span", "", entry.description));
    button.addEventListener("click", () => choose(entry));
    return button;
  }));
  $("menu").hidden = !list.length;
  $("menu-button").setAttribute("aria-expanded", list.length > 0);
}

function choose(entry) {
  $("text").value = "";
  grow();
  showMenu(false);
  $("text").focus();
  say(`/${entry.command}`);
}

function selectNext(step) {
  const options = [...$("menu").children];
  const now = options.findIndex((option) => option.getAttribute("aria-selected") === "true");
  const next = options[(now + step + options.length) % options.length];
  options.forEach((option) => option.setAttribute("aria-selected", option === next));
  next.scrollIntoView({ block: "nearest" });
}

function typed(event) {
  const open = !$("menu").hidden;
  if (open && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
    event.preventDefault();
    return selectNext(event.key === "ArrowDown" ? 1 : -1);
  }
  if (event.key === "Escape") { showMenu(false); return replyTo(null); }
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  const chosen = open && $("menu").querySelector('[aria-selected="true"]');
  if (chosen) chosen.click(); else submit();
}

function listen() {
  $("composer").addEventListener("submit", (event) => { event.preventDefault(); submit(); });
  $("text").addEventListener("keydown", typed);
  $("text").addEventListener("input", () => { grow(); showMenu(/^\/\w*$/.test($("text").value)); });
  $("menu-button").addEventListener("click", () => { $("text").focus(); showMenu($("menu").hidden); });
  $("start").addEventListener("click", async () => { await say("/start"); $("text").focus(); });
  $("attach").addEventListener("click", () => $("file").click());
  $("file").addEventListener("change", async () => { await upload($("file").files); $("file").value = ""; });
  $("replying").querySelector("button").addEventListener("click", () => replyTo(null));
  $("block").addEventListener("click", () => { $("more").open = false; post("block", { blocked: !at.blocked }); });
  $("down").addEventListener("click", toBottom);
  $("scroll").addEventListener("scroll", () => {
    const left = $("scroll").scrollHeight - $("scroll").scrollTop - $("scroll").clientHeight;
    atBottom = left < 60;
    $("down").hidden = left < 400;
  });
  new ResizeObserver(() => { if (atBottom) toBottom(); }).observe($("log"));
  addEventListener("resize", () => { if (atBottom) toBottom(); });
  document.addEventListener("click", (event) => {
    if (!event.target.closest("#more")) $("more").open = false;
    if (!event.target.closest(".bottom")) showMenu(false);
  });
  let depth = 0;
  addEventListener("dragenter", (event) => { if (event.dataTransfer.types.includes("Files")) { depth++; $("drop").hidden = false; } });
  addEventListener("dragleave", () => { depth = Math.max(0, depth - 1); $("drop").hidden = depth === 0; });
  addEventListener("dragover", (event) => event.preventDefault());
  addEventListener("drop", (event) => { event.preventDefault(); depth = 0; $("drop").hidden = true; upload(event.dataTransfer.files); });
}

async function open() {
  const world = await (await fetch("/client/people")).json();
  Object.assign(at, { bot: world.bot, people: world.people, chats: world.chats });
  $("description").textContent = world.profile.description || "Ask a question in your own words; the answer comes from the desk's documents.";
  document.title = `${at.bot.first_name} · sandbox`;
  const asked = new URLSearchParams(location.search);
  const person = at.people.find((p) => p.id === Number(asked.get("as"))) || at.people[0];
  listen();
  at.people.forEach((p) => follow(p.id));
  await become(person.id, Number(asked.get("chat")) || person.id);
}

open();
