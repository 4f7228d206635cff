"""Digests as a reader sees them, and cut where Telegram needs it."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bot.ports import Button
from bot.sandbox.markup import parse_html
from bot.views import digests
from bot.views.digests import DigestPage, ShownChange
from bot.views.html import shown_length
from bot.views.parts import MOST_UNITS, Piece, parts
from facts.links import LinkKind
from facts.quote import DocumentCard, Quote
from facts.types import Attribution, Basis, Figure, Published, PublishedBasis
from tests.bot.views.test_answers import QUOTE

DAY = date(2026, 11, 24)
PUBLISHED = Published(DAY, DAY, PublishedBasis.METADATA)
CARD = DocumentCard(4, "Talks in Brussels", "Wire", PUBLISHED)


def quote(number: int, text: str, *figures: Figure, speaker: str | None = None) -> Quote:
    said = Attribution(speaker, None, Basis.QUOTE) if speaker else Attribution()
    return replace(
        QUOTE, fact_id=number, text=text, figures=figures, attribution=said, document=CARD
    )


def killed(number: int, value: float, text: str) -> Quote:
    return quote(number, f"In all, {text} died.", Figure(text, 8, 8 + len(text), value, value))


OLD, NEW = killed(1, 286, "at least 286 people"), killed(2, 297, "at least 297 people")
CORRECTED = ShownChange(LinkKind.CORRECTED, OLD, NEW, "miscounted", date(2026, 11, 23))


def page(*quotes: Quote, changes: tuple[ShownChange, ...] = (), **more: object) -> DigestPage:
    groups = (("South Caucasus", quotes),) if quotes else ()
    return DigestPage(("South Caucasus",), changes, groups, DAY, **more)  # type: ignore[arg-type]


def test_day_of_a_correction_is_the_picture() -> None:
    said = quote(3, "We will sign in May.", speaker="Ararat Mirzoyan")
    [part] = digests.digest(page(said, changes=(CORRECTED,)), [Button("4 repeats", "r")])
    assert part.message.html == (
        "<b>South Caucasus</b> · 1 corrected, 1 new\n"
        "<b>1.</b> <b>Corrected</b> · you saw this on Monday\n"
        "<s>at least 286 people</s> → <b>at least 297 people</b>\n"
        "<blockquote>In all, <b>at least 297 people</b> died.</blockquote>\n"
        "<i>Talks in Brussels</i> · Wire · 24 Nov 2026 · “miscounted”\n"
        "<b>New</b>\n"
        "<i>Talks in Brussels</i> · Wire · 24 Nov 2026\n"
        "<b>2.</b> Ararat Mirzoyan, quoted\n"
        "<blockquote>We will sign in May.</blockquote>"
    )
    assert [b.text for row in part.message.buttons for b in row] == [
        "Context 1",
        "Document 1",
        "Context 2",
        "Document 2",
        "4 repeats",
    ]
    assert [q.fact_id for q in part.quotes] == [2, 3]


def test_change_without_one_figure_shows_the_old_words_whole() -> None:
    change = replace(CORRECTED, old=quote(1, "The bridge is open."), new=quote(2, "It is shut."))
    html = digests.change_notice(change, DAY).message.html
    assert "<s>The bridge is open.</s>\n<blockquote>It is shut.</blockquote>" in html
    assert "“miscounted”" in html


def test_three_labels_are_told_apart() -> None:
    kinds = (LinkKind.CORRECTED, LinkKind.UPDATED, LinkKind.DIFFERS)
    changes = tuple(replace(CORRECTED, kind=kind) for kind in kinds)
    html = digests.digest(page(changes=changes))[0].message.html
    assert html.startswith("<b>South Caucasus</b> · 1 corrected, 1 updated, 1 differs\n")
    for label in ("Corrected", "Updated", "Another source differs"):
        assert f"<b>{label}</b>" in html


def test_document_is_named_once_for_its_facts() -> None:
    html = digests.digest(page(quote(1, "One."), quote(2, "Two.")))[0].message.html
    assert html.count("Talks in Brussels") == 1


def test_document_of_unknown_date_says_so() -> None:
    card = DocumentCard(5, None, None, Published(DAY, None, PublishedBasis.INFERRED))
    assert digests.document_line(card) == (
        "<i>untitled document 5</i> · outlet unknown · not before 24 Nov 2026"
    )


@given(st.lists(st.text(max_size=3_000), min_size=1, max_size=14), st.booleans())
def test_every_message_fits_and_no_tag_is_cut(texts: list[str], full: bool) -> None:
    quotes = [quote(number, text) for number, text in enumerate(texts, start=1)]
    made = digests.digest(page(*quotes, length="full" if full else "short"))
    for part in made:
        text, _ = parse_html(part.message.html)
        assert len(text.encode("utf-16-le")) <= 2 * 4096
        assert sum(len(row) for row in part.message.buttons) <= 100
    assert [q.fact_id for part in made for q in part.quotes] == list(range(1, len(texts) + 1))


def test_length_is_counted_as_telegram_counts_it() -> None:
    assert shown_length("<b>a&amp;b</b> 🙂") == 6


def test_pieces_are_kept_whole() -> None:
    made = parts([Piece("<b>x</b>" + "y" * (MOST_UNITS - 2)), Piece("<i>z</i>")])
    assert [part.message.html[-8:] for part in made] == ["y" * 8, "<i>z</i>"]


def test_day_without_news_names_the_newest_document_only_when_its_day_is_known() -> None:
    monday = date(2026, 11, 23)
    assert digests.empty_line(["Sea & air"], monday, DAY) == (
        "Nothing new on Sea &amp; air. Last document: Monday."
    )
    assert digests.empty_line(["Sea"], None, DAY) == "Nothing new on Sea."
