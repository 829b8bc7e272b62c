-- Which deadlines leave everything to December, and how many are they in each body?
-- 哪些期限定在十二月？各单位有多少？
SELECT d.body, d.fiscal_year, count(*) AS deadlines, count(*) FILTER (regexp_matches(i.by, '^(\d{4}|-)-12')) AS in_december
FROM indicators i JOIN documents d USING (file)
WHERE i.kind = 'deadline' AND i.horizon = 'annual' AND file NOT IN (SELECT file FROM editions)
GROUP BY ALL
ORDER BY d.body, d.fiscal_year;
