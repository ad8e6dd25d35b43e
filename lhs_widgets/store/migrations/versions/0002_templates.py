"""Templates: what was prepared for a workshop, kept for others."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "templates",
        sa.Column("name", sa.String(120), primary_key=True),
        sa.Column("created", sa.String(32), nullable=False),
        sa.Column("deck_yaml", sa.Text, nullable=False),
        sa.Column("deck_json", sa.Text, nullable=False),
        sa.Column("preparation", sa.Text, nullable=False),
    )


def downgrade() -> None:
    raise NotImplementedError("restore a backup instead: going back would lose what was saved")
