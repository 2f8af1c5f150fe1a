-- Grain: one row per shipped order line, with what became of it.
with sizes as (
    -- The same product in several sizes: somebody is trying on at home.
    select order_id, product_id, count(*) as sizes_ordered
    from stg_order_lines
    group by order_id, product_id
)

select
    lines.*,
    sizes.sizes_ordered,
    returned.returned_on is not null as is_returned,
    returned.reason,
    cast(julianday(returned.returned_on) - julianday(lines.ordered_on) as integer) as days_kept,
    case
        when returned.returned_on is null then lines.price - lines.cost
        else -8.90  -- both parcels and the repacking, as the owner counts it
    end as margin
from stg_order_lines as lines
inner join sizes using (order_id, product_id)
left join stg_returns as returned using (line_id)
