-- every line once: a join that multiplies rows multiplies money
select line_id, count(*) as times from fct_lines group by line_id having count(*) > 1
