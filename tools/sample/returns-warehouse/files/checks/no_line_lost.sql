-- as many lines in the mart as were shipped
select expected, found
from (
    select
        (select count(*) from order_lines join orders using (order_id) where status = 'shipped') as expected,
        (select count(*) from fct_lines) as found
)
where expected <> found
