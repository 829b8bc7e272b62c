-- What share of the annual targets of each body is words instead of figures?
-- 各单位年度指标值中，文字表述（而非数值）所占比例是多少？
SELECT d.body, count(*) AS targets, count(*) FILTER (i.kind IN ('words', 'trend')) AS in_words,
  round(in_words / targets * 100, 1) AS percent
FROM indicators i JOIN documents d USING (file)
WHERE i.horizon = 'annual' AND i.target <> '' AND file NOT IN (SELECT file FROM editions)
GROUP BY d.body
ORDER BY percent DESC, d.body;
