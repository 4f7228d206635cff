"""What an editor tells of a submission by its buttons: its particulars, terms and columns."""

from collections.abc import Callable
from datetime import date, datetime

from bot.services import particulars, tables
from bot.services.more import View
from bot.services.submitting import SubmissionRefused
from bot.telegram.handlers.pressed import Do, Pressed, Told, number_of
from bot.telegram.reading import bring_on, present
from bot.views.texts import say


async def _more(pressed: Pressed) -> Told:
    await pressed.look(View("more"))
    return None


async def _change(pressed: Pressed) -> Told:
    await pressed.look(View(pressed.argument))
    return None


async def _type(pressed: Pressed) -> Told:
    if pressed.argument not in ("day", "outlet", "title", "moment", "expiry"):
        raise SubmissionRefused(say("button-expired"))
    prompt = await pressed.edge.write(
        particulars.ask_to_type,
        submission_id=pressed.number,
        what=pressed.argument,
        chat_id=pressed.asked.place.chat_id,
        person_id=pressed.asked.place.person_id,
    )
    await pressed.asked.show(prompt)
    return None


async def _day(pressed: Pressed) -> Told:
    value = None if pressed.argument == "-" else _past_day(pressed)
    return await _tell(pressed, "day", value)


async def _outlet(pressed: Pressed) -> Told:
    if pressed.argument == "-":
        return await _tell(pressed, "outlet", None)
    source = number_of(pressed.argument)
    viewer = pressed.asked.admission.viewer
    name = await pressed.edge.read(particulars.outlet_named, source_id=source, viewer=viewer)
    return await _tell(pressed, "outlet", name)


async def _label(pressed: Pressed) -> Told:
    edge = pressed.edge
    await edge.write(
        particulars.set_label,
        submission_id=pressed.number,
        label=pressed.argument,
        today=edge.today(),
        worker=edge.worker,
    )
    await present(edge, pressed.number)
    return None


async def _column(pressed: Pressed) -> Told:
    table, field, at = [*pressed.argument.split("-"), "", ""][:3]
    await pressed.edge.write(
        tables.set_column,
        submission_id=pressed.number,
        table=number_of(table),
        field=field,
        at=None if at == "no" else number_of(at),
        worker=pressed.edge.worker,
    )
    await bring_on(pressed.edge, pressed.number)
    return None


async def _plain(pressed: Pressed) -> Told:
    await pressed.edge.write(
        tables.set_plain,
        submission_id=pressed.number,
        table=number_of(pressed.argument),
        worker=pressed.edge.worker,
    )
    await bring_on(pressed.edge, pressed.number)
    return None


async def _moment(pressed: Pressed) -> Told:
    await _set(pressed, particulars.set_moment)
    return None


async def _expiry(pressed: Pressed) -> Told:
    await _set(pressed, particulars.set_expiry)
    return None


async def _set(pressed: Pressed, setting: Callable[..., None]) -> None:
    edge, moment = pressed.edge, None
    if pressed.argument != "-":
        try:
            local = datetime.strptime(pressed.argument, "%Y%m%dT%H%M")  # noqa: DTZ007 - zoned next
        except ValueError:
            raise SubmissionRefused(say("button-expired")) from None
        moment = local.replace(tzinfo=edge.zone)
    await edge.write(setting, submission_id=pressed.number, moment=moment, worker=edge.worker)
    await present(edge, pressed.number)


async def _tell(pressed: Pressed, what: str, value: str | None) -> Told:
    await pressed.edge.write(
        particulars.set_told,
        submission_id=pressed.number,
        what=what,
        value=value,
        worker=pressed.edge.worker,
        actor=pressed.asked.actor,
    )
    await bring_on(pressed.edge, pressed.number)
    return None


def _past_day(pressed: Pressed) -> str:
    try:
        chosen = date.fromisoformat(pressed.argument)
    except ValueError:
        raise SubmissionRefused(say("button-expired")) from None
    if chosen > pressed.edge.today():
        raise SubmissionRefused(say("button-expired"))
    return chosen.isoformat()


VERBS: dict[str, Do] = {
    "change": _change,
    "type": _type,
    "day": _day,
    "outlet": _outlet,
    "more": _more,
    "label": _label,
    "moment": _moment,
    "expiry": _expiry,
    "column": _column,
    "plain": _plain,
}
