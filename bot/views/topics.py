"""Topics as lists and previews."""

from collections.abc import Sequence
from itertools import groupby

from bot.ports import Button, Message, rows
from bot.views import documents
from bot.views.html import escape, shortened
from bot.views.texts import say
from facts.quote import Quote
from facts.topics import Rule, Topic

LONGEST_WORDS = 160
LONGEST_ENTRIES = 400
MOST_LISTED = 40
LONGEST_DATA = 64


def topic_list(listed: Sequence[tuple[Topic, int]], suggested: Sequence[str] | None) -> Message:
    """Return the topics with what stands on them; `suggested` names are for admins only."""
    lines = [say("topics-head")]
    for topic, count in listed[:MOST_LISTED]:
        lines.append(say("topics-line", name=escape(topic.name), count=count))
    lines.append(say("topics-ask"))
    picks = [Button(t.name, data=f"topic:follow:{t.id}") for t, _ in listed[:MOST_LISTED]]
    suggestions: list[Button] = []
    if suggested is not None:
        lines += ["", say("topics-admin")]
        data = [(name, f"topic:preview:{name}") for name in suggested]
        suggestions = [Button(n, data=d) for n, d in data if len(d.encode()) <= LONGEST_DATA]
        lines += [say("topics-suggested")] if suggestions else []
    return Message("\n".join(lines), (*rows(picks, 2), *rows(suggestions, 2)))


def preview(topic: Topic, count: int, newest: Sequence[Quote], proposal: int) -> Message:
    """Return what a topic would hold, with the buttons that add it or forget it."""
    entries = [*topic.words, *topic.names] or [topic.name]
    listed = escape(shortened(", ".join([*entries, *topic.aliases]), LONGEST_ENTRIES))
    lines = [
        say("topic-preview", name=escape(topic.name), count=count),
        say("topic-looks-for", rule="all" if topic.rule is Rule.ALL else "any", entries=listed),
    ]
    for document, held in groupby(newest, key=lambda quote: quote.document):
        lines.append(documents.source_line(document))
        lines += [
            f"<blockquote>{escape(shortened(quote.text, LONGEST_WORDS))}</blockquote>"
            for quote in held
        ]
    every = Button(say("button-show-all", count=count), data=f"topic:facts:{proposal}:0")
    add = Button(say("button-add-topic"), data=f"topic:add:{proposal}")
    drop = Button(say("button-drop"), data=f"topic:drop:{proposal}")
    more = ((every,),) if count > len(newest) else ()
    return Message("\n".join(lines), (*more, (add, drop)))


def retired(name: str, others: Sequence[str]) -> Message:
    """Return word to who follows a topic that it is kept up no more; `others` they follow too."""
    if not others:
        return Message(say("topic-retired", name=escape(name)))
    left = escape(shortened(", ".join(others), LONGEST_WORDS))
    return Message(say("topic-retired-others", name=escape(name), others=left))


def brief_choice(topics: Sequence[Topic], typed: str) -> Message:
    """Return the topics to choose from, when none was named or none is called so."""
    typed = escape(shortened(typed, LONGEST_WORDS))
    told = say("brief-unknown", typed=typed) if typed else say("brief-which")
    picks = [Button(t.name, data=f"brief:{t.id}:-:0") for t in topics[:MOST_LISTED]]
    return Message(told, rows(picks, 2))
