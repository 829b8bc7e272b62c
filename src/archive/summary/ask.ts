/** Asks the database a question in SQL; the rows come as objects. */
export type Ask = (sql: string) => Promise<Record<string, unknown>[]>
