-- Grain: as grid, open days only. Every feature of a row is known seven days before its day, so that one
-- model serves a whole week ahead and the backtest sees exactly what the shop will see.
create or replace table features as
with nearest_closure as (
    -- Sundays are ordinary; the closures people stock up for are the others.
    select grid.day, min(closures.day - grid.day) as days_to_holiday
    from (select distinct day from grid) as grid
    inner join closures on closures.day between grid.day and grid.day + 7
    where isodow(closures.day) <> 7
    group by grid.day
),

history as (
    select
        *,
        isodow(day) as weekday,
        -- What the product sells off-offer; offers would otherwise leak into the level of later weeks.
        case when discount = 0 then demand end as plain_demand
    from daily
),

lagged as (
    select
        history.*,
        lag(demand, 7) over product_days as demand_7,
        lag(demand, 14) over product_days as demand_14,
        lag(discount, 7) over product_days as discount_7,
        avg(demand) over same_weekday as weekday_mean_4,
        avg(plain_demand) over same_weekday as plain_weekday_mean_4,
        avg(plain_demand) over (product_days rows between 34 preceding and 7 preceding) as level_28,
        avg(plain_demand) over (product_days rows between 13 preceding and 7 preceding) as level_7,
        stddev_pop(plain_demand) over (product_days rows between 34 preceding and 7 preceding)
            as spread_28,
        count(demand) over (product_days rows between 62 preceding and 7 preceding) as days_seen_56
    from history
    window
        product_days as (partition by shop_id, product_id order by day),
        same_weekday as (
            partition by shop_id, product_id, weekday order by day
            rows between 4 preceding and 1 preceding
        )
),

offered as (
    -- Grain: category and day. One product has too few offers of its own to learn from.
    select
        category,
        day,
        sum(demand) filter (where discount > 0) as units,
        sum(level_28) filter (where discount > 0 and demand is not null) as usual_units
    from lagged
    group by category, day
),

offer_effect as (
    select
        category,
        day,
        sum(units) over so_far / nullif(sum(usual_units) over so_far, 0) as offer_ratio
    from offered
    window so_far as (
        partition by category order by day
        range between interval 370 days preceding and interval 7 days preceding
    )
)

select
    lagged.*,
    coalesce(nearest_closure.days_to_holiday, 8) as days_to_holiday,
    month(lagged.day) as month,
    coalesce(offer_effect.offer_ratio, 1) as offer_ratio,
    -- The baseline: last week's same day, or the four-week mean when that day was closed or sold out.
    coalesce(lagged.demand_7, lagged.weekday_mean_4) as seasonal_naive
from lagged
left join nearest_closure using (day)
left join offer_effect using (category, day)
where not lagged.is_closed
order by lagged.day, lagged.shop_id, lagged.product_id;
