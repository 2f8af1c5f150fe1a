-- Grain: one row per shop, product and calendar day, closed days and the days to forecast included.
--
-- The till writes no row when nothing was sold. Every window below counts rows, so the gaps must be
-- filled first: a missing day would shift "seven rows back" to another weekday.
create or replace table grid as
with bounds as (
    select min(day) as first_day, max(day) as last_day
    from sales
),

calendar as (
    select cast(unnest(generate_series(
        first_day, last_day + interval (getvariable('horizon')) day, interval 1 day
    )) as date) as day
    from bounds
)

select
    calendar.day,
    shops.shop_id,
    products.product_id,
    products.category,
    products.shelf_life_days,
    products.list_price,
    calendar.day > bounds.last_day as is_future,
    closures.day is not null as is_closed
from calendar
cross join shops
cross join products
cross join bounds
left join closures on closures.day = calendar.day;
