"""`briefing digest`: who is briefed when, and what a chat would be sent now."""

import re
from collections.abc import Mapping
from datetime import UTC
from html import unescape

import click

from bot.cli.opening import SystemClock, line, opened
from bot.services.forecasting import Forecast, WouldSend, forecast, would_send
from bot.views.outbox import digests
from bot.views.subscriptions import moment
from bot.views.texts import say

_TAG = re.compile(r"<[^>]*>")


@click.command()
@click.option("--chat", "chat_id", type=int, metavar="ID", help="What this chat would be sent now.")
@click.option("--limit", type=click.IntRange(1, 1_000), default=20, help="How many due next.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
def digest(chat_id: int | None, limit: int, as_json: bool) -> None:
    """List who is due when, or show what a chat would be sent now; writes nothing."""
    now = SystemClock().now()
    with opened() as (_, store), store.writes() as session:
        if chat_id is None:
            _print_forecast(forecast(session, now, most=limit), as_json=as_json)
        else:
            for shown in would_send(session, now, chat_id=chat_id):
                _print_digest(shown, as_json=as_json)
        session.rollback()


def _print_forecast(seen: Forecast, *, as_json: bool) -> None:
    if as_json:
        counts = {"subscriptions": dict(seen.subscriptions), "digests": dict(seen.digests)}
        click.echo(line(counts))
    else:
        click.echo(say("forecast-subscriptions", counts=_counts(seen.subscriptions)))
        click.echo(digests(seen.digests))
    for chat_id, card in seen.next:
        topics = [topic.name for topic in card.topics]
        if as_json:
            due_at = card.next_at.astimezone(UTC).isoformat()
            told = {"chat": chat_id, "subscription": card.id, "topics": topics}
            click.echo(line({**told, "due_at": due_at, "zone": card.zone.key}))
        else:
            click.echo(f"{moment(card.next_at)} {card.zone.key}  {chat_id}  {', '.join(topics)}")


def _print_digest(shown: WouldSend, *, as_json: bool) -> None:
    if as_json:
        told = {"subscription": shown.card.id, "messages": list(shown.messages)}
        click.echo(line({**told, "more": shown.more, "repeats": shown.repeats}))
        return
    texts = [unescape(_TAG.sub("", html)) for html in shown.messages]
    click.echo("\n\n".join(texts) or say("forecast-empty"))
    if shown.more:
        click.echo(say("button-and-more", count=shown.more))
    if shown.repeats:
        click.echo(say("button-repeats", count=shown.repeats))


def _counts(states: Mapping[str, int]) -> str:
    told = ", ".join(f"{state} {count}" for state, count in states.items())
    return told or say("forecast-none")
