"""Many profiles in one run, on this machine or on a cluster: rows of a table, and a report on what helps most.

    sources ──▶ plan ──jobs──▶ executor: work(job) ──▶ parts ──▶ table ──▶ report
                                a process pool, or Dask           Parquet      DuckDB; a terminal's, a page

It is imported late, and pyarrow, duckdb and dask only in their doors: `table`, `report.querying` and `cluster`.
"""
