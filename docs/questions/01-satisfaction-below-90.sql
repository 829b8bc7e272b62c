-- Which bodies' satisfaction targets are below 90 %?
-- 哪些单位的满意度指标值低于 90%？
SELECT d.body, d.fiscal_year, i.project, i.name, i.target
FROM indicators i JOIN documents d USING (file)
WHERE i.category = 'satisfaction' AND i.horizon = 'annual' AND i.unit = '%' AND i.number < 90
  AND file NOT IN (SELECT file FROM editions)
ORDER BY i.number, d.body, d.fiscal_year, i.project;
