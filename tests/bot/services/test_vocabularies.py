"""What the desk has taught is used by the next question, and no sooner than it is live."""

from db.engine import Store
from db.models import AliasRow, PhrasingRow
from db.queries.learning import gist_json
from db.queries.sequences import STORE_VERSION, take_one
from facts.answering.likeness import gist
from facts.answering.types import Status
from tests.factories import NOW, question


def teach(store: Store, row: object) -> None:
    with store.writes.begin() as session:
        session.add(row)
        take_one(session, STORE_VERSION)


def phrasing(store: Store, fact_id: int, state: str, against: int = 0) -> PhrasingRow:
    asked = gist(question(store, "everything about the famous longest winter pause").question)
    return PhrasingRow(
        fact_id=fact_id,
        text="everything about the famous longest winter pause",
        stem_key=asked.key,
        stems=gist_json(asked),
        state=state,
        chosen=1,
        against=against,
        proposed_at=NOW,
    )


def test_live_phrasing_finds_a_fact_that_shares_no_word_with_it(
    store: Store, harbour: None
) -> None:
    fact = question(store, "when did the harbour of Port Velden reopen").quotes[0]
    teach(store, phrasing(store, fact.fact_id, "live"))
    found = question(store, "the famous longest winter pause, everything about it")
    assert found.answer.status is Status.FOUND
    assert found.quotes[0].fact_id == fact.fact_id
    assert found.answer.facts[0].score.parts["phrasing"] == 1


def test_proposed_and_outvoted_phrasings_are_not_used(store: Store, harbour: None) -> None:
    fact = question(store, "when did the harbour of Port Velden reopen").quotes[0]
    teach(store, phrasing(store, fact.fact_id, "live", against=2))
    asked = "everything about the famous longest winter pause"
    assert question(store, asked).answer.status is Status.UNKNOWN


def test_alias_finds_what_the_document_calls_otherwise(store: Store, harbour: None) -> None:
    assert not question(store, "marina crowns").answer.read_as
    before = question(store, "how many fishing boats use the marina")
    alias = AliasRow(words="marina", meaning="harbour", added_by="test", added_at=NOW)
    teach(store, alias)
    after = question(store, "how many fishing boats use the marina")
    assert after.quotes[0].text.startswith("About 300 fishing boats")
    assert after.answer.facts[0].score.total > before.answer.facts[0].score.total
