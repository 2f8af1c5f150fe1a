-- Grain: as grid. `units` is what was sold; `demand` is what may be learnt from:
-- null on closed days (nobody could buy), on sold-out days (more would have been bought) and in the future.
create or replace table daily as
with offers as (
    -- Two offers can overlap in the export; the customer gets the better one.
    select grid.day, grid.shop_id, grid.product_id, max(promotions.discount) as discount
    from grid
    inner join promotions
        on promotions.shop_id = grid.shop_id
        and promotions.product_id = grid.product_id
        and grid.day between promotions.first_day and promotions.last_day
    group by grid.day, grid.shop_id, grid.product_id
)

select
    grid.*,
    coalesce(sales.units, 0) as units,
    coalesce(offers.discount, 0) as discount,
    sold_out.day is not null as is_sold_out,
    case
        when grid.is_future or grid.is_closed or sold_out.day is not null then null
        else coalesce(sales.units, 0)
    end as demand
from grid
left join sales using (day, shop_id, product_id)
left join offers using (day, shop_id, product_id)
left join sold_out using (day, shop_id, product_id);
