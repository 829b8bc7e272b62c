/**
 * Each file with projects, and the first one that says the same. One disclosure is often published as PDF and as Word:
 * files of one kind and year with the same projects and budgets, of one body. Many bodies have projects of the same names
 * and budgets: where no body is printed, the units that carry them out must be, or nothing tells whose the projects are.
 */
export const editions = `
  with lists as (
    select file,
      list({'name': name, 'entity': implementing_entity, 'annual': annual_yuan, 'narrative': narrative_yuan} order by "row") as list,
      bool_and(implementing_entity is not null) as "hasEntities"
    from projects group by file
  )
  select file, f.position,
    first_value(file) over (
      partition by d.kind, d.body, d.fiscal_year, l.list, case when d.body is null and not l."hasEntities" then file end
      order by f.position
    ) as "first"
  from lists l join documents d using (file) join files f using (file)`
