-- Where do the narrative and the performance table state different budgets?
-- 哪些项目文字说明中的预算与绩效目标表不一致？
SELECT file, project_id, name, narrative_yuan, annual_yuan, narrative_yuan - annual_yuan AS difference
FROM projects
WHERE narrative_yuan <> annual_yuan
ORDER BY abs(difference) DESC, file, project_id;
