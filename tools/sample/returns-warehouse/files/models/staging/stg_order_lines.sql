-- Grain: one row per shipped order line.
select
    order_lines.line_id,
    order_lines.order_id,
    orders.customer_id,
    order_lines.product_id,
    products.category,
    order_lines.size,
    orders.ordered_on,
    cast(order_lines.price as real) as price,
    cast(products.cost as real) as cost
from order_lines
inner join orders on orders.order_id = order_lines.order_id
inner join products on products.product_id = order_lines.product_id
where orders.status = 'shipped'
