"""The house stays as drawn: imports point down, files and functions stay within their budgets."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# Longest prefix wins. A file imports lower floors, or its own part.
FLOORS: dict[str, float] = {
    "facts": 0,
    "bot.ports": 0.5,  # beside facts, and may use its words
    "bot.settings": 0.5,
    "bot.certificates": 0.5,
    "bot.garbage": 0.5,
    "db": 1,
    "migrations": 1,
    "bot.views": 1,
    "bot.services": 2,
    "bot.telegram": 3,
    "bot.links": 3,
    "bot.scheduler": 3,
    "bot.web": 3,
    "bot.cli": 4,
    "bot.__main__": 4,
}
EDGE_ONLY = {
    "telegram": {"bot.telegram"},
    "apscheduler": {"bot.scheduler"},
    "sqlalchemy": {"db", "migrations", "bot.services"},
    "starlette": {"bot.web", "bot.sandbox"},
    "alembic": {"db", "migrations"},
    "matplotlib": {"bot.views.charts"},
    "numpy": {"db.queries.postings", "db.search", "facts.answering.blocks"},
}
LONGEST_FILE, LONGEST_FUNCTION = 300, 40
BANNED = {"manager", "helper", "util", "utils", "data", "info", "process", "misc", "common"}


@cache
def sources() -> list[Path]:
    return [p for part in ("facts", "db", "bot", "migrations") for p in (ROOT / part).rglob("*.py")]


@cache
def tree(path: Path) -> ast.Module:
    """What a file says, taken apart once for all tests."""
    return ast.parse(path.read_text())


@cache
def nodes(path: Path) -> list[ast.AST]:
    return list(ast.walk(tree(path)))


@cache
def module(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def within(name: str, part: str) -> bool:
    return name == part or name.startswith(part + ".")


def part_of(name: str) -> str | None:
    parts = [part for part in FLOORS if within(name, part)]
    return max(parts, key=len) if parts else None


def named(path: Path) -> Iterator[str]:
    for node in nodes(path):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@cache
def imports(path: Path) -> list[str]:
    return list(named(path))


def top(name: str) -> str:
    """The top-level part; the migrations are the store's own."""
    return name.split(".")[0].replace("migrations", "db")


def upward(name: str, target: str) -> bool:
    if within(target, "bot.sandbox"):
        return not (within(name, "bot.sandbox") or FLOORS.get(part_of(name) or "", 0) == 4)
    if within(name, "bot.sandbox"):
        return part_of(target) is not None or within(target, "bot")
    here, there = part_of(name), part_of(target)
    if here is None or there is None or here == there:
        return False
    return FLOORS[there] > FLOORS[here] or (
        FLOORS[there] == FLOORS[here] and top(here) != top(there)
    )


def test_imports_point_down() -> None:
    wrong = [f"{module(p)} -> {t}" for p in sources() for t in imports(p) if upward(module(p), t)]
    assert wrong == []


@pytest.mark.parametrize("library", EDGE_ONLY)
def test_library_stays_at_its_edge(library: str) -> None:
    users = [module(p) for p in sources() if any(within(t, library) for t in imports(p))]
    strays = [u for u in users if not any(within(u, part) for part in EDGE_ONLY[library])]
    assert strays == []


def test_relative_imports_are_not_used() -> None:
    found = ((p, n) for p in sources() for n in nodes(p))
    assert [module(p) for p, n in found if isinstance(n, ast.ImportFrom) and n.level] == []


def test_files_fit_the_budget() -> None:
    lengths = {module(p): len(p.read_text().splitlines()) for p in sources()}
    assert {m: n for m, n in lengths.items() if n > LONGEST_FILE} == {}


def body_length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    documented = ast.get_docstring(node) is not None and len(node.body) > 1
    first = node.body[1] if documented else node.body[0]
    return (node.end_lineno or 0) - first.lineno + 1


def test_functions_fit_the_budget() -> None:
    long = [
        f"{module(p)}.{node.name}: {body_length(node)}"
        for p in sources()
        if not within(module(p), "migrations.versions")  # a schema is a list, not logic
        for node in nodes(p)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and body_length(node) > LONGEST_FUNCTION
    ]
    assert long == []


def test_banned_words_are_in_no_name() -> None:
    names = [part for p in sources() for part in module(p).replace(".", "_").split("_")]
    assert sorted(BANNED & set(names)) == []


def test_every_module_opens_with_its_purpose() -> None:
    silent = [
        module(p) for p in sources() if p.read_text().strip() and ast.get_docstring(tree(p)) is None
    ]
    assert silent == []
