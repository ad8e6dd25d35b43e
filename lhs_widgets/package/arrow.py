"""Tables as Parquet bytes, and back."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from .fields import Table, Type
from .rows import Row

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa


def arrow_schema(table: Table) -> pa.Schema:
    """The declared columns as an Arrow schema, with their descriptions."""
    import pyarrow as pa

    types: dict[Type, pa.DataType] = {
        "string": pa.string(),
        "integer": pa.int64(),
        "boolean": pa.bool_(),
        "datetime": pa.timestamp("ms", tz="UTC"),  # Parquet has no seconds
    }
    return pa.schema(
        [
            pa.field(
                field.name,
                types[field.type],
                nullable=not field.required,
                metadata={"description": field.en, "description_fr": field.fr},
            )
            for field in table.fields
        ]
    )


def to_parquet(table: Table, rows: Sequence[Row]) -> bytes:
    """The rows as a Parquet file: the same rows, the same bytes."""
    import pyarrow as pa

    return _written(pa.Table.from_pylist(list(rows), schema=arrow_schema(table)))


def frame_to_parquet(table: Table, frame: pd.DataFrame) -> bytes:
    """The same, of a frame with the declared columns."""
    import pyarrow as pa

    schema = arrow_schema(table)
    columns = list(table.columns)
    made = pa.Table.from_pandas(frame[columns], schema=schema, preserve_index=False)
    return _written(made.replace_schema_metadata(schema.metadata))


def _written(made: pa.Table) -> bytes:
    import pyarrow.parquet as pq

    buffer = BytesIO()
    pq.write_table(made, buffer, version="2.6", compression="snappy", row_group_size=100_000)
    return buffer.getvalue()


def from_parquet(table: Table, content: bytes) -> pd.DataFrame:
    """The frame in a Parquet file.

    Raises
    ------
    ValueError
        The file is not Parquet, or its columns are not the declared ones.
    """
    import pandas as pd
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        found = pq.read_table(BytesIO(content))
    except (pa.ArrowException, OSError) as error:
        raise ValueError("it is not a Parquet file") from error
    if not found.schema.equals(arrow_schema(table)):
        raise ValueError("its columns are not the ones the codebook declares")
    missing = {
        pa.string(): pd.StringDtype(),
        pa.int64(): pd.Int64Dtype(),
        pa.bool_(): pd.BooleanDtype(),
    }
    return found.to_pandas(types_mapper=missing.get).astype(table.dtypes)
