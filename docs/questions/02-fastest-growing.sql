-- Which recurrent projects grew fastest from one year to the next?
-- 哪些经常性项目的年度预算比上年增长最快？
SELECT DISTINCT d.body, p.name, p.fiscal_year, b.annual_yuan AS before, p.annual_yuan AS after,
  round((p.annual_yuan / b.annual_yuan - 1) * 100, 1) AS percent
FROM projects p JOIN documents d USING (file)
JOIN (SELECT body, projects.* FROM projects JOIN documents USING (file)) b
  ON b.body = d.body AND b.name = p.name AND b.fiscal_year = p.fiscal_year - 1
WHERE p.nature = 'recurrent' AND b.annual_yuan > 0
ORDER BY percent DESC, d.body, p.name, p.fiscal_year;
