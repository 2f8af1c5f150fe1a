-- Grain: one row per returned line. The export books some returns twice; the first booking counts.
with numbered as (
    select
        line_id,
        returned_on,
        case when trim(reason) = '' then 'not given' else reason end as reason,
        row_number() over (partition by line_id order by returned_on) as booking
    from returns
)

select line_id, returned_on, reason
from numbered
where booking = 1
