// A pane: one person's view of one of their chats, kept live by server-sent events.

import { bubble, summary } from "/bubble.js";
import { $, alertBox, ask, button, dayOf, get, make, now, post, toast, world } from "/page.js";
import { Composer } from "/composer.js";

const ACTIONS = { typing: "typing …", upload_document: "sending a document …", upload_photo: "sending a picture …" };

export class Pane {
  constructor(person, changed) {
    Object.assign(this, { person: person.id, who: person, chat: person.id, topic: 0, changed });
    Object.assign(this, { messages: new Map(), unread: new Map(), busy: new Map(), settled: new Set(), late: null, atBottom: true });
    this.root = $("pane").content.firstElementChild.cloneNode(true);
    this.root.setAttribute("aria-label", `${person.first_name}'s phone`);
    this.root.dataset.person = person.id;
    for (const name of ["log", "scroll", "empty", "typing", "down", "earlier", "topics", "tabs", "more", "instead", "steps", "status"]) this[name] = this.root.querySelector(`.${name}`);
    this.title = this.root.querySelector("h2");
    this.composer = new Composer(this);
    this.listen();
    this.follow();
  }

  get name() { return this.who.first_name; }

  // Talking to the server

  get place() { return { person: this.person, chat: this.chat }; }

  async send(path, fields = {}) {
    return post(`/client/${path}`, { ...this.place, thread: this.topic, ...fields });
  }

  say(text, more = {}) { this.atBottom = true; return this.send("say", { text, ...this.composer.reply(), ...more }); }

  fileUrl(id) { return "/client/file?" + new URLSearchParams({ ...this.place, id }); }

  follow() {
    const stream = new EventSource(`/client/events?person=${this.person}`);
    stream.onopen = () => { this.load(); };
    stream.onerror = () => { this.showStatus("connecting …"); };
    stream.onmessage = (event) => this.happened(JSON.parse(event.data));
  }

  happened(event) {
    if (this.late) return void this.late.push(event);
    const { kind } = event;
    if (kind === "clock" || kind === "tour") return this.changed(event);
    if (event.chat_id !== this.chat) return this.elsewhere(event);
    if (kind === "message") this.arrived(event.message);
    if (kind === "edited") this.put(event.message);
    if (kind === "deleted") this.remove(event.message_id);
    if (kind === "action") this.showTyping(true, event.action);
    if (kind === "answer") this.answered(event);
    if (kind === "keyboard") this.composer.showKeyboard(event.keyboard);
    if (kind === "commands") get("/client/chat", { ...this.place, limit: 1 }).then((chat) => { this.commands = chat.commands; this.showSteps(); });
    if (kind === "blocked" || kind === "state") this.load();
  }

  elsewhere(event) {
    if (event.kind !== "message" || event.message.from.id === this.person) return;
    this.unread.set(event.chat_id, (this.unread.get(event.chat_id) || 0) + 1);
    this.showTabs();
    this.changed(event);
  }

  arrived(message) {
    this.showTyping(false);
    if (this.seen(message)) this.put(message);
    else this.root.querySelector(`[data-topic="${message.message_thread_id || 0}"]`)?.classList.add("news");
    this.showEmpty();
    if (message.from.is_bot && !this.root.checkVisibility()) this.unread.set(this.chat, (this.unread.get(this.chat) || 0) + 1);
    this.changed({ kind: "message" });
  }

  seen(message) { return !this.forum || (message.message_thread_id || 0) === this.topic; }

  // Messages

  item(id) { return $(`m${this.person}-${id}`); }

  put(message) {
    if (!this.seen(message)) return;
    this.messages.set(message.message_id, message);
    const old = this.item(message.message_id);
    const fresh = bubble(message, this);
    if (old) {
      const open = [...old.querySelectorAll(".fold")].map((quote) => quote.classList.contains("open"));
      const held = old.contains(document.activeElement) ? spot(old) : null;
      old.replaceWith(fresh);
      held?.(fresh)?.focus({ preventScroll: true });
      [...fresh.querySelectorAll(".fold")].forEach((quote, i) => { if (open[i]) quote.classList.add("open", "long"); });
    } else {
      this.separate(message);
      this.log.append(fresh);
    }
    if (this.atBottom || (!old && message.from.id === this.person)) this.toNewest(old ? null : fresh);
  }

  separate(message) {
    const day = dayOf(new Date(message.date * 1000));
    if (this.log.dataset.day === day) return;
    this.log.dataset.day = day;
    this.log.append(make("div", "day", day === dayOf(now()) ? `Today, ${day}` : day));
  }

  remove(id) {
    this.messages.delete(id);
    this.item(id)?.remove();
    this.showEmpty();
  }

  jump(id) {
    const item = this.item(id);
    item?.scrollIntoView({ block: "center", behavior: "smooth" });
    item?.classList.add("flash");
    setTimeout(() => item?.classList.remove("flash"), 1300);
  }

  // Doing things with messages

  react(message, emoji) { return this.send("react", { message: message.message_id, emoji }); }

  replyTo(message) { this.composer.replyTo(message); }

  async forward(message) {
    const choices = $("forward").querySelector(".choices");
    const chats = world.chats.filter((chat) => chat.members.includes(this.person));
    choices.replaceChildren(...chats.map((chat) => {
      const choice = make("button", "plain", chat.title || world.bot.first_name);
      choice.value = chat.id;
      return choice;
    }));
    if (!await ask("forward")) return;
    const chat = $("forward").returnValue;
    await post("/client/forward", { person: this.person, chat, origin: this.chat, message: message.message_id });
    if (Number(chat) !== this.chat) toast("Forwarded.");
  }

  async press(element, message, row, column) {
    if (element.getAttribute("aria-busy") === "true") return;
    element.setAttribute("aria-busy", "true");
    const answer = await this.send("press", { message, row, column });
    if (!answer.query || this.settled.delete(answer.query)) return void element.removeAttribute("aria-busy");
    this.busy.set(answer.query, element);
    setTimeout(() => { element.removeAttribute("aria-busy"); this.busy.delete(answer.query); }, 15000);
  }

  answered(event) {
    const element = this.busy.get(event.query);
    if (element) element.removeAttribute("aria-busy"); else this.settled.add(event.query);
    this.busy.delete(event.query);
    if (event.text) (event.alert ? alertBox : toast)(event.text);
  }

  type(text) { this.composer.type(text); }

  // The chat as a whole

  async open(chat, topic = 0) {
    if (chat !== this.chat) this.composer.replyTo(null);
    Object.assign(this, { chat, topic });
    this.unread.delete(chat);
    await this.load();
    this.changed({ kind: "opened" });
  }

  async load() {
    this.late ??= [];
    const asked = this.chat;
    const chat = await get("/client/chat", this.place).catch(() => null);
    const missed = this.late ?? [];
    this.late = null;
    if (chat?.chat?.id === asked && asked === this.chat) this.show(chat);
    for (const event of missed) if (event.seq > (chat?.seq ?? 0)) this.happened(event);
  }

  show(chat) {
    Object.assign(this, { commands: chat.commands, blocked: chat.blocked, bot: chat.bot, body: chat.chat, forum: chat.topics.length > 0, threads: chat.topics, hasEarlier: chat.earlier });
    if (!this.forum) this.topic = 0;
    this.messages.clear();
    this.title.textContent = chat.chat.title || world.bot.first_name;
    for (const avatar of this.root.querySelectorAll(".avatar")) avatar.textContent = this.title.textContent[0];
    this.scroll.setAttribute("aria-label", `${this.title.textContent}, ${this.name}`);
    this.log.setAttribute("aria-label", `Messages for ${this.name}`);
    this.log.setAttribute("aria-live", "off");
    this.log.replaceChildren();
    delete this.log.dataset.day;
    this.showTyping(false);
    this.atBottom = true;
    chat.messages.forEach((message) => this.put(message));
    this.atBottom = true;
    this.earlier.hidden = !chat.earlier;
    this.composer.showKeyboard(chat.keyboard);
    for (const part of ["Tabs", "Topics", "More", "Steps", "Empty"]) this[`show${part}`]();
    this.toBottom();
    setTimeout(() => this.log.setAttribute("aria-live", "polite"), 300);
  }

  async showEarlier() {
    const before = Math.min(...this.messages.keys());
    const chat = await get("/client/chat", { ...this.place, before });
    const height = this.scroll.scrollHeight - this.scroll.scrollTop;
    const held = [...this.messages.values()];
    this.log.replaceChildren();
    this.messages.clear();
    delete this.log.dataset.day;
    this.atBottom = false;
    [...chat.messages, ...held].forEach((message) => this.put(message));
    this.earlier.hidden = !chat.earlier;
    this.scroll.scrollTop = this.scroll.scrollHeight - height;
  }

  showEmpty() {
    const silent = this.messages.size === 0 && this.chat === this.person;
    this.empty.hidden = !silent;
    this.empty.querySelector("p").textContent = world.profile.description || "Ask a question in your own words. The answer comes from the desk's documents, word for word.";
    this.composer.show({ start: silent, instead: this.obstacle() });
    this.showStatus();
  }

  obstacle() {
    if (this.chat === this.person || !["left", "kicked"].includes(this.bot)) return null;
    return button("wide", `Add ${world.bot.first_name} to this group`, () => this.send("state", { state: "member" }));
  }

  showStatus(text) {
    const away = { left: "the bot is not in this group", kicked: "the bot was removed" };
    const members = this.body && this.chat !== this.person ? `${world.chats.find((c) => c.id === this.chat)?.members.length ?? 0} members` : "bot";
    const quiet = this.blocked && this.chat === this.person ? "blocked by you" : away[this.bot] ?? members;
    this.status.textContent = text ?? quiet;
  }

  showTyping(on, action = "typing") {
    clearTimeout(this.typingTimer);
    this.typing.hidden = !on;
    this.showStatus(on ? ACTIONS[action] || "working …" : undefined);
    if (on) this.typingTimer = setTimeout(() => this.showTyping(false), 5000);
    if (on && this.atBottom) this.toBottom();
  }

  showTabs() {
    const own = world.chats.filter((chat) => chat.members.includes(this.person));
    this.tabs.hidden = own.length < 2;
    this.tabs.replaceChildren(...own.map((chat) => {
      const tab = button("", chat.title || "Bot", () => this.open(chat.id));
      tab.setAttribute("aria-pressed", chat.id === this.chat);
      tab.append(...badge(this.unread.get(chat.id)));
      return tab;
    }));
  }

  showTopics() {
    this.topics.hidden = !this.forum;
    this.topics.replaceChildren(...[{ id: 0, name: "General" }, ...this.threads].map((thread) => {
      const chip = button("", thread.name + (thread.closed ? " (closed)" : ""), () => this.open(this.chat, thread.id));
      chip.dataset.topic = thread.id;
      chip.setAttribute("aria-pressed", thread.id === this.topic);
      return chip;
    }));
  }

  showMore() {
    const choices = this.chat === this.person ? [] : this.groupChoices();
    if (this.chat === this.person) choices.push([this.blocked ? "Unblock the bot" : "Block the bot", () => this.send("block", { blocked: !this.blocked })]);
    this.more.querySelector(".sheet").replaceChildren(...choices.map(([label, act]) => button("", label, () => { this.more.open = false; act(); })));
  }

  groupChoices() {
    const set = (state, more = {}) => () => this.send("state", { state, ...more });
    if (["left", "kicked"].includes(this.bot)) return [["Add the bot", set("member")]];
    const choices = [["Remove the bot", set("kicked")]];
    choices.push(this.bot === "administrator" ? ["Take admin rights from the bot", set("member")] : ["Make the bot an admin: it sees all messages", set("administrator")]);
    const thread = this.threads.find((t) => t.id === this.topic);
    if (thread) choices.push([thread.closed ? "Open this topic again" : "Close this topic", set(thread.closed ? "topic_open" : "topic_closed", { topic: thread.id })]);
    return choices;
  }

  showSteps() {
    const offered = this.chat !== this.person ? [] : world.tour.filter((step) => step.person === this.person);
    this.steps.hidden = offered.length === 0;
    this.steps.replaceChildren(...offered.map((step) => {
      const chip = button("", undefined, () => this.send("step", { step: step.name }));
      chip.append(make("small", "", step.hint), make("span", "", step.label));
      return chip;
    }));
    this.steps.scrollLeft = 0;
  }

  /** To the newest message, or to its beginning where it is longer than the pane. */
  toNewest(item) {
    if (!item || item.offsetHeight < this.scroll.clientHeight) return this.toBottom();
    this.atBottom = false;
    this.scroll.scrollTop = item.offsetTop - 12;
  }

  toBottom() { this.scroll.scrollTop = this.scroll.scrollHeight; }

  scrolled() {
    const left = this.scroll.scrollHeight - this.scroll.scrollTop - this.scroll.clientHeight;
    this.atBottom = left < 60;
    this.down.hidden = left < 400;
  }

  listen() {
    this.down.addEventListener("click", () => this.toBottom());
    this.earlier.addEventListener("click", () => this.showEarlier());
    this.scroll.addEventListener("scroll", () => this.scrolled());
    const keep = () => { if (this.atBottom) this.toBottom(); };
    for (const part of [this.log, this.scroll]) new ResizeObserver(keep).observe(part);
  }
}

/** Where the keyboard stands in a message, to be found again in its next version: on the same
    words, or beside the message, where pressing Enter once more does nothing. */
function spot(item) {
  const controls = (of) => [...of.querySelectorAll(":is(.bubble, .keys) :is(button, a, [tabindex])")];
  const words = controls(item).find((control) => control === document.activeElement)?.textContent;
  return (fresh) => controls(fresh).find((control) => control.textContent === words) ?? fresh.querySelector(".react summary");
}

export function badge(count) {
  if (!count) return [];
  const element = make("span", "badge", count);
  element.append(make("span", "unseen", " new"));
  return [element];
}

export { summary };
