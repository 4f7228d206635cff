"""A digest holds what is new to a chat: the newest and best supported first, repeats counted."""

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from facts.digests import Became, Change, Mending, Unseen, compose
from facts.links import LinkKind

SHOWN_AT = datetime(2026, 11, 23, 9, tzinfo=UTC)


def fact(
    number: int, *, document: int = 1, topic: int = 1, day: int = 1, support: int = 1
) -> Unseen:
    return Unseen(number, number, document, topic, date(2026, 11, day), number, support)


def change(kind: LinkKind, earlier: int, later: int) -> Change:
    return Change(kind, earlier, later, None, SHOWN_AT)


def listed(*facts: Unseen, most: int = 5) -> list[int]:
    return [f.fact_id for f in compose(facts, most=most).listed]


def test_newest_document_comes_first_and_its_best_supported_fact() -> None:
    old, new = fact(1, document=1, day=1), fact(2, document=2, day=9)
    better = fact(3, document=2, day=9, support=4)
    assert listed(old, new, better) == [3, 2, 1]


def test_one_long_document_leaves_room_for_another() -> None:
    long = [fact(n, document=2, day=9) for n in range(2, 12)]
    shown = listed(fact(1, document=1), *long)
    assert 1 in shown
    assert len(shown) == 5


def test_what_does_not_fit_is_kept_for_more() -> None:
    composed = compose([fact(n) for n in range(1, 9)], most=5)
    assert (len(composed.listed), composed.more) == (5, (6, 7, 8))


def test_fact_like_a_seen_one_is_a_repeat() -> None:
    composed = compose([fact(2), fact(3)], likenesses=[(1, 2)], seen={1}, most=5)
    assert ([f.fact_id for f in composed.listed], composed.repeats) == ([3], (2,))


def test_two_unseen_facts_that_are_alike_are_listed_once() -> None:
    composed = compose([fact(1), fact(2)], likenesses=[(2, 1)], most=5)
    assert (len(composed.listed), composed.repeats) == (1, (2,))


def test_changes_are_told_corrections_first_and_not_listed_again() -> None:
    changes = [change(LinkKind.DIFFERS, 1, 5), change(LinkKind.CORRECTED, 2, 6)]
    composed = compose([fact(5), fact(6), fact(7)], Became(tuple(changes)), most=5)
    assert [c.kind for c in composed.changes] == [LinkKind.CORRECTED, LinkKind.DIFFERS]
    assert [f.fact_id for f in composed.listed] == [7]


def test_what_was_put_right_alone_makes_a_digest() -> None:
    mending = Mending(1, SHOWN_AT, SHOWN_AT, SHOWN_AT)
    composed = compose([], Became(mended=(mending,)), most=5)
    assert not composed.empty
    assert composed.mended == (mending,)


def test_likeness_alone_is_no_news() -> None:
    assert compose([], Became((change(LinkKind.SIMILAR, 1, 2),)), most=5).empty


def test_facts_of_a_topic_and_of_a_document_stand_together() -> None:
    mixed = [fact(n, document=n % 2, topic=1 + n // 4) for n in range(8)]
    groups = compose(mixed, most=8).groups
    assert sorted(g.topic_id for g in groups) == [1, 2]
    for group in groups:
        documents = [f.document_id for f in group.facts]
        assert documents == sorted(documents, key=documents.index)


UNSEEN = st.lists(
    st.builds(
        Unseen,
        fact_id=st.integers(1, 60),
        passage_id=st.just(1),
        document_id=st.integers(1, 5),
        topic_id=st.integers(1, 3),
        day=st.one_of(st.none(), st.dates(date(2026, 1, 1), date(2026, 12, 31))),
        went_live=st.integers(1, 60),
        support=st.integers(1, 9),
    ),
    unique_by=lambda f: f.fact_id,
)


@given(UNSEEN, st.sets(st.integers(1, 60)), st.integers(1, 12))
def test_every_unseen_fact_is_listed_kept_or_counted_once(
    unseen: list[Unseen], seen: set[int], most: int
) -> None:
    likenesses = [(n, n + 1) for n in range(1, 60, 3)]
    composed = compose(unseen, likenesses=likenesses, seen=seen, most=most)
    told = [*(f.fact_id for f in composed.listed), *composed.more, *composed.repeats]
    assert sorted(told) == sorted({f.fact_id for f in unseen} - seen)
    assert len(composed.listed) <= most


@given(UNSEEN)
def test_order_of_arrival_changes_nothing(unseen: list[Unseen]) -> None:
    by_place = {f.went_live: f for f in unseen}.values()
    one = {f.document_id: f.day for f in by_place}
    facts = [
        Unseen(f.fact_id, 1, f.document_id, f.topic_id, one[f.document_id], f.went_live, f.support)
        for f in by_place
    ]
    assert compose(facts, most=5) == compose(facts[::-1], most=5)
