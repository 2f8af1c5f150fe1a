-- Grain: one row per quarter of first order and quarters since then.
with first_orders as (
    select customer_id, min(ordered_on) as first_on
    from stg_order_lines
    group by customer_id
),

quarters as (
    select
        lines.customer_id,
        4 * substr(first_on, 1, 4) + (substr(first_on, 6, 2) - 1) / 3 as cohort,
        4 * substr(ordered_on, 1, 4) + (substr(ordered_on, 6, 2) - 1) / 3 as quarter,
        lines.margin
    from fct_lines as lines
    inner join first_orders using (customer_id)
)

select
    (cohort / 4) || '-Q' || (cohort % 4 + 1) as cohort,
    quarter - cohort as quarters_later,
    count(distinct customer_id) as customers,
    round(sum(margin), 2) as margin,
    round(sum(sum(margin)) over (partition by cohort order by quarter), 2) as margin_so_far
from quarters
group by cohort, quarter
