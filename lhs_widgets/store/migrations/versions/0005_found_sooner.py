"""What a page reads is found without reading all that others saved."""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("events_of_a_kind", "events", ["workshop", "kind", "step"])
    op.create_index("events_of_a_person", "events", ["workshop", "participant"])


def downgrade() -> None:
    raise NotImplementedError("restore a backup instead: going back would lose what was saved")
