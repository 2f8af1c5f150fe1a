-- nothing comes back before it was ordered, or after the 100 days the shop allows
select line_id, days_kept from fct_lines where days_kept < 0 or days_kept > 100
