"""Invites, requests, and people with their roles and what they may see."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.ports import Button, Message, rows
from bot.views import documents
from bot.views.html import escape, shortened
from bot.views.texts import say
from facts.quote import DocumentCard

ROLES = ("reader", "editor", "admin")
LABELS = ("public", "internal", "restricted")
CHOICES = (("reader", "editor"), ("1", "5", "25"), ("1", "7", "30"))
ACCESS = {
    "new": "access-new",
    "asked": "access-wants",
    "admitted": "access-in",
    "refused": "access-refused",
    "removed": "access-removed",
}
LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class ShownPerson:
    """A person, or a group that has neither role nor access, as admins see them."""

    id: int
    name: str
    clearance: str
    role: str | None = None
    access: str = "new"


@dataclass(frozen=True, slots=True)
class ShownInvite:
    """An open invite; `until` in the desk's zone."""

    number: int
    role: str
    used: int
    uses: int
    until: datetime


def invite_choice(role: str, uses: str, days: str) -> Message:
    """Return the choice of an invite's role, uses and days; it stands in its buttons' data."""
    chosen = (role, uses, days)
    rows = []
    for place, choices in enumerate(CHOICES):
        row = []
        for choice in choices:
            wanted = [*chosen[:place], choice, *chosen[place + 1 :]]
            mark = "✓ " if choice == chosen[place] else ""
            words = choice if place == 0 else f"{choice} {'×' if place == 1 else 'd'}"
            row.append(Button(mark + words, data=f"invite:show:{':'.join(wanted)}"))
        rows.append(tuple(row))
    made = Button(say("button-invite-make"), data=f"invite:make:{':'.join(chosen)}")
    told = say("invite-choose", role=role, uses=int(uses), days=int(days))
    return Message(told, (*rows, (made,)))


def invite_made(role: str, uses: int, until: datetime, link: str) -> Message:
    """Return the link of an invite, shown once; `until` is in the desk's zone."""
    when = f"{documents.day(until.date())}, {until:%H:%M}"
    return Message(say("invite-made", role=role, uses=uses, until=when, link=escape(link)))


def invite_list(rows: Sequence[ShownInvite]) -> Message:
    """Return the open invites, each with a button that revokes it."""
    if not rows:
        return Message(say("invites-none"))
    lines = [
        say(
            "invite-line",
            number=str(row.number),
            role=row.role,
            used=str(row.used),
            uses=str(row.uses),
            until=documents.day(row.until.date()),
        )
        for row in rows
    ]
    buttons = tuple(
        (Button(say("button-revoke", number=str(row.number)), data=f"invite:revoke:{row.number}"),)
        for row in rows
    )
    return Message("\n".join([say("invites"), *lines]), buttons)


def request_notice(person_id: int, name: str) -> Message:
    """Return word to an admin that a stranger asks to be let in."""
    buttons = (
        Button(say("button-let-in"), data=f"people:admit:{person_id}"),
        Button(say("button-refuse-person"), data=f"people:refuse:{person_id}"),
    )
    return Message(say("access-asked", name=_name(name), id=str(person_id)), (buttons,))


def people_list(
    rows: Sequence[ShownPerson], groups: Sequence[ShownPerson], page: int, pages: int
) -> Message:
    """Return a page of people, and the groups on the first one."""
    buttons = [(Button(_line(row), data=f"people:card:{row.id}"),) for row in rows]
    told = [say("people-list", page=str(page + 1), of=str(pages))]
    if page == 0 and groups:
        told.append(say("people-groups"))
        told += [f"{_name(g.name)} · {g.clearance}" for g in groups]
        buttons += [
            (Button(shortened(g.name, LONGEST_NAME), data=f"people:card:{g.id}"),) for g in groups
        ]
    turning = []
    if page > 0:
        turning.append(Button(say("button-previous"), data=f"people:page:{page - 1}"))
    if page < pages - 1:
        turning.append(Button(say("button-next"), data=f"people:page:{page + 1}"))
    return Message("\n".join(told), (*buttons, tuple(turning)) if turning else tuple(buttons))


def card(row: ShownPerson) -> Message:
    """Return a person or a group with all that can be changed about them."""
    back = (Button(say("button-back"), data="people:page:0"),)
    labels = tuple(
        Button(_marked(label, row.clearance), data=f"people:clear:{row.id}:{label}")
        for label in LABELS
    )
    if row.role is None:
        told = say("group-card", name=_name(row.name), id=str(row.id), clearance=row.clearance)
        return Message(told, (labels, back))
    limited = row.role != "admin"
    told = say(
        "person-card",
        name=_name(row.name),
        id=str(row.id),
        role=row.role,
        clearance=say("clearance-all") if row.clearance == LABELS[-1] else row.clearance,
        access=say(_access(row)),
    )
    roles = tuple(
        Button(_marked(role, row.role or ""), data=f"people:role:{row.id}:{role}") for role in ROLES
    )
    out = Button(say("button-remove-person"), data=f"people:remove:{row.id}")
    again = Button(say("button-let-in"), data=f"people:admit:{row.id}")
    last = (again,) if row.access in {"removed", "refused", "asked"} else (out,)
    return Message(told, (roles, *((labels,) if limited else ()), last, back))


def labelled(listed: Sequence[tuple[DocumentCard, str]]) -> Message:
    """Return documents with the labels that say who may see them."""
    lines = [
        say(
            "label-line",
            id=str(document.id),
            label=label,
            title=escape(shortened(document.title or "…", LONGEST_NAME)),
        )
        for document, label in listed
    ]
    if not lines:
        return Message(say("labels-none"))
    buttons = [Button(str(document.id), data=f"label:pick:{document.id}") for document, _ in listed]
    return Message("\n".join([say("label-how"), *lines]), rows(buttons, 5))


def label_choice(document: DocumentCard, label: str) -> Message:
    """Return a document with the labels that it can be given; the one it has is marked."""
    line = say(
        "label-line",
        id=str(document.id),
        label=label,
        title=escape(shortened(document.title or "…", LONGEST_NAME)),
    )
    choices = tuple(
        Button(_marked(one, label), data=f"label:set:{document.id}:{one}") for one in LABELS
    )
    return Message(f"{line}\n{say('label-ask')}", (choices, *label_back()))


def label_back() -> tuple[tuple[Button, ...], ...]:
    """Return the button that leads back to the list of labels."""
    return ((Button(say("button-back"), data="label:list"),),)


def _access(row: ShownPerson) -> str:
    """Return how somebody came in; an admin needs nobody's leave, whatever was written down."""
    return ACCESS["admitted" if row.role == "admin" else row.access]


def _line(row: ShownPerson) -> str:
    name = shortened(row.name or str(row.id), LONGEST_NAME)
    return f"{name} · {row.role} · {say(_access(row))}"


def _name(name: str) -> str:
    return escape(shortened(name, LONGEST_NAME))


def _marked(choice: str, chosen: str) -> str:
    return f"✓ {choice}" if choice == chosen else choice
