-- Grain: one row per category and month of order.
with monthly as (
    select
        category,
        substr(ordered_on, 1, 7) as month,
        count(*) as lines,
        sum(is_returned) as returned,
        sum(margin) as margin
    from fct_lines
    group by category, substr(ordered_on, 1, 7)
)

select
    *,
    1.0 * returned / lines as return_rate,
    1.0 * sum(returned) over last_quarter / sum(lines) over last_quarter as return_rate_3_months,
    margin - lag(margin) over (partition by category order by month) as margin_change,
    rank() over (partition by month order by 1.0 * returned / lines desc) as rank_in_month
from monthly
window last_quarter as (
    partition by category order by month rows between 2 preceding and current row
)
