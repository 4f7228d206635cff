"""Let the database itself refuse changes of the audit record.

One change is let through: a person's number becoming `forgotten-...` when they are forgotten, and
nothing else of the row with it.
"""

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

REFUSED = "the audit record is append-only"
# The same words in both dialects; the number that is taken out was digits alone.
SAME = "NEW.id = OLD.id AND NEW.at = OLD.at AND NEW.verb = OLD.verb AND {particulars}"
ACTOR = "(NEW.actor = OLD.actor OR ({digits} AND NEW.actor LIKE 'forgotten-%'))"
SUBJECT = (
    "(NEW.subject = OLD.subject OR ((OLD.subject LIKE 'person %' OR OLD.subject LIKE 'chat %')"
    " AND NEW.subject LIKE '% forgotten-%'"
    " AND substr(NEW.subject, 1, 5) = substr(OLD.subject, 1, 5)))"
)


def upgrade() -> None:
    """Make the triggers."""
    if op.get_bind().dialect.name == "sqlite":
        allowed = _allowed("NEW.particulars = OLD.particulars", "OLD.actor NOT GLOB '*[^0-9]*'")
        raised = f"BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END"
        op.execute(f"CREATE TRIGGER audit_kept BEFORE DELETE ON audit {raised}")
        op.execute(
            f"CREATE TRIGGER audit_unchanged BEFORE UPDATE ON audit WHEN NOT ({allowed}) {raised}"
        )
        return
    allowed = _allowed("NEW.particulars = OLD.particulars", "OLD.actor ~ '^[0-9]+$'")
    op.execute(
        "CREATE OR REPLACE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"RAISE EXCEPTION '{REFUSED}'; END $$"
    )
    op.execute(
        "CREATE TRIGGER audit_kept BEFORE DELETE ON audit "
        "FOR EACH ROW EXECUTE FUNCTION audit_refuse()"
    )
    op.execute(
        f"CREATE TRIGGER audit_unchanged BEFORE UPDATE ON audit FOR EACH ROW WHEN (NOT ({allowed}))"
        " EXECUTE FUNCTION audit_refuse()"
    )
    op.execute(
        "CREATE TRIGGER audit_not_emptied BEFORE TRUNCATE ON audit "
        "FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()"
    )


def downgrade() -> None:
    """Drop them."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TRIGGER audit_kept")
        op.execute("DROP TRIGGER audit_unchanged")
        return
    for name in ("audit_kept", "audit_unchanged", "audit_not_emptied"):
        op.execute(f"DROP TRIGGER {name} ON audit")
    op.execute("DROP FUNCTION audit_refuse()")


def _allowed(particulars: str, digits: str) -> str:
    same = SAME.format(particulars=particulars)
    return f"{same} AND {ACTOR.format(digits=digits)} AND {SUBJECT}"
