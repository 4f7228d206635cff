"""Settings from the environment and a `.env` file; all mistakes are told at once, with remedies."""

import os
import re
from collections.abc import Iterable
from datetime import datetime, time
from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

import platformdirs
from pydantic import BeforeValidator, Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict
from rapidfuzz.distance import OSA

from facts.calendar import Days, Schedule
from facts.errors import BriefingError

REMEDIES = {
    "TELEGRAM_BOT_TOKEN": "copy the token that @BotFather gave you, like 123456:ABC-def",
    "ADMIN_IDS": "give numeric Telegram ids, separated by commas",
    "ACCESS": "give `open` or `invite`",
    "GATE_CHAT": "give a group's or channel's numeric id, such as -1001234567890",
    "DESK_NAME": "give the desk's name in up to 80 characters",
    "QUESTIONS_A_MINUTE": "give a number from 1 on",
    "REVIEW": "give `one` or `two`",
    "LOAD_LINKS": "give `off` or `on`",
    "TIMEZONE": "give a zone name such as Europe/Paris",
    "REPORT_AT": "give a weekday and an hour, such as Monday 08:00, or `never`",
    "RETENTION_DAYS": "give a number of days, 0 to keep questions for ever",
    "PORT": "give a number from 0 to 65535 (0 takes any free port)",
    "WEBHOOK_SECRET": "give 16 to 256 letters, digits, - and _, as Telegram takes them",
    "WEBHOOK_URL": "give the address as https://HOST/PATH",
    "LOG_LEVEL": "give DEBUG, INFO, WARNING or ERROR",
    "LOG_FORMAT": "give `text` or `json`",
}


NEVER = "never"


class SettingsWrong(BriefingError):
    """One or more settings are not usable."""


def _ids(value: object) -> object:
    if isinstance(value, str):
        return [part.strip() for part in value.split(",") if part.strip()]
    return value


class Settings(BaseSettings):
    """What the program is told from outside; see docs/settings.md."""

    model_config = SettingsConfigDict(
        env_file=".env", env_ignore_empty=True, extra="forbid", hide_input_in_errors=True
    )

    telegram_bot_token: SecretStr | None = None
    telegram_base_url: str = "https://api.telegram.org/bot"
    telegram_base_file_url: str = "https://api.telegram.org/file/bot"
    database_url: str = ""
    admin_ids: Annotated[frozenset[int], NoDecode, BeforeValidator(_ids)] = frozenset()
    access: Literal["open", "invite"] = "open"
    gate_chat: int | None = Field(default=None, lt=0)
    desk_name: str = Field(default="The desk", min_length=1, max_length=80)
    questions_a_minute: int = Field(default=20, ge=1)
    review: Literal["one", "two"] = "one"
    load_links: Literal["off", "on"] = "off"
    timezone: str = "UTC"
    report_at: str = "Monday 08:00"
    retention_days: int = Field(default=30, ge=0, le=36_500)
    port: int = Field(default=8080, ge=0, le=65535)
    webhook_url: str | None = None
    webhook_secret: SecretStr | None = None
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    log_format: Literal["text", "json"] = "text"

    @field_validator("telegram_bot_token")
    @classmethod
    def _looks_like_a_token(cls, token: SecretStr | None) -> SecretStr | None:
        number, colon, rest = token.get_secret_value().partition(":") if token else ("1", ":", "x")
        if not (number.isdigit() and colon and rest and rest.isascii() and " " not in rest):
            raise ValueError("this is not a bot token")
        return token

    @field_validator("webhook_secret")
    @classmethod
    def _is_a_secret(cls, secret: SecretStr | None) -> SecretStr | None:
        if secret and not re.fullmatch(r"[A-Za-z0-9_-]{16,256}", secret.get_secret_value()):
            raise ValueError("this is no secret that Telegram takes")
        return secret

    @field_validator("webhook_url")
    @classmethod
    def _is_an_address(cls, url: str | None) -> str | None:
        if url and not re.fullmatch(r"https?://[^\s/?#]+(/[^\s?#]*)?", url):
            raise ValueError("this is no web address")
        return url

    @field_validator("timezone")
    @classmethod
    def _is_a_zone(cls, name: str) -> str:
        try:
            ZoneInfo(name)
        except (KeyError, ValueError, OSError) as error:
            raise ValueError("this time zone is not known") from error
        return name

    @field_validator("report_at")
    @classmethod
    def _is_a_weekly_moment(cls, moment: str) -> str:
        if moment.strip().casefold() != NEVER and _weekly(moment) is None:
            raise ValueError("this is no weekday with an hour")
        return moment

    @property
    def report(self) -> Schedule | None:
        """When admins get the report of the week; None for never."""
        days, at = _weekly(self.report_at) or (None, None)
        return Schedule(at, self.zone, days) if days and at else None

    @property
    def zone(self) -> ZoneInfo:
        """The desk's time zone."""
        return ZoneInfo(self.timezone)

    @property
    def database(self) -> str:
        """The store's address; without a token the sandbox keeps a store of its own."""
        if self.database_url:
            return self.database_url
        name = "briefing" if self.telegram_bot_token else "sandbox"
        folder = Path(platformdirs.user_data_dir("briefing-bot"))
        return f"sqlite:///{folder / name}.sqlite3"


def read_settings() -> Settings:
    """Read the settings; raise SettingsWrong with one line for every mistake."""
    wrong = list(_misspelt(os.environ))
    try:
        settings = Settings()
    except ValidationError as error:
        wrong += [_sentence(detail["loc"], detail["msg"]) for detail in error.errors()]
        raise SettingsWrong("\n".join(wrong)) from error
    if wrong:
        raise SettingsWrong("\n".join(wrong))
    return settings


def _weekly(moment: str) -> tuple[Days, time] | None:
    """Read a weekday and an hour, such as `Mon 8:00`; None for anything else."""
    word, _, hour = moment.strip().casefold().partition(" ")
    named = [d for d in Days if d.weekday is not None and len(word) >= 3 and d.startswith(word)]
    try:
        at = datetime.strptime(hour.strip(), "%H:%M").time()  # noqa: DTZ007 - an hour of the day
    except ValueError:
        return None
    return (named[0], at) if named else None


def setting_names() -> tuple[str, ...]:
    """Return the names of all settings, as the environment has them."""
    return tuple(name.upper() for name in Settings.model_fields)


def _sentence(place: tuple[int | str, ...], message: str) -> str:
    name = str(place[0]).upper()
    if name not in setting_names():
        return f"{name} in .env is not a setting: remove it, or see docs/settings.md."
    said = message.removeprefix("Value error, ")
    remedy = REMEDIES.get(name, "see docs/settings.md")
    return f"{name} is wrong ({said}): {remedy}."


def _misspelt(names: Iterable[str]) -> Iterable[str]:
    """Find environment names that miss one of ours by a slip, and would silently do nothing."""
    ours = [name for name in setting_names() if len(name) >= 8]
    for given in sorted(set(names) - set(setting_names())):
        near = [name for name in ours if OSA.distance(given, name, score_cutoff=2) <= 2]
        if near:
            yield f"{given} is not a setting: did you mean {near[0]}?"
