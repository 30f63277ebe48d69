import { expect, test } from 'vitest'
import { parseSql } from '../../../local/libsql/sql/parse-sql.ts'

const texts = (sql: string) => parseSql(sql).map((statement) => statement.text)
const kinds = (sql: string) => parseSql(sql).map((statement) => statement.kind)

test('semicolons in quotes and comments do not end a statement', () => {
  const sql = `SELECT 'it''s;', "a;b", [c;d], \`e;f\` -- g;h\n/* i;j */ FROM k`
  expect(texts(`${sql}; ;; -- the end;`)).toEqual([sql])
})

test('a trigger is one statement up to its own END', () => {
  const trigger = 'CREATE TEMP TRIGGER x BEGIN SELECT CASE 1 WHEN 1 THEN 2 END; SELECT 3; END'
  expect(texts(`${trigger}; SELECT 4`)).toEqual([trigger, 'SELECT 4'])
})

test.each([
  ['select 1', 'read'],
  ['/* hi */ WITH a AS (INSERT), b AS (SELECT 1) DELETE FROM t', 'change'],
  ['WITH RECURSIVE a(x) AS (VALUES (1)) SELECT x FROM a', 'read'],
  ['REPLACE INTO t VALUES (1)', 'insert'],
  ['EXPLAIN QUERY PLAN DELETE FROM t', 'read'],
  ['BEGIN IMMEDIATE', 'begin'],
  ['rollback', 'control'],
  ['CREATE TABLE t (x)', 'schema'],
  ['CREATE TEMPORARY TABLE t (x)', 'setting'],
  ['PRAGMA foreign_keys=off', 'setting'],
])('%s is of the kind %s', (sql, kind) => {
  expect(kinds(sql)).toEqual([kind])
})

test('parameters are numbered as in SQLite', () => {
  const parameters = (sql: string) => parseSql(sql)[0]?.parameters
  expect(parameters('SELECT ?, ?3, ?, :a, \'?\', :a, @b, $c, "?"')).toEqual([
    null,
    null,
    '?3',
    null,
    ':a',
    '@b',
    '$c',
  ])
  expect(parameters('SELECT ?2, ?1')).toEqual(['?1', '?2'])
})
