import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { fieldProps } from '../../../src/platform/forms/form.ts'
import { choiceFilter, dayFilter, idFilter, tabFilter } from '../../../src/platform/list/filter.ts'
import {
  defineSearch,
  type ListParams,
  type SearchOf,
  toQueryString,
} from '../../../src/platform/list/search.ts'
import { countUpTo, cursorNumbers, type ListSource } from '../../../src/platform/list/source.ts'
import { TextField } from '../../../src/ui/forms/field.tsx'
import { defineList } from '../../../src/ui/list/list.ts'

/** A table that only this test has. */
export const things = sqliteTable('things', {
  id: integer().primaryKey(),
  name: text().notNull(),
  state: text({ enum: ['open', 'approved', 'rejected'] }).notNull(),
  color: text({ enum: ['red', 'blue'] }).notNull(),
  size: integer().notNull(),
  day: text().notNull(),
})

export const createThings = [
  'create table things (id integer primary key, name text, state text, color text, size integer, day text)',
  'create index things_by_size on things (size, id)',
]

export type Thing = typeof things.$inferSelect

export const thingSearch = defineSearch({
  filters: {
    state: tabFilter('State', { open: 'Open', approved: 'Approved', rejected: 'Rejected' }, 'open'),
    color: choiceFilter('Color', { red: 'Red', blue: 'Blue' }),
    dayFrom: dayFilter('From'),
    thingId: idFilter('Thing'),
  },
  sorts: {
    newest: 'newest first',
    oldest: 'oldest first',
    largest: 'largest first',
    smallest: 'smallest first',
  },
})

export type ThingSearch = SearchOf<typeof thingSearch>

const source: ListSource<Thing, ThingSearch> = {
  select: ({ db }, search, after, limit) => {
    const bySize = search.sort === 'largest' || search.sort === 'smallest'
    const isUp = search.sort === 'oldest' || search.sort === 'smallest'
    const cursor = cursorNumbers(after, bySize ? 2 : 1)
    const key = bySize ? sql`(${things.size}, ${things.id})` : sql`(${things.id})`
    const position =
      cursor &&
      sql`(${sql.join(
        cursor.map((part) => sql`${part}`),
        sql`, `,
      )})`
    const order = isUp ? asc : desc
    return db.orm
      .select()
      .from(things)
      .where(and(matching(search), position ? sql`${key} ${isUp ? sql`>` : sql`<`} ${position}` : undefined))
      .orderBy(...(bySize ? [order(things.size)] : []), order(things.id))
      .limit(limit)
  },
  count: ({ db }, search) =>
    db.orm
      .select({ count: countUpTo(sql`select 1 from ${things} where ${matching(search)}`) })
      .from(sql`(select 1)`),
  find: ({ db }, ids) =>
    db.orm
      .select()
      .from(things)
      .where(inArray(things.id, [...ids])),
  tabs: ({ db }) =>
    db.orm
      .select({ open: tabCount('open'), approved: tabCount('approved'), rejected: tabCount('rejected') })
      .from(sql`(select 1)`),
  cursorOf: ({ id, size }, { sort }) =>
    sort === 'largest' || sort === 'smallest' ? `${size}_${id}` : `${id}`,
}

function matching({ query, state, color, dayFrom }: ThingSearch) {
  return and(
    eq(things.state, state),
    query === '' ? undefined : sql`${things.name} like ${`%${query}%`}`,
    color === null ? undefined : eq(things.color, color),
    dayFrom === null ? undefined : sql`${things.day} >= ${dayFrom}`,
  )
}

function tabCount(state: Thing['state']) {
  return countUpTo(sql`select 1 from ${things} where ${eq(things.state, state)}`, 100)
}

const at = (path: string) => ({
  href: (params: ListParams) => {
    const query = toQueryString(params)
    return query ? `${path}?${query}` : path
  },
})

export const thingList = defineList({
  name: 'things',
  title: 'Things',
  noun: ['thing', 'things'],
  route: at('/things'),
  search: thingSearch,
  searchLabel: 'Name',
  source,
  rowId: ({ id }) => id,
  rowLabel: ({ name }) => name,
  empty: { title: 'Nothing is open' },
  columns: [
    {
      key: 'name',
      header: 'Thing',
      small: 'title',
      sort: { descending: 'newest', ascending: 'oldest' },
      cell: ({ id, name }) => <a href={`/things/${id}`}>{name}</a>,
      csv: [
        { header: 'Id', value: ({ id }) => id },
        { header: 'Name', value: ({ name }) => name },
      ],
    },
    {
      key: 'size',
      header: 'Size',
      align: 'end',
      sort: { descending: 'largest', ascending: 'smallest' },
      cell: ({ size }) => size,
      csv: ({ size }) => size,
    },
    { key: 'state', header: 'State', cell: ({ state }) => state, csv: ({ state }) => state },
    { key: 'color', header: 'Color', cell: ({ color }) => color },
    { key: 'day', header: 'Day', isHiddenByDefault: true, cell: ({ day }) => day, csv: ({ day }) => day },
  ],
  rowActions: [
    {
      key: 'approval',
      label: 'Approve',
      href: ({ id }) => `/things/${id}/approval`,
      isPossible: ({ state }) => state === 'open',
      done: 'Approved.',
    },
    {
      key: 'rejection',
      label: 'Reject…',
      href: ({ id }) => `/things/${id}/rejection`,
      isPossible: ({ state }) => state === 'open',
      hidden: ({ size }) => ({ size }),
      confirm: {
        question: ({ name }) => `Reject ${name}?`,
        button: 'Reject',
        fields: (form, { id }) => (
          <TextField {...fieldProps(form, 'reason')} id={`reason-${id}`} label="Reason" />
        ),
      },
      done: 'Rejected.',
    },
  ],
  bulk: {
    route: at('/things/bulk'),
    actions: [{ kind: 'approval', label: 'Approve' }],
  },
})
