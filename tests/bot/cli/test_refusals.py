"""Bad input: one clear sentence with the remedy, exit code 1, nothing half stored."""

import logging
import socket
from pathlib import Path

import pytest

from tests.bot.cli.conftest import Briefing
from tests.factories import HARBOUR

TOKEN = "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b"  \n\n ", "empty"),
        ("binary.txt", bytes(range(256)) * 50, ""),
        ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(200), ""),
        ("broken.jsonl", b'{"text": "ok"}\n{"text": ', "2"),
        ("no-date.csv", b"text,date\nA fact stands here.,soon\n", "date"),
    ],
)
def test_unreadable_file_is_refused(
    briefing: Briefing, tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    (tmp_path / name).write_bytes(content)
    ran = briefing("load", str(tmp_path / name), "--apply")
    assert ran.code == 1
    assert len(ran.err.strip().splitlines()) == 1
    assert words in ran.err
    assert briefing("facts", "--json").out == ""


def test_missing_file_is_told(briefing: Briefing) -> None:
    ran = briefing("load", "nowhere.txt", "--apply")
    assert ran.code == 1
    assert "cannot be read" in ran.err


def test_empty_folder_is_told(briefing: Briefing, tmp_path: Path) -> None:
    (tmp_path / "inbox").mkdir()
    ran = briefing("load", "inbox", "--apply")
    assert (ran.code, ran.err) == (
        1,
        "inbox: The folder holds no files: put documents in it, or name a file.\n",
    )


def test_unknown_document_is_told(briefing: Briefing) -> None:
    briefing("migrate")
    ran = briefing("facts", "--document", "7", "--json")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("There is no document 7:")


def test_empty_golden_file_is_told(briefing: Briefing, tmp_path: Path) -> None:
    briefing("migrate")
    (tmp_path / "golden.jsonl").write_text("\n\n")
    ran = briefing("evaluate", "golden.jsonl")
    assert (ran.code, len(ran.err.splitlines())) == (1, 1)
    assert "holds no golden questions" in ran.err


def test_refused_file_does_not_stop_the_others(briefing: Briefing, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"")
    (tmp_path / "good.txt").write_text(HARBOUR)
    bad, good = str(tmp_path / "bad.txt"), str(tmp_path / "good.txt")
    ran = briefing("load", bad, good, "--apply", "--json")
    assert ran.code == 1
    assert [told["state"] for told in ran.lines] == ["refused", "applied"]


def test_unmigrated_store_is_told(
    briefing: Briefing, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/new.sqlite3")
    ran = briefing("ask", "anything")
    assert ran.code == 1
    assert "briefing migrate" in ran.err


def test_database_that_cannot_be_opened_is_told(
    briefing: Briefing, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "not-a-store").write_text("this is text, not a database, " * 40)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/not-a-store")
    ran = briefing("ask", "anything")
    assert ran.code == 1
    assert "check DATABASE_URL" in ran.err
    assert len(ran.err.strip().splitlines()) == 1


def test_database_server_that_is_not_there_is_told_without_its_password(
    briefing: Briefing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://me:hunter2@127.0.0.1:1/none")
    ran = briefing("doctor")
    assert ran.code == 1
    assert "hunter2" not in ran.out + ran.err


def test_all_wrong_settings_are_told_at_once(
    briefing: Briefing, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {
        "ADMIN_IDS": "ada,42",
        "TIMEZONE": "Mars/Olympus",
        "ACCESS": "everyone",
        "PORT": "99999",
        "TELEGRAM_BOT_TOKEN": "not a token",
        "TELEGRAM_BOT_TOKN": "1:x",
    }.items():
        monkeypatch.setenv(name, value)
    ran = briefing("ask", "anything")
    assert ran.code == 1
    told = ran.err.strip().splitlines()
    assert len(told) == 6
    assert "did you mean TELEGRAM_BOT_TOKEN" in told[0]
    assert "not a token" not in ran.err


def test_unknown_setting_in_the_file_is_told(briefing: Briefing, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("COLOUR=blue\n")
    ran = briefing("ask", "anything")
    assert ran.code == 1
    assert "COLOUR in .env is not a setting" in ran.err


def test_wrong_use_exits_2(briefing: Briefing) -> None:
    assert briefing("ask").code == 2
    assert briefing("ask", "a question", "--stdin").code == 2
    assert briefing("fly").code == 2


def test_port_in_use_is_told(briefing: Briefing, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        monkeypatch.setenv("PORT", str(taken.getsockname()[1]))
        ran = briefing("run", "--empty")
    assert ran.code == 1
    assert "set PORT to a free one" in ran.err


@pytest.mark.parametrize("level", ["DEBUG", "INFO"])
def test_token_is_in_no_line_of_the_log(
    briefing: Briefing, monkeypatch: pytest.MonkeyPatch, level: str
) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", TOKEN)
    monkeypatch.setenv("TELEGRAM_BASE_URL", "http://127.0.0.1:1/bot")
    monkeypatch.setenv("LOG_LEVEL", level)
    ran = briefing("run", "--empty")
    logging.getLogger("httpx").info("POST https://api.telegram.org/bot%s/getMe", TOKEN)
    assert ran.code == 1
    assert "cannot be reached" in ran.err
    assert TOKEN not in ran.out + ran.err


def test_huge_file_is_refused_unread(briefing: Briefing, tmp_path: Path) -> None:
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(3 << 30)
    ran = briefing("load", str(tmp_path / "huge.txt"), "--apply")
    assert ran.code == 1
    assert "larger than 20 MB" in ran.err


def test_utf8_with_broken_bytes_is_not_read_as_other_letters(
    briefing: Briefing, tmp_path: Path
) -> None:
    content = "The mayor opened 3 bridges in Ålesund.".encode() + b"\xff\xfe\x80 the end."
    (tmp_path / "broken.txt").write_bytes(content)
    ran = briefing("load", str(tmp_path / "broken.txt"), "--apply")
    assert ran.code == 1
    assert "broken bytes" in ran.err
