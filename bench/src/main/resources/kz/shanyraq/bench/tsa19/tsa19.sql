-- The rule of the common work for DuckDB; {families} and {persons} are tables or files.
with member as (
    select family_id,
           count(*) as n,
           sum((age < 216)::int)::bigint as children,
           max((age < 36 or disab in (1, 2))::int)::bigint as carers,
           sum((case when studying and age < 276 then 0 else inc0 end)::bigint + inc1 + inc2)::bigint as counted,
           sum((able and not employed and not studying and not registered)::int)::bigint as idle,
           sum((able and not studying)::int)::bigint as workable
    from {persons}
    group by family_id),
family as (
    select f.family_id, n, children, carers, idle, workable,
           counted
               + cattle::bigint * (5200 + 35 * region::bigint)
               + sheep::bigint * (640 + 11 * region::bigint)
               + land::bigint * (95 + 3 * region::bigint) as income,
           (7 * (29698 + 421 * region::bigint) + 5) // 10 as line
    from {families} f join member using (family_id)),
head as (
    select *, (2 * income + n) // (2 * n) as pc from family),
test as (
    select *, (case when pc >= line then 1 else 0 end) + (case when idle > carers then 2 else 0 end) as reason from head)
select family_id,
       reason = 0 as eligible,
       reason::tinyint as reason,
       (case when reason <> 0 then 0
             when children > 0 then (line - pc) * (n - children) + 20789 * children
             else (line - pc) * n end)::int as amount,
       (case when reason <> 0 then 0 when workable <= carers then 1 else 2 end)::tinyint as type
from test
