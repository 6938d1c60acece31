"""Orders."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade():
    op.create_table(
        "order",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("item", sa.String(80), nullable=False),
    )


def downgrade():
    op.drop_table("order")
