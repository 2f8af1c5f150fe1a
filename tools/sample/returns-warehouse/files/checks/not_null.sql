-- these columns are always filled
select line_id from fct_lines
where line_id is null or customer_id is null or category is null or price is null or margin is null
