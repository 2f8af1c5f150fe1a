-- Grain: one row per category and reason.
select
    category,
    reason,
    count(*) as returns,
    1.0 * count(*) / sum(count(*)) over (partition by category) as share,
    avg(days_kept) as mean_days_kept
from fct_lines
where is_returned
group by category, reason
