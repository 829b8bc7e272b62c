-- Which documents need a look, worst first?
-- 哪些文件需要查看？最要紧的在前。
SELECT d.file, round(d.coverage, 3) AS coverage,
  count(*) FILTER (f.severity = 'error') AS errors, count(*) FILTER (f.severity = 'warning') AS warnings
FROM documents d LEFT JOIN findings f USING (file)
GROUP BY ALL
ORDER BY errors DESC, warnings DESC, coverage;
