"""`briefing topics`: what can be followed; defined after a look at what it would hold."""

import click

from bot.cli.opening import SystemClock, line, opened
from bot.services.topics import (
    add_topic,
    list_matched,
    preview,
    remove_topic,
    suggest_topics,
)
from db.engine import Store
from db.viewer import Viewer

ACTOR = "terminal"


@click.command()
@click.option("--define", metavar="'NAME: word, Full Name'", help="Show what a topic would hold.")
@click.option("--apply", is_flag=True, help="With --define: add the topic.")
@click.option("--remove", metavar="KEY", help="Remove a topic.")
@click.option("--suggest", is_flag=True, help="Names that many facts hold.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
def topics(
    define: str | None, apply: bool, remove: str | None, suggest: bool, as_json: bool
) -> None:
    """List topics; define, remove or suggest one."""
    with opened() as (_, store):
        if define is not None and not apply:
            _preview(store, define, as_json=as_json)
            return
        if suggest:
            _suggest(store, as_json=as_json)
            return
        with store.writes.begin() as session:
            now = SystemClock().now()
            if define is not None:
                add_topic(session, now, written=define, actor=ACTOR)
            if remove is not None:
                remove_topic(session, now, key=remove, actor=ACTOR)
        _list(store, as_json=as_json)


def _list(store: Store, *, as_json: bool) -> None:
    with store.writes.begin() as session:
        listed = list_matched(session, SystemClock().now(), viewer=Viewer())
    for one in listed:
        told = {"key": one.topic.key, "name": one.topic.name, "facts": one.facts}
        click.echo(line(told) if as_json else f"{one.topic.key}: {one.topic.name}, {one.facts}")


def _preview(store: Store, written: str, *, as_json: bool) -> None:
    with store.reads.begin() as session:
        shown = preview(session, SystemClock().now(), written=written, viewer=Viewer())
    newest = [quote.text for quote in shown.newest]
    if as_json:
        told = {"key": shown.topic.key, "name": shown.topic.name, "facts": shown.facts}
        click.echo(line({**told, "newest": newest}))
        return
    click.echo(f"{shown.topic.name}: {shown.facts} facts. Nothing is stored yet: add --apply.")
    for text in newest:
        click.echo(f"  “{text}”")


def _suggest(store: Store, *, as_json: bool) -> None:
    with store.reads.begin() as session:
        names = suggest_topics(session, SystemClock().now(), viewer=Viewer())
    for name, count in names:
        click.echo(line({"name": name, "facts": count}) if as_json else f"{name}: {count}")
