// Where a person writes: text, commands, replies, files, places, posts of channels.

import { summary } from "/bubble.js";
import { $, ask, button, make, post, world } from "/page.js";

const PICTURES = /^image\/(png|jpeg|webp|gif)$/;

export class Composer {
  constructor(pane) {
    this.pane = pane;
    const find = (name) => pane.root.querySelector(name);
    Object.assign(this, { form: find(".composer"), text: find(".composer textarea"), menu: find(".menu"), menuButton: find(".menu-button"), replying: find(".replying"), startButton: find(".start"), attach: find(".attach"), file: find(".file"), instead: find(".instead"), drop: find(".drop") });
    this.menu.id = `menu-${pane.person}`;
    this.menuButton.setAttribute("aria-controls", this.menu.id);
    this.text.setAttribute("aria-label", `Message from ${pane.name}`);
    this.answering = null;
    this.listen();
  }

  show({ start, instead }) {
    this.startButton.hidden = !start;
    this.form.hidden = start || Boolean(instead);
    this.instead.hidden = !instead && !this.keyboard;
    if (instead) this.instead.replaceChildren(instead);
    else if (this.keyboard) this.instead.replaceChildren(this.keyboard);
  }

  // Replies

  replyTo(message) {
    const selected = message && String(getSelection()).trim();
    const quote = selected && summary(message).includes(selected) ? selected : "";
    this.answering = message ? { message, quote } : null;
    this.replying.hidden = !message;
    if (!message) return;
    this.replying.querySelector("strong").textContent = (quote ? "Quoting " : "Reply to ") + message.from.first_name;
    this.replying.querySelector("span").textContent = quote || summary(message);
    this.text.focus();
  }

  /** What is replied to, as the server wants it; it is used up by this. */
  reply() {
    const fields = this.answering ? { reply_to: this.answering.message.message_id, quote: this.answering.quote } : {};
    this.replyTo(null);
    return fields;
  }

  // Text

  type(text) {
    this.text.value = text;
    this.grow();
    this.text.focus();
  }

  grow() {
    this.text.style.height = "auto";
    this.text.style.height = `${this.text.scrollHeight}px`;
  }

  async submit() {
    const text = this.text.value;
    if (!text.trim()) return;
    this.type("");
    this.showMenu(false);
    const answer = await this.pane.say(text);
    if (answer?.ok === false && !this.text.value) this.type(text);
  }

  // Files, places, posts

  async upload(files) {
    for (const document of files) {
      const caption = this.text.value;
      this.type("");
      const size = this.asPicture && PICTURES.test(document.type) ? await createImageBitmap(document).catch(() => ({})) : {};
      await this.pane.send("document", { document, caption, width: size.width ?? 0, height: size.height ?? 0, ...this.reply() });
    }
    this.asPicture = false;
  }

  async add(kind) {
    this.attach.open = false;
    if (kind === "document" || kind === "picture") {
      this.asPicture = kind === "picture";
      this.file.accept = this.asPicture ? "image/png,image/jpeg,image/webp,image/gif" : "";
      return this.file.click();
    }
    const form = await ask(kind === "location" ? "where" : "post");
    if (!form) return;
    if (kind === "post") return this.pane.say(form.elements.text.value, { channel: form.elements.channel.value });
    const [latitude, longitude] = form.elements.city.value.split(",");
    await this.pane.send("location", { latitude, longitude, ...this.reply() });
  }

  // The keyboard that a bot shows in place of letters

  showKeyboard(markup) {
    this.keyboard = markup?.keyboard?.length ? this.keys(markup) : null;
    if (this.keyboard) this.instead.replaceChildren(this.keyboard);
    this.instead.hidden = !this.keyboard;
  }

  keys(markup) {
    const board = make("div", "board");
    for (const row of markup.keyboard) {
      const line = make("div");
      line.append(...row.map((key) => {
        const entry = typeof key === "string" ? { text: key } : key;
        return button("", entry.text, () => {
          if (markup.one_time_keyboard) this.showKeyboard(null);
          return entry.request_location ? this.add("location") : this.pane.say(entry.text);
        });
      }));
      board.append(line);
    }
    return board;
  }

  // The command menu

  matching() {
    const typed = this.text.value.toLowerCase();
    return typed.startsWith("/") ? this.pane.commands.filter((c) => `/${c.command}`.startsWith(typed)) : this.pane.commands;
  }

  showMenu(open) {
    const list = open ? this.matching() : [];
    this.menu.replaceChildren(...list.map((entry, i) => {
      const option = button("", undefined, () => this.choose(entry));
      option.tabIndex = -1;
      option.id = `${this.menu.id}-${i}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", i === 0 && this.text.value.startsWith("/"));
      option.append(make("b", "", `/${entry.command}`), make("span", "", entry.description));
      return option;
    }));
    this.menu.hidden = !list.length;
    this.announceOption();
    this.menuButton.setAttribute("aria-expanded", list.length > 0);
  }

  /** Tells a screen reader which command the arrow keys are on. */
  announceOption() {
    const chosen = this.menu.querySelector('[aria-selected="true"]');
    if (chosen) this.text.setAttribute("aria-activedescendant", chosen.id);
    else this.text.removeAttribute("aria-activedescendant");
  }

  choose(entry) {
    this.type("");
    this.showMenu(false);
    const group = this.pane.chat !== this.pane.person;
    this.pane.say(`/${entry.command}` + (group ? `@${world.bot.username}` : ""));
  }

  selectNext(step) {
    const options = [...this.menu.children];
    const at = options.findIndex((option) => option.getAttribute("aria-selected") === "true");
    const next = options[(at + step + options.length) % options.length];
    options.forEach((option) => option.setAttribute("aria-selected", option === next));
    this.announceOption();
    next.scrollIntoView({ block: "nearest" });
  }

  typed(event) {
    const open = !this.menu.hidden;
    if (open && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      return this.selectNext(event.key === "ArrowDown" ? 1 : -1);
    }
    if (event.key === "Escape") { this.showMenu(false); return this.replyTo(null); }
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    const chosen = open && this.menu.querySelector('[aria-selected="true"]');
    if (chosen) chosen.click(); else this.submit();
  }

  listen() {
    this.form.addEventListener("submit", (event) => { event.preventDefault(); this.submit(); });
    this.text.addEventListener("keydown", (event) => this.typed(event));
    this.text.addEventListener("input", () => { this.grow(); this.showMenu(/^\/\w*$/.test(this.text.value)); });
    this.menuButton.addEventListener("click", () => { this.text.focus(); this.showMenu(this.menu.hidden); });
    this.startButton.addEventListener("click", async () => { await this.pane.say("/start"); this.text.focus(); });
    this.replying.querySelector("button").addEventListener("click", () => this.replyTo(null));
    for (const choice of this.attach.querySelectorAll("[data-attach]")) choice.addEventListener("click", () => this.add(choice.dataset.attach));
    this.file.addEventListener("change", async () => { await this.upload([...this.file.files]); this.file.value = ""; });
    document.addEventListener("click", (event) => { if (!event.target.closest(".bottom")) this.showMenu(false); });
    this.listenToDrops();
  }

  listenToDrops() {
    const { root } = this.pane;
    let depth = 0;
    const over = (change) => { depth = change ? Math.max(0, depth + change) : 0; this.drop.hidden = depth === 0; };
    root.addEventListener("dragenter", (event) => { if (event.dataTransfer.types.includes("Files")) over(1); });
    root.addEventListener("dragleave", () => over(-1));
    root.addEventListener("dragover", (event) => event.preventDefault());
    root.addEventListener("drop", (event) => { event.preventDefault(); over(0); this.upload([...event.dataTransfer.files]); });
  }
}
