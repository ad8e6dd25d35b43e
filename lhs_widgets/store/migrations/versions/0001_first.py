"""Workshops, participants and the record of events."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "workshops",
        sa.Column("code", sa.String(6), primary_key=True),
        sa.Column("created", sa.String(32), nullable=False),
        sa.Column("deck_yaml", sa.Text, nullable=False),
        sa.Column("deck_json", sa.Text, nullable=False),
        sa.Column("facilitator", sa.String(64), nullable=False),
    )
    op.create_table(
        "participants",
        sa.Column("workshop", sa.String(6), sa.ForeignKey("workshops.code"), primary_key=True),
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("secret", sa.String(64), nullable=True),
        sa.UniqueConstraint("workshop", "secret", name="one_person_a_secret"),
    )
    op.create_table(
        "events",
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("workshop", sa.String(6), sa.ForeignKey("workshops.code"), nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(24), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("origin", sa.String(16), nullable=False),
        sa.Column("participant", sa.String(36), nullable=True),
        sa.Column("step", sa.String(48), nullable=True),
        sa.Column("body", sa.JSON, nullable=False),
        sa.UniqueConstraint("workshop", "id", name="an_event_once"),
        sqlite_autoincrement=True,
    )
    op.create_index("events_in_order", "events", ["workshop", "seq"])


def downgrade() -> None:
    raise NotImplementedError("restore a backup instead: going back would lose what was saved")
