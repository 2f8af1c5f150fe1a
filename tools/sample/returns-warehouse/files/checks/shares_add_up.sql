-- the reasons of a category are all of its returns
select category, sum(share) as total from reason_share group by category having abs(sum(share) - 1) > 1e-9
