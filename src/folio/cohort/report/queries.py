"""What is asked of a table of rows. Every answer is as long as there are kinds of things, not as there are people.

Points are counted by their tenths, rounded down, as they are printed: so a middle value is found exactly from counts
alone, and memory stays the same for any number of people.
"""

from __future__ import annotations

TENTH = 1000
"""A tenth of a point in millionths of the whole."""

VIEWS = {
    # Whoever made the table: a row that says it is scored has figures, or it does not count as one.
    "scored": """
        SELECT id, platform, level, track, confidence, categories, checks, steps, guards, seen, not_seen, built,
               points, coverage, beyond_claims, unknown
        FROM rows
        WHERE status = 'scored' AND points BETWEEN 0 AND 100 AND coverage BETWEEN 0 AND 100
          AND beyond_claims BETWEEN 0 AND 100 AND unknown BETWEEN 0 AND 1000000
    """,
    "problems_seen": """
        SELECT id, platform, unnest(problems) AS one FROM rows WHERE status = 'problem'
    """,
}

TOLD = """
    SELECT DISTINCT decode(key), decode(value)
    FROM parquet_kv_metadata($files) WHERE decode(key) IN ($day, $schema) ORDER BY ALL LIMIT $most
"""
"""What the files say of themselves."""

PLATFORMS = """
    SELECT platform, count(*), count(*) FILTER (status = 'problem')
    FROM rows WHERE platform IS NOT NULL
    GROUP BY platform ORDER BY platform LIMIT $most
"""

PEOPLE = "SELECT count(DISTINCT id) FROM rows WHERE list_contains($platforms, platform)"

WHOLES = """
    SELECT platform, count(*), histogram(points), histogram(coverage), histogram(beyond_claims), histogram(level),
           histogram(track), histogram(confidence), sum(seen), sum(not_seen),
           count(*) FILTER (built), count(*) FILTER (NOT built)
    FROM scored WHERE list_contains($platforms, platform)
    GROUP BY platform
"""

CATEGORIES = """
    SELECT platform, one.id, count(*), sum(one.earned), sum(one.unknown), sum(one.missing),
           histogram(one.earned // $tenth), histogram(one.unknown // $tenth), histogram(one.missing // $tenth)
    FROM (SELECT platform, unnest(categories) AS one FROM scored WHERE list_contains($platforms, platform))
    WHERE one.earned BETWEEN 0 AND 1000000 AND one.unknown BETWEEN 0 AND 1000000
      AND one.missing BETWEEN 0 AND 1000000
    GROUP BY ALL ORDER BY platform, one.id LIMIT $most
"""

# A check is lacking where at least half of it is known to be missing.
CHECKS = """
    SELECT platform, one.id, min(one.category), count(*),
           count(*) FILTER (one.missing > 0 AND one.missing * 2 >= one.earned + one.unknown + one.missing),
           sum(one.missing), count(*) FILTER (one.unknown > 0), sum(one.unknown)
    FROM (SELECT platform, unnest(checks) AS one FROM scored WHERE list_contains($platforms, platform))
    WHERE one.earned BETWEEN 0 AND 1000000 AND one.unknown BETWEEN 0 AND 1000000
      AND one.missing BETWEEN 0 AND 1000000
    GROUP BY platform, one.id ORDER BY platform, one.id LIMIT $most
"""

STEPS = """
    SELECT platform, one.check, count(*), histogram(one.gain // $tenth), sum(one.gain),
           sum(one.minutes_least), sum(one.minutes_most), histogram(one.minutes_least), histogram(one.minutes_most)
    FROM (SELECT platform, unnest(steps) AS one FROM scored WHERE list_contains($platforms, platform))
    WHERE one.gain BETWEEN 0 AND 1000000 AND one.minutes_least BETWEEN 0 AND 100000
      AND one.minutes_most BETWEEN one.minutes_least AND 100000
    GROUP BY platform, one.check ORDER BY platform, one.check LIMIT $most
"""

GUARDS = """
    SELECT platform, one, count(*)
    FROM (SELECT platform, unnest(guards) AS one FROM scored WHERE list_contains($platforms, platform))
    GROUP BY ALL ORDER BY count(*) DESC, one LIMIT $most
"""

# Problems are of one kind where they differ only in the place and in what is quoted.
PROBLEMS = r"""
    SELECT platform, field, what, count(DISTINCT id) AS people
    FROM (SELECT platform, id, regexp_replace(one.field, '\[\d+\]', '[]', 'g') AS field,
                 regexp_replace(one.what, '''[^'']*''|"[^"]*"|`[^`]*`|\d+', '…', 'g') AS what
          FROM problems_seen WHERE list_contains($platforms, platform))
    GROUP BY platform, field, what ORDER BY people DESC, field, what LIMIT $most
"""

BY_ID, BY_POINTS = "id", "points DESC NULLS LAST, id"

PERSONS = """
    SELECT id, status, level, points, unknown, steps[1].check, len(problems)
    FROM rows WHERE platform = $platform
    ORDER BY {order} LIMIT $most
"""
"""In an order that is one of the two above."""
