"""Learned ways to ask for a fact follow it through a cut, to the part that answers."""

import pytest
from sqlalchemy import select

from bot.services.correcting import Wish, give_back, take_back
from bot.services.fixing import Change, Fixed, fix
from bot.services.learning import list_phrasings
from bot.services.sheets import Fixer
from bot.services.unfixing import put_back
from bot.services.vocabularies import Vocabularies
from db.engine import Store
from db.models import FactRow, PhrasingRow
from db.queries.learning import gist_json
from db.viewer import Viewer
from facts.answering.likeness import gist
from facts.answering.question import parse
from facts.fixing.fields import Field
from tests.factories import NOW, TODAY, load_text, question
from tests.kept import Kept

WHOLE = "It cost 4 million crowns; 30 boats were moved."
TEXT = f"Harbour notes\n\nThe quay was opened by the mayor. {WHOLE}\n"
BOATS, UNRELATED = "How many boats had to go elsewhere?", "Was anybody pleased?"


def fact(store: Store, words: str) -> int:
    with store.reads.begin() as session:
        standing = select(FactRow.id).where(FactRow.text == words, FactRow.live_until.is_(None))
        return session.scalars(standing).one()


def teach(store: Store, fact_id: int, text: str, state: str = "live") -> None:
    with store.writes.begin() as session:
        words = Vocabularies().learned(session, Viewer()).vocabulary
        come_to = gist(parse(text, words, TODAY))
        row = PhrasingRow(
            fact_id=fact_id, text=text, stem_key=come_to.key, stems=gist_json(come_to),
            state=state, chosen=3, against=1, proposed_at=NOW,
        )  # fmt: skip
        session.add(row)


def changed(store: Store, fact_id: int, change: Change) -> Fixed:
    with store.writes.begin() as session:
        return fix(session, NOW, target=fact_id, change=change, fixer=Fixer("7"))


def ways(store: Store) -> dict[str, str]:
    """The ways to ask that lead to standing facts."""
    with store.reads.begin() as session:
        return {row.text: text for row, text in list_phrasings(session, NOW)}


def fill(store: Store) -> None:
    load_text(store, TEXT, name="harbour.txt")
    teach(store, fact(store, WHOLE), BOATS)
    teach(store, fact(store, WHOLE), UNRELATED, "proposed")


@pytest.fixture
def desk(store: Store, kept: Kept) -> Store:
    kept(store, fill)
    return store


def test_way_to_ask_goes_to_the_part_that_holds_the_answer_and_the_other_rests(
    desk: Store,
) -> None:
    done = changed(desk, fact(desk, WHOLE), Change(Field.SPLIT, place=WHOLE.index("30")))
    assert done.carried.moved == (BOATS,)
    assert done.carried.resting == (UNRELATED,)
    assert ways(desk) == {BOATS: "30 boats were moved."}
    assert question(desk, BOATS).quotes[0].text == "30 boats were moved."
    with desk.reads.begin() as session:
        row = session.scalars(select(PhrasingRow).order_by(PhrasingRow.id.desc())).first()
        assert row is not None
        assert (row.state, row.chosen, row.against) == ("live", 3, 1)


def test_cut_put_back_has_all_ways_again_and_those_learned_meanwhile(desk: Store) -> None:
    whole = fact(desk, WHOLE)
    act = changed(desk, whole, Change(Field.SPLIT, place=WHOLE.index("30"))).act
    teach(desk, fact(desk, "It cost 4 million crowns;"), "What was the bill?")
    with desk.writes.begin() as session:
        put_back(session, NOW, act=act, fixer=Fixer("7"))
    assert ways(desk) == {BOATS: WHOLE, UNRELATED: WHOLE, "What was the bill?": WHOLE}


def test_joined_facts_keep_the_ways_to_ask_for_either(desk: Store) -> None:
    opened = "The quay was opened by the mayor."
    teach(desk, fact(desk, opened), "Who cut the ribbon?")
    changed(desk, fact(desk, opened), Change(Field.JOIN))
    both = f"{opened} {WHOLE}"
    assert ways(desk) == {BOATS: both, UNRELATED: both, "Who cut the ribbon?": both}


def test_fact_left_out_has_none_until_it_is_put_back(desk: Store) -> None:
    done = changed(desk, fact(desk, WHOLE), Change(Field.LEFT_OUT))
    assert done.carried.moved == done.carried.resting == ()
    assert ways(desk) == {}
    with desk.writes.begin() as session:
        put_back(session, NOW, act=done.act, fixer=Fixer("7"))
    assert ways(desk) == {BOATS: WHOLE, UNRELATED: WHOLE}


def test_fact_that_another_document_states_keeps_its_own(desk: Store) -> None:
    load_text(desk, f"Port paper\n\n{WHOLE}\n", name="paper.txt")
    before = ways(desk)
    assert before[BOATS] == WHOLE


def test_words_that_correct_a_fact_are_found_by_its_ways_until_that_is_undone(desk: Store) -> None:
    right = "It cost 5 million crowns; 40 boats were moved."
    wish = Wish(fact(desk, WHOLE), "miscounted", "7", TODAY, right)
    with desk.writes.begin() as session:
        done = take_back(session, NOW, wish=wish, viewer=Viewer())
    assert ways(desk) == {BOATS: right, UNRELATED: right}
    with desk.writes.begin() as session:
        give_back(session, NOW, fact_id=done.fact_id, actor="7")
    assert ways(desk) == {BOATS: WHOLE, UNRELATED: WHOLE}
    with desk.reads.begin() as session:
        assert len(session.scalars(select(PhrasingRow)).all()) == 2
