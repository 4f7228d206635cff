"""Messages about the bot itself: they quote no fact."""

from collections.abc import Sequence
from datetime import date

from bot.views import documents
from bot.views.html import escape
from bot.views.texts import say
from facts.quote import DocumentCard


def start(titles: Sequence[str]) -> str:
    """Return the greeting, with what can be asked about."""
    if not titles:
        return say("start", examples=say("start-empty"))
    named = "\n".join(f"· <i>{escape(title)}</i>" for title in titles)
    return say("start", examples=say("start-examples", titles=f"\n{named}"))


def help_text(role: str) -> str:
    """Return how to ask, and what else a role may do."""
    parts = {"editor": ("help", "help-editor"), "admin": ("help", "help-editor", "help-admin")}
    return "\n\n".join(say(part) for part in parts.get(role, ("help",)))


def about(version: str, *, document_count: int, fact_count: int, newest: date | None) -> str:
    """Return what the bot is and holds."""
    unknown = say("about-unknown") if document_count else say("about-none")
    return say(
        "about",
        version=version,
        documents=document_count,
        facts=fact_count,
        newest=documents.day(newest) if newest else unknown,
    )


def settings(*, person_id: int, language: str | None, role: str) -> str:
    """Return what is set for a person."""
    return say(
        "settings",
        language=escape(language or say("settings-language-unknown")),
        role=say(f"role-{role}"),
        id=str(person_id),
    )


def document_list(cards: Sequence[tuple[DocumentCard, int]]) -> str:
    """Return the documents, newest first, for admins."""
    if not cards:
        return say("empty-store")
    lines = [
        f"{card.id}. {documents.source_line(card)}\n   {documents.published(card.published)} · "
        f"{say('document-facts', count=count)}"
        for card, count in cards
    ]
    return "\n".join([say("documents"), *lines])
