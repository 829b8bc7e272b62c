-- Which projects state a medium-term total that is below the budget of the year?
-- 哪些项目的中期资金总额低于年度资金总额？
SELECT file, project_id, name, term_years, medium_term_yuan, annual_yuan
FROM projects
WHERE medium_term_yuan < annual_yuan
ORDER BY file, project_id;
