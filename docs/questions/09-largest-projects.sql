-- Which projects are the largest, and where are they printed?
-- 预算最大的项目是哪些，印在何处？
SELECT name, coalesce(annual_yuan, narrative_yuan) AS yuan, source
FROM projects
WHERE yuan IS NOT NULL AND file NOT IN (SELECT file FROM editions)
ORDER BY yuan DESC, name
LIMIT 5;
