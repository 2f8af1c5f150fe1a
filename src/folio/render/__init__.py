"""Making the files: each `render_*` takes a value and returns artifacts, files in memory."""
