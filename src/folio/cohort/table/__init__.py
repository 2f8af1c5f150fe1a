"""The door to pyarrow: rows in, Parquet out, and the schema that both have; and tables of strangers, row by row."""

from folio.cohort.table.reading import records
from folio.cohort.table.schema import schema
from folio.cohort.table.writing import write, write_partitioned

__all__ = ["records", "schema", "write", "write_partitioned"]
