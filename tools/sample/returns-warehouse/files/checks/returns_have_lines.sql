-- a return of a line that was never shipped
select stg_returns.line_id from stg_returns
left join stg_order_lines using (line_id)
where stg_order_lines.line_id is null
