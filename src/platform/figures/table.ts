/** The table of figures in use. */
export const FIGURES = 'daily_figures'

/** A statement that creates an empty table of figures. */
export function createTable(table: string): string {
  return `create table ${table} (
    owner_id integer not null, day integer not null, figure text not null, dimension text not null,
    value integer not null, primary key (owner_id, day, figure, dimension)
  ) strict, without rowid`
}

/** A statement that adds the values of a select of `owner_id, day, figure, dimension, value`. */
export function upsert(table: string, select: string): string {
  return `insert into ${table} (owner_id, day, figure, dimension, value) ${select}
    on conflict (owner_id, day, figure, dimension) do update set value = value + excluded.value`
}
