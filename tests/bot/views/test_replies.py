"""Whole messages: every kind of answer as a reader sees it."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.ports import Message
from bot.sandbox.markup import parse_html
from bot.views.answers import Overtaken, Telling
from bot.views.replies import compose
from facts.answering.types import Answer, Bearing, Candidate, RankedFact, Score, Status
from facts.quote import DocumentCard, Quote
from facts.types import Attribution, Basis, FactKind, Published, PublishedBasis, Span
from tests.bot.views.test_answers import QUOTE

OLD = Published(date(2023, 3, 1), date(2023, 3, 1), PublishedBasis.ADMIN)
NEW = Published(date(2025, 5, 2), date(2025, 5, 2), PublishedBasis.ADMIN)


def quote(text: str, words: str = "", *, published: Published = NEW, outlet: str = "Post") -> Quote:
    at = text.find(words)
    return replace(
        QUOTE,
        text=text,
        answer=Span(at, at + len(words)) if words else None,
        document=DocumentCard(3, "Bridges", outlet, published),
    )


def shown(
    status: Status,
    reason: str,
    *facts: tuple[Bearing, Quote],
    telling: Telling | None = None,
    read_as: str | None = None,
) -> Message:
    ranked = tuple(
        RankedFact(Candidate(at, q.text), Score(1, {}), q.answer, bearing=bearing)
        for at, (bearing, q) in enumerate(facts)
    )
    answer = Answer(status, reason, ranked, read_as)
    return compose(answer, [q for _, q in facts], 7, telling or Telling(documents=2))[0]


def test_second_fact_completes_the_first() -> None:
    first = (Bearing.ANSWERS, quote("They met in May.", "May"))
    message = shown(
        Status.FOUND, "clear", first, (Bearing.COMPLETES, quote("They met in Rome.", "Rome"))
    )
    assert message.html == (
        "<b>May</b>\n"
        "<blockquote>They met in <b>May</b>.</blockquote>\n"
        "The document's words; nobody quoted\n"
        "<i>Bridges</i> · Post\n"
        "Published: 2 May 2025\n"
        "\n"
        "And with it:\n"
        "<b>Rome</b>\n"
        "<blockquote>They met in <b>Rome</b>.</blockquote>\n"
        "The document's words; nobody quoted\n"
        "<i>Bridges</i> · Post\n"
        "Published: 2 May 2025"
    )


def test_question_of_now_opens_with_as_of_and_an_old_fact_says_its_age() -> None:
    old = quote("Ilse Brandt is mayor.", "Ilse Brandt", published=OLD)
    telling = Telling(as_of=True, newest=date(2025, 5, 2))
    lines = shown(Status.FOUND, "clear", (Bearing.ANSWERS, old), telling=telling).html.split("\n")
    assert lines[:2] == ["As of 1 Mar 2023:", "<b>Ilse Brandt</b>"]
    assert lines[-1] == "Published: 1 Mar 2023 · 2 years old"


@pytest.mark.parametrize(
    ("newest", "told"),
    [(date(2023, 4, 1), ""), (date(2023, 6, 1), " · 3 months old"), (None, "")],
)
def test_age_is_measured_from_the_newest_document(newest: date | None, told: str) -> None:
    telling = Telling(newest=newest)
    old = (Bearing.ANSWERS, quote("It rained.", published=OLD))
    assert shown(Status.FOUND, "clear", old, telling=telling).html.endswith(
        f"Published: 1 Mar 2023{told}"
    )


def test_list_marks_every_name() -> None:
    listed = replace(quote("Ana, Bo and Cy met.", "Bo"), also=(Span(12, 14), Span(0, 3)))
    html = shown(Status.FOUND, "clear", (Bearing.ANSWERS, listed)).html
    assert html.startswith("<b>Ana, Bo, Cy</b>\n")
    assert "<b>Ana</b>, <b>Bo</b> and <b>Cy</b> met." in html


def test_conflict_stands_side_by_side_dated_and_attributed() -> None:
    ours = replace(quote("12 were hurt.", "12"), attribution=Attribution("Ana", None, Basis.QUOTE))
    message = shown(
        Status.CONFLICT,
        "differs",
        (Bearing.ANSWERS, ours),
        (Bearing.DIFFERS, quote("15 were hurt.", "15", published=OLD, outlet="Times")),
        (Bearing.NEAR, quote("It rained.")),
    )
    assert message.html == (
        "<b>The documents differ.</b> I show them side by side and choose none.\n"
        "\n<b>1</b>\n<b>12</b>\n<blockquote><b>12</b> were hurt.</blockquote>\nAna, quoted\n"
        "<i>Bridges</i> · Post\nPublished: 2 May 2025\n"
        "\n<b>2</b>\n<b>15</b>\n<blockquote><b>15</b> were hurt.</blockquote>\n"
        "The document's words; nobody quoted\n<i>Bridges</i> · Times\nPublished: 1 Mar 2023"
    )
    assert [b.data for b in message.buttons[0]] == ["context:7:0", "context:7:1"]


def test_correction_is_explained() -> None:
    before = Overtaken(quote("12 were hurt.", "12", published=OLD), True, "miscounted <twice>")
    telling = Telling(overtaken=(before,))
    html = shown(
        Status.FOUND, "clear", (Bearing.ANSWERS, quote("15 were hurt.", "15")), telling=telling
    ).html
    assert "⚠ It corrects this, which no longer stands (“miscounted &lt;twice&gt;”):" in html
    assert "<blockquote><b>12</b> were hurt.</blockquote>" in html


def test_what_somebody_said_is_paged() -> None:
    facts = [(Bearing.ANSWERS, quote(f"“Sentence {n}.”")) for n in range(5)]
    message = shown(Status.FOUND, "said", *facts)
    assert message.html.startswith("<b>1–3 of 5</b>, in the order of the documents")
    assert "Sentence 2" in message.html
    assert "Sentence 3" not in message.html
    assert message.buttons[0][0].data == "page:7:1"


def test_closest_of_what_somebody_said_may_come_first() -> None:
    facts = [(Bearing.ANSWERS, replace(quote(f"“Sentence {n}.”"), fact_id=n)) for n in (3, 1, 2)]
    message = shown(Status.FOUND, "said", *facts)
    assert message.html.startswith(
        "<b>1–3 of 3</b>, the closest first, then in the order of the documents"
    )


def test_not_given_shows_the_nearest_and_offers_to_tell_later() -> None:
    telling = Telling(documents=2, may_wait=True)
    near = (Bearing.NEAR, quote("In May, 12 were hurt.", "12"))
    message = shown(Status.UNKNOWN, "not_given", near, telling=telling)
    assert message.html.startswith("<b>Not given.</b>")
    assert "<b>12</b> were hurt" in message.html
    assert message.buttons[-1][0].text == "Tell me when you know"


def test_nothing_offers_to_tell_later() -> None:
    message = shown(Status.UNKNOWN, "nothing_on_subject", telling=Telling(2, may_wait=True))
    assert message.html == "<b>Nothing on that</b> in the 2 documents I have."
    assert [b.data for row in message.buttons for b in row] == ["wait:7"]


def test_follow_up_says_what_it_is_about_and_how_it_was_read() -> None:
    telling = Telling(2, about="Who met in <May>?", asked="and why?")
    lines = shown(Status.UNKNOWN, "nothing_on_subject", telling=telling, read_as="x").html
    assert lines.split("\n")[:3] == [
        "<i>and why?</i>",
        "About: <i>Who met in &lt;May&gt;?</i>",
        "Read as: <i>x</i>",
    ]


def test_caption_is_labelled_even_when_somebody_speaks_in_it() -> None:
    spoken = Attribution("Ana", None, Basis.QUOTE)
    caption = replace(quote("“We won.”"), kind=FactKind.CAPTION, attribution=spoken)
    assert (
        "Photo caption\nAna, quoted"
        in shown(Status.FOUND, "clear", (Bearing.ANSWERS, caption)).html
    )


@settings(max_examples=30)
@given(
    text=st.text(alphabet="word <&>.🙂", min_size=1, max_size=5000),
    status=st.sampled_from(Status),
    reason=st.sampled_from(["clear", "said", "not_given", "close", "more"]),
)
def test_any_answer_fits_a_message(text: str, status: Status, reason: str) -> None:
    one = replace(quote(text, text[:5]), leans_on=(text,), lead_in=text)
    one = replace(one, document=replace(one.document, title=text, outlet=text))
    facts = [(b, one) for b in (Bearing.ANSWERS, Bearing.COMPLETES, Bearing.DIFFERS)]
    overtaken = (Overtaken(one, True, text),) * 3
    telling = Telling(2, about=text, asked=text, overtaken=overtaken, may_wait=True)
    html = shown(status, reason, *facts, telling=telling, read_as=text).html
    plain, _ = parse_html(html)
    assert len(plain.encode("utf-16-le")) // 2 <= 4096
