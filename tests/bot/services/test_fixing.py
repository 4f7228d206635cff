"""What people put right stays right through every later run, and can be put back."""

import dataclasses
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from bot.services.amending import amend
from bot.services.fixing import Change, Fixed, fix, last_fix
from bot.services.loading import apply, discard, rehearse
from bot.services.sheets import Fixer, Rehearsed, sheet_of_document
from bot.services.understanding import Understood, understand
from bot.services.undoing import undo
from bot.services.unfixing import put_back
from db.engine import Store
from db.models import AuditRow, FactLinkRow, FactRow, FixRow, PassageRow, RevisionRow, SightingRow
from db.queries.quotes import all_quotes
from facts.fixing.fields import Field
from facts.fixing.pieces import FixRefused
from facts.quote import Quote
from facts.reading.read import read_here
from facts.types import Attribution, Particulars, Published, PublishedBasis
from tests.factories import NOW, load_text, question

TEXT = """Harbour notes

The mayor opened the quay on Wednesday. It cost 4 million crowns; 30 boats were moved.

"The sea wall must rise."
"""
LATER = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
COUNCILLOR = Change(Field.SPEAKER, "Ida Roe", role="councillor")


def standing(store: Store) -> list[Quote]:
    with store.reads.begin() as session:
        return [quote for quote in all_quotes(session) if quote.standing]


def of(store: Store, words: str) -> Quote:
    return next(quote for quote in standing(store) if words in quote.text)


def fixed(store: Store, fact_id: int | Rehearsed, change: Change) -> Fixed:
    with store.writes.begin() as session:
        return fix(session, NOW, target=fact_id, change=change, fixer=Fixer("7"))


def back(store: Store, act: int) -> None:
    with store.writes.begin() as session:
        put_back(session, LATER, act=act, fixer=Fixer("8"))


def texts(store: Store) -> list[str]:
    return [quote.text for quote in standing(store)]


def understood(text: str = TEXT, *, newer: bool = False) -> tuple[Understood, ...]:
    found = understand(read_here("harbour.txt", text.encode()))
    if not newer:
        return found
    reading = found[0].document.reading
    reading = dataclasses.replace(reading, reader=f"{reading.reader.partition('/')[0]}/99")
    document = dataclasses.replace(found[0].document, reading=reading)
    drafts = [dataclasses.replace(d, attribution=Attribution()) for d in found[0].drafts]
    return (dataclasses.replace(found[0], document=document, drafts=tuple(drafts)),)


def load(store: Store, documents: tuple[Understood, ...], name: str = "harbour.txt") -> int | None:
    with store.writes.begin() as session:
        plan = rehearse(session, LATER, file_name=name, documents=documents, actor="test")
        if plan.load_id is not None:
            apply(session, LATER, load_id=plan.load_id, actor="test")
    return plan.load_id


def test_speaker_is_named_audited_and_put_back(store: Store) -> None:
    load_text(store, TEXT)
    wall = of(store, "sea wall")
    assert not wall.attribution.sure
    act = fixed(store, wall.fact_id, COUNCILLOR).act
    said = of(store, "sea wall").attribution
    assert (said.speaker, said.role, said.sure) == ("Ida Roe", "councillor", True)
    with store.reads.begin() as session:
        told = session.get_one(AuditRow, act)
        assert (told.actor, told.verb, told.subject) == ("7", "fix", f"fact {wall.fact_id}")
        assert told.particulars["before"]["sure"] is False
        assert told.particulars["after"]["speaker"] == "Ida Roe"
        assert session.scalars(select(FixRow.field)).all() == ["speaker"]
    back(store, act)
    assert of(store, "sea wall") == wall
    with store.reads.begin() as session:
        assert session.scalars(select(AuditRow.verb)).all()[-1] == "put back"


def test_fact_keeps_its_id_and_is_no_news(store: Store) -> None:
    load_text(store, TEXT)
    wall = of(store, "sea wall")
    with store.reads.begin() as session:
        before = session.get_one(FactRow, wall.fact_id).went_live
    fixed(store, wall.fact_id, COUNCILLOR)
    with store.reads.begin() as session:
        assert session.get_one(FactRow, wall.fact_id).went_live == before
    assert "sea wall" in question(store, "what did Ida Roe say about the sea wall").quotes[0].text


def test_newer_reading_does_not_overwrite_what_a_person_set(store: Store) -> None:
    load_text(store, TEXT)
    fixed(store, of(store, "sea wall").fact_id, COUNCILLOR)
    fixed(store, of(store, "quay").fact_id, Change(Field.MOMENT, "2026-11-18"))
    before = standing(store)
    assert load(store, understood(newer=True)) is not None
    after = standing(store)
    assert [q.fact_id for q in after] == [q.fact_id for q in before]
    assert of(store, "sea wall").attribution.speaker == "Ida Roe"
    assert of(store, "quay").moments[0].earliest == date(2026, 11, 18)


def test_date_given_later_reads_other_moments_anew_only(store: Store) -> None:
    text = TEXT + "\nThe quay closes again on Friday.\n"
    load_text(store, text)
    fixed(store, of(store, "quay").fact_id, Change(Field.MOMENT, "2026-11-18"))
    day = date(2026, 12, 1)
    given = Particulars(published=Published(day, day, PublishedBasis.ADMIN))
    found = understand(read_here("harbour.txt", text.encode(), given))
    with store.writes.begin() as session:
        told = {"understood": found[0], "given": given, "actor": "7"}
        assert amend(session, LATER, document_id=1, **told)
    assert of(store, "quay").moments[0].earliest == date(2026, 11, 18)
    assert of(store, "Friday").moments[0].earliest == date(2026, 12, 4)


def test_same_document_again_brings_no_old_reading_back(store: Store) -> None:
    load_id = load_text(store, TEXT)
    fixed(store, of(store, "sea wall").fact_id, COUNCILLOR)
    fixed(store, of(store, "4 million").fact_id, Change(Field.SPLIT, place=26))
    fixed(store, of(store, "quay").fact_id, Change(Field.LEFT_OUT))
    before = standing(store)
    assert load(store, understood()) is None
    assert load(store, understood(), "copy.txt") is None
    with store.writes.begin() as session:
        undo(session, LATER, load_id=load_id or 0, actor="7")
    assert standing(store) == []
    assert load(store, understood()) is not None
    assert standing(store) == before


def test_copy_in_another_document_states_the_fixed_fact(store: Store) -> None:
    load_text(store, TEXT)
    wall = of(store, "sea wall")
    fixed(store, wall.fact_id, COUNCILLOR)
    load_text(store, TEXT + "\n\nOne more line of the copy.\n", name="copy.txt", outlet="Post")
    both = [quote for quote in standing(store) if "sea wall" in quote.text]
    assert [quote.fact_id for quote in both] == [wall.fact_id] * 2
    assert {quote.attribution.speaker for quote in both} == {"Ida Roe"}


def test_new_revision_keeps_what_was_fixed(store: Store) -> None:
    load_text(store, TEXT)
    fixed(store, of(store, "sea wall").fact_id, COUNCILLOR)
    fixed(store, of(store, "quay").fact_id, Change(Field.LEFT_OUT))
    load(store, understood(TEXT + "\n\nThe quay is 80 metres long.\n"))
    assert "80 metres" in texts(store)[-1]
    assert of(store, "sea wall").attribution.speaker == "Ida Roe"
    assert not any("opened the quay" in text for text in texts(store))


def test_split_keeps_exact_words_and_is_put_back(store: Store) -> None:
    load_text(store, TEXT)
    whole = of(store, "4 million")
    done = fixed(store, whole.fact_id, Change(Field.SPLIT, place=26))
    assert texts(store)[1:3] == ["It cost 4 million crowns;", "30 boats were moved."]
    assert [f.low for f in of(store, "30 boats").figures] == [30]
    assert "30 boats" in question(store, "how many boats were moved").quotes[0].text
    back(store, done.act)
    assert of(store, "4 million") == whole
    fixed(store, whole.fact_id, Change(Field.SPLIT, place=26))
    assert texts(store)[1:3] == ["It cost 4 million crowns;", "30 boats were moved."]


def test_whoever_saw_the_whole_has_seen_its_parts(store: Store) -> None:
    load_text(store, TEXT)
    whole = of(store, "4 million").fact_id
    _show(store, whole)
    made = fixed(store, whole, Change(Field.SPLIT, place=26)).targets
    with store.reads.begin() as session:
        seen = session.scalars(select(SightingRow.fact_id).order_by(SightingRow.fact_id)).all()
        assert set(made) < set(seen)
        links = session.scalars(select(FactLinkRow)).all()
        assert {(link.earlier_id, link.kind) for link in links} == {(whole, "similar")}
        ended = session.scalars(select(PassageRow).where(PassageRow.fact_id == whole)).one()
        assert ended.ended_by == links[0].load_id


def test_neighbours_are_joined_and_parted_again(store: Store) -> None:
    load_text(store, TEXT)
    before = standing(store)
    one = of(store, "quay").fact_id
    done = fixed(store, one, Change(Field.JOIN))
    assert texts(store)[0].startswith("The mayor opened")
    assert texts(store)[0].endswith("30 boats were moved.")
    assert len(texts(store)) == len(before) - 1
    with store.writes.begin() as session:
        act = last_fix(session, NOW, fact_id=done.targets[0])  # type: ignore[arg-type]
    back(store, act)
    assert standing(store) == before
    fixed(store, of(store, "4 million").fact_id, Change(Field.JOIN, backwards=True))
    assert len(texts(store)) == len(before) - 1


def test_fix_built_on_is_put_back_after_what_is_built_on_it(store: Store) -> None:
    load_text(store, TEXT)
    first = fixed(store, of(store, "4 million").fact_id, Change(Field.SPLIT, place=26))
    second = fixed(store, of(store, "30 boats").fact_id, Change(Field.TOPIC, "Boats"))
    with pytest.raises(FixRefused, match="first what was fixed after"):
        back(store, first.act)
    back(store, second.act)
    back(store, first.act)
    with pytest.raises(FixRefused, match="already"):
        back(store, first.act)


@pytest.mark.parametrize(
    ("words", "change", "says"),
    [
        ("4 million", Change(Field.SPLIT, place=0), "empty"),
        ("4 million", Change(Field.SPLIT, place=9_999), "empty"),
        ("4 million", Change(Field.SPLIT, place=4), "word apart"),
        ("sea wall", Change(Field.JOIN), "no fact beside|stand apart"),
        ("quay", Change(Field.MOMENT, "yesterday"), "Write the day"),
        ("quay", Change(Field.MOMENT, "2026-02-30"), "Write the day"),
        ("quay", Change(Field.MOMENT, "2026-11-18", words="Monday"), "Name one of the dates"),
        ("quay", Change(Field.ROLE, "mayor"), "Nobody is named"),
        ("quay", Change(Field.KIND, "poem"), "one of: sentence"),
        ("quay", Change(Field.KIND, "sentence"), "so already"),
        ("quay", Change(Field.SPEAKER, None), "so already"),
        ("quay", Change(Field.SPEAKER, "x" * 4096), "at most 120"),
        ("quay", Change(Field.SPEAKER, "🙂"), "at most 120"),
        ("quay", Change(Field.TOPIC, "  "), "at most 120"),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(
    sqlite_store: Store, words: str, change: Change, says: str
) -> None:
    load_text(sqlite_store, TEXT)
    before = standing(sqlite_store)
    with pytest.raises(FixRefused, match=says):
        fixed(sqlite_store, of(sqlite_store, words).fact_id, change)
    assert standing(sqlite_store) == before
    with sqlite_store.reads.begin() as session:
        assert session.scalars(select(FixRow)).all() == []


def test_ended_fact_is_not_fixed(store: Store) -> None:
    load_id = load_text(store, TEXT)
    wall = of(store, "sea wall").fact_id
    with store.writes.begin() as session:
        undo(session, LATER, load_id=load_id or 0, actor="7")
    with pytest.raises(FixRefused, match=r"no longer stands: the desk took"):
        fixed(store, wall, COUNCILLOR)
    with pytest.raises(FixRefused, match="is not there"):
        fixed(store, 999, COUNCILLOR)


def test_rehearsed_fact_is_fixed_before_it_is_applied(store: Store) -> None:
    with store.writes.begin() as session:
        plan = rehearse(session, NOW, file_name="h.txt", documents=understood(), actor="7")
    load_id = plan.load_id or 0
    places = {d.draft.text[:9]: d.draft.span for d in plan.documents[0].facts}
    wall, cost = places['"The sea '], places["It cost 4"]
    done = fixed(store, Rehearsed(load_id, 1, wall.start, wall.end), COUNCILLOR)
    fixed(store, Rehearsed(load_id, 1, cost.start, cost.end), Change(Field.SPLIT, place=26))
    with pytest.raises(FixRefused, match="cut otherwise meanwhile"):
        fixed(store, Rehearsed(load_id, 1, cost.start, cost.end), Change(Field.LEFT_OUT))
    assert standing(store) == []
    with store.writes.begin() as session:
        apply(session, NOW, load_id=load_id, actor="7")
    assert "30 boats were moved." in texts(store)
    assert of(store, "sea wall").attribution.speaker == "Ida Roe"
    back(store, done.act)
    assert not of(store, "sea wall").attribution.sure
    with pytest.raises(FixRefused, match="not waiting"):
        fixed(store, Rehearsed(load_id, 1, wall.start, wall.end), COUNCILLOR)


def test_fixed_load_that_is_discarded_leaves_nothing(store: Store) -> None:
    with store.writes.begin() as session:
        plan = rehearse(session, NOW, file_name="h.txt", documents=understood(), actor="7")
    span = plan.documents[0].facts[2].draft.span
    fixed(store, Rehearsed(plan.load_id or 0, 1, span.start, span.end), COUNCILLOR)
    with store.writes.begin() as session:
        discard(session, NOW, load_id=plan.load_id or 0, actor="7")
        assert session.scalars(select(FixRow)).all() == []
        assert session.scalars(select(RevisionRow)).all() == []


def test_day_of_a_fact_without_any_date_is_its_own(store: Store) -> None:
    load_text(store, TEXT)
    fixed(store, of(store, "4 million").fact_id, Change(Field.MOMENT, "2026-11"))
    moment = of(store, "4 million").moments[0]
    assert (moment.earliest, moment.latest) == (date(2026, 11, 1), date(2026, 11, 30))
    assert "4 million" in question(store, "what did it cost in November 2026").quotes[0].text


def test_both_engines_fix_alike(both_stores: tuple[Store, Store]) -> None:
    for store in both_stores:
        load_text(store, TEXT)
        fixed(store, of(store, "4 million").fact_id, Change(Field.SPLIT, place=26))
        fixed(store, of(store, "sea wall").fact_id, COUNCILLOR)
    assert standing(both_stores[0]) == standing(both_stores[1])


def test_sheet_of_a_withdrawn_document_is_none(store: Store) -> None:
    load_id = load_text(store, TEXT)
    with store.writes.begin() as session:
        undo(session, LATER, load_id=load_id or 0, actor="7")
        assert sheet_of_document(session, 1, None) is None


def _show(store: Store, fact_id: int) -> None:
    from db.models import DeliveryRow
    from db.queries.people import ensure_chat

    with store.writes.begin() as session:
        ensure_chat(session, NOW, chat_id=5, kind="private", title="Rita")
        sent = DeliveryRow(
            kind="answer", chat_id=5, body={"html": "x"}, state="sent", due_at=NOW, created_at=NOW
        )
        session.add(sent)
        session.flush()
        session.add(SightingRow(chat_id=5, fact_id=fact_id, delivery_id=sent.id, at=NOW))
