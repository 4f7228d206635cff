// One message as a bubble: who, where from, what it replies to, its content, its buttons.

import { button, copy, hour, icon, make, nameOf, world } from "/page.js";
import { preview } from "/preview.js";
import { formatted } from "/text.js";

const REPLY = "M10 8L5 12l5 4M5 12h9a5 5 0 0 1 5 5v1";
const FORWARD = "M14 8l5 4-5 4M19 12h-9a5 5 0 0 0-5 5v1";
const PAPER = "M7 3h7l5 5v13H7zM14 3v5h5";
const SMILE = "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM8.5 14a4 4 0 0 0 7 0M9 9.5v.5M15 9.5v.5";
const OFFERED = ["👍", "👎", "❤", "🔥", "👏", "🤔", "👀"];
const PIN = "M12 21s-6.5-6-6.5-11a6.5 6.5 0 0 1 13 0c0 5-6.5 11-6.5 11zM12 8v4";

/** `pane` gives the person and chat, and does what is asked: say, press, replyTo, forward, jump. */
export function bubble(message, pane) {
  const notice = service(message);
  if (notice) return numbered(make("div", "notice", notice), message, pane);
  const mine = message.from.id === pane.person;
  const item = numbered(make("div", "message" + (mine ? " mine" : "")), message, pane);
  const inner = make("div", "bubble");
  const group = message.chat.type !== "private";
  if (!mine && group) inner.append(make("div", "from", message.from.first_name));
  else inner.append(make("span", "unseen", mine ? "You: " : `${message.from.first_name}: `));
  if (message.forward_origin) inner.append(make("div", "origin", `Forwarded from ${origin(message.forward_origin)}`));
  const replied = message.reply_to_message;
  if (replied && !replied.forum_topic_created) inner.append(quoted(replied, message.quote, pane));
  if (message.photo) inner.append(picture(message, pane));
  if (message.document) inner.append(file(message.document, pane));
  if (message.location) inner.append(place(message.location));
  const card = preview(message);
  const above = card && message.link_preview_options?.show_above_text;
  if (above) inner.append(card);
  inner.append(...words(message, pane));
  if (card && !above) inner.append(card);
  if (message.reactions?.length) inner.append(reactions(message, pane));
  item.append(inner, actions(message, pane));
  if (message.reply_markup?.inline_keyboard) {
    item.classList.add("has-keys");
    item.append(keyboard(message, pane));
  }
  return item;
}

function numbered(item, message, pane) {
  item.id = `m${pane.person}-${message.message_id}`;
  return item;
}

function service(message) {
  const who = message.from.first_name;
  if (message.new_chat_members) return `${who} added ${message.new_chat_members.map((user) => user.first_name).join(", ")}`;
  if (message.left_chat_member) return `${who} removed ${message.left_chat_member.first_name}`;
  if (message.migrate_to_chat_id) return "The group became a supergroup";
  if (message.migrate_from_chat_id) return "This supergroup was a group before";
  return "";
}

const origin = (from) => from.chat?.title ?? from.sender_user?.first_name ?? "someone";

function words(message, pane) {
  const text = message.text ?? message.caption;
  if (!text) return [meta(message)];
  const body = make("div", "body");
  body.dir = "auto";
  body.append(formatted(text, message.entities ?? message.caption_entities ?? [], (command) => pane.say(command)), meta(message));
  return [body];
}

function meta(message) {
  const time = new Date(message.date * 1000);
  const shown = make("time", "meta", hour(time));
  shown.dateTime = time.toISOString();
  if (message.edit_date) shown.prepend("edited ");
  return shown;
}

function reactions(message, pane) {
  const row = make("div", "reactions");
  const emojis = [...new Set(message.reactions.map((one) => one.emoji))];
  row.append(...emojis.map((emoji) => {
    const by = message.reactions.filter((one) => one.emoji === emoji).map((one) => one.by);
    const mine = by.includes(pane.person);
    const chip = button("", by.length > 1 ? `${emoji} ${by.length}` : emoji, () => pane.react(message, mine ? "" : emoji));
    chip.title = by.map(nameOf).join(", ");
    chip.setAttribute("aria-label", `${emoji} by ${chip.title}`);
    chip.setAttribute("aria-pressed", mine);
    return chip;
  }));
  return row;
}

function picker(message, pane) {
  const sheet = make("details", "react");
  const summary = make("summary", "icon");
  summary.setAttribute("aria-label", "React");
  summary.append(icon(SMILE));
  const offered = make("div", "sheet picker");
  sheet.append(summary, offered);
  sheet.addEventListener("toggle", () => {
    if (!sheet.open) return;
    offered.replaceChildren(...OFFERED.map((emoji) => button("", emoji, () => pane.react(message, emoji))));
    offered.scrollIntoView({ block: "nearest" });
  });
  return sheet;
}

export function summary(message) {
  return message.text ?? message.caption ?? message.document?.file_name ?? (message.location ? "Location" : "Picture");
}

function quoted(message, quote, pane) {
  const element = button("quoted", undefined, () => pane.jump(message.message_id));
  element.append(make("strong", "", message.from.first_name), make("span", "", quote?.text ?? summary(message)));
  return element;
}

function actions(message, pane) {
  const row = make("div", "acts");
  const reply = button("icon", undefined, () => pane.replyTo(message));
  reply.setAttribute("aria-label", "Reply");
  reply.append(icon(REPLY));
  const forward = button("icon", undefined, () => pane.forward(message));
  forward.setAttribute("aria-label", "Forward");
  forward.append(icon(FORWARD));
  row.append(picker(message, pane), reply, forward);
  return row;
}

function picture(message, pane) {
  const image = make("img", "picture");
  const size = message.photo.at(-1);
  Object.assign(image, { src: pane.fileUrl(size.file_id), alt: message.caption || "Picture", width: size.width, height: size.height });
  return image;
}

function file(document_, pane) {
  const anchor = make("a", "file");
  Object.assign(anchor, { href: pane.fileUrl(document_.file_id), download: document_.file_name });
  const disc = icon(PAPER);
  disc.classList.add("disc");
  const named = make("span");
  named.append(make("b", "", document_.file_name), make("small", "", size(document_.file_size)));
  anchor.append(disc, named);
  return anchor;
}

function size(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 ** 2) return `${(bytes / 1024).toFixed(1)} KB`;
  return `${(bytes / 1024 ** 2).toFixed(1)} MB`;
}

function place(location) {
  const card = make("div", "file");
  const disc = icon(PIN);
  disc.classList.add("disc");
  const named = make("span");
  named.append(make("b", "", "Location"), make("small", "", `${location.latitude}, ${location.longitude}`));
  card.append(disc, named);
  return card;
}

// Inline buttons

function keyboard(message, pane) {
  const keys = make("div", "keys");
  message.reply_markup.inline_keyboard.forEach((row, y) => {
    const line = make("div");
    line.append(...row.map((entry, x) => key(message, entry, y, x, pane)));
    keys.append(line);
  });
  return keys;
}

function key(message, entry, row, column, pane) {
  if (entry.url) {
    const anchor = make("a", `mark ${entry.style || ""}`, entry.text);
    return Object.assign(anchor, { href: entry.url, target: "_blank", rel: "noopener noreferrer", title: entry.url });
  }
  const element = button(entry.style || "", entry.text);
  if (entry.copy_text) {
    element.classList.add("mark", "copy");
    element.addEventListener("click", () => copy(entry.copy_text.text));
  } else if (entry.callback_data) {
    element.addEventListener("click", () => pane.press(element, message.message_id, row, column));
  } else {
    const typed = entry.switch_inline_query_current_chat ?? entry.switch_inline_query ?? "";
    element.addEventListener("click", () => pane.type(`@${world.bot.username} ${typed}`));
  }
  return element;
}
