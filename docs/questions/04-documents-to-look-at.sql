-- Which documents need a look, worst first: what could not be read, what holds no project, errors, warnings?
-- 哪些文件需要查看？最要紧的在前：未能读取、没有项目、有错误、有警告。
SELECT f.file, f.state, d.projects, round(d.coverage, 3) AS coverage,
  count(*) FILTER (x.severity = 'error') AS errors, count(*) FILTER (x.severity = 'warning') AS warnings
FROM files f LEFT JOIN documents d USING (file) LEFT JOIN findings x USING (file)
WHERE f.state IN ('document', 'failed')
GROUP BY f.file, f.state, d.projects, d.coverage
ORDER BY f.state = 'failed' DESC, d.projects = 0 DESC, errors DESC, warnings DESC, coverage, f.file;
