// The card under a message with a link. The page asks no other host, so it can only show what is
// known here: the bot behind its own link, and a link that the bot named to be previewed.

import { make, world } from "/page.js";

export function preview(message) {
  const { is_disabled: disabled, url: named, prefer_large_media: large } = message.link_preview_options ?? {};
  const url = named || first(message);
  if (disabled || !message.text || !url) return null;
  if (isBot(url)) return card("Telegram", world.bot.first_name, world.profile.short_description, url);
  if (!named) return null;
  const { hostname, pathname } = new URL(full(url));
  return card(hostname.replace(/^www\./, ""), decodeURI(pathname).replace(/^\/$/, ""), "", url, large);
}

function first(message) {
  const entity = message.entities?.find(({ type }) => type === "text_link" || type === "url");
  return entity?.url ?? (entity && message.text.slice(entity.offset, entity.offset + entity.length));
}

const full = (url) => (/^[a-z]+:/i.test(url) ? url : `https://${url}`);

function isBot(url) {
  return URL.canParse(full(url)) && new URL(full(url)).hostname === "t.me" && new URL(full(url)).pathname === `/${world.bot.username}`;
}

function card(site, title, text, url, large = false) {
  const anchor = make("a", "preview" + (large ? " large" : ""));
  Object.assign(anchor, { href: full(url), target: "_blank", rel: "noopener noreferrer" });
  anchor.append(make("strong", "", site));
  if (title) anchor.append(make("b", "", title));
  if (text) anchor.append(make("span", "", text));
  return anchor;
}
