"""Lists that are read when looked at."""

from db.unread import Unread, unread


def test_list_is_read_once_when_looked_at() -> None:
    read: list[int] = []

    def each(value: int) -> int:
        read.append(value)
        return value * 2

    found = unread("[1, 2, 3]", each)
    assert read == []
    assert (len(found), list(found), found[1], list(found[1:])) == (3, [2, 4, 6], 4, [4, 6])
    assert read == [1, 2, 3]


def test_lists_of_the_same_values_are_equal() -> None:
    assert Unread("[1,2]", int) == Unread("[1, 2]", int)
    assert hash(Unread("[1,2]", int)) == hash(Unread("[1, 2]", int))
    assert Unread("[1]", int) != Unread("[2]", int)
    assert Unread("[1]", int) != Unread("[1]", str)
    assert unread("[]", int) == ()
