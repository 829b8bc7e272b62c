-- How much money does each body plan for its projects, by year?
-- 各单位各年度项目预算合计是多少？
SELECT d.body, d.fiscal_year, count(*) AS projects, sum(coalesce(p.annual_yuan, p.narrative_yuan)) AS yuan
FROM documents d JOIN projects p USING (file)
GROUP BY ALL
ORDER BY d.body, d.fiscal_year;
