"""Make the table of orders, which is there already."""

import sqlalchemy as sa
from alembic import op

revision = "4f1c2b7d9a10"
down_revision = None


def upgrade() -> None:
    op.create_table("orders", sa.Column("id", sa.Integer, primary_key=True))
