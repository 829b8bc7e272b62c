-- How much money does each body plan for its projects, by year, if what is published in several files counts once?
-- 各单位各年度项目预算合计是多少（同一内容以多个文件公开的只计一次）？
SELECT d.body, d.fiscal_year, count(*) AS projects, sum(coalesce(p.annual_yuan, p.narrative_yuan)) AS yuan
FROM documents d JOIN projects p USING (file)
WHERE d.kind NOT IN ('final-accounts', 'self-evaluation') AND file NOT IN (SELECT file FROM editions)
GROUP BY ALL
ORDER BY d.body, d.fiscal_year;
