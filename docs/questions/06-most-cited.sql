-- Which document numbers are cited by the most projects?
-- 哪些文号被最多的项目引用？
SELECT number, count(DISTINCT (file, project_id)) AS projects, min(title) AS title
FROM "references"
WHERE project_id IS NOT NULL AND file NOT IN (SELECT file FROM editions)
GROUP BY number
ORDER BY projects DESC, number
LIMIT 6;
