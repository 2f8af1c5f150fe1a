-- a new reason in the export must be looked at before it is counted
select distinct reason from stg_returns
where reason not in ('too small', 'too large', 'not as shown', 'late', 'other', 'not given')
