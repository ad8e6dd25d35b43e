"""Several keys for one workshop: facilitators, and onlookers who change nothing."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "keys",
        sa.Column("workshop", sa.String(6), sa.ForeignKey("workshops.code"), primary_key=True),
        sa.Column("fingerprint", sa.String(64), primary_key=True),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("name", sa.String(60), nullable=False),
        sa.Column("created", sa.String(32), nullable=False),
    )
    op.execute(
        "INSERT INTO keys (workshop, fingerprint, role, name, created) "
        "SELECT code, facilitator, 'facilitator', '', created FROM workshops"
    )
    op.drop_column("workshops", "facilitator")


def downgrade() -> None:
    raise NotImplementedError("restore a backup instead: going back would lose what was saved")
