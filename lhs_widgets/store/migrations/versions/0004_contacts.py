"""Who asked to be told of the next workshop: a table that nothing else leads to."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "contacts",
        sa.Column("workshop", sa.String(6), sa.ForeignKey("workshops.code"), primary_key=True),
        sa.Column("lock", sa.String(64), primary_key=True),
        sa.Column("address", sa.String(200), nullable=False),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    raise NotImplementedError("restore a backup instead: going back would lose what was saved")
