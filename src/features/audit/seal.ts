import { hash } from 'node:crypto'
import type { events } from '../activity/schema.ts'
import type { auditSeals } from './schema.ts'

/** An event as it is stored. */
export type EventRow = Readonly<typeof events.$inferSelect>

export type Seal = Readonly<typeof auditSeals.$inferSelect>

/** What a seal says besides its events. */
export type SealHead = Pick<Seal, 'format' | 'id' | 'hour' | 'sealedAt' | 'previousHash'>

/** What comes before the first seal. */
export const GENESIS = '0'.repeat(64)

/**
 * The columns of an event that a seal covers, in this order. A new column needs a new format: older seals are always
 * checked with theirs.
 */
export const formats: Readonly<Record<number, readonly (keyof EventRow)[]>> = {
  1: [
    'id',
    'subject',
    'subjectId',
    'kind',
    'actorId',
    'fromState',
    'toState',
    'note',
    'searchNote',
    'at',
    'audited',
    'requestId',
    'campaignId',
    'sponsorId',
    'influencerId',
  ],
}

/** The format of new seals. */
export const FORMAT = 1

/**
 * Seals events, which must be in the order of their ids and at least one. The hash is the SHA-256 of one line for the
 * seal and one for each event. docs/decisions/0019-audit-log.md has the format for other languages.
 */
export function sealOf(head: SealHead, rows: readonly EventRow[]): Seal {
  const columns = formats[head.format]
  const [first, last] = [rows[0], rows.at(-1)]
  if (!columns || !first || !last) throw new Error(`Nothing can be sealed in format ${head.format}`)
  const range = { firstEventId: first.id, lastEventId: last.id, count: rows.length }
  const lines = rows.map((row) => lineOf(columns.map((column) => row[column])))
  return {
    ...head,
    ...range,
    hash: sha256([headLine({ ...head, ...range }), ...lines].join('')),
    eventDigests: rows.map(({ id }, at) => `${id}:${digestOf(lines[at] ?? '')}`).join(' '),
  }
}

export interface EventDigest {
  readonly id: number
  readonly digest: string
}

/** The ids and digests of a seal's events. Empty if the text is not of this form. */
export function digestsIn({ eventDigests }: Pick<Seal, 'eventDigests'>): EventDigest[] {
  const pairs = eventDigests.split(' ').map((pair) => /^(-?\d{1,16}):([0-9a-f]{8})$/.exec(pair))
  return pairs.flatMap((pair) => (pair ? [{ id: Number(pair[1]), digest: pair[2] ?? '' }] : []))
}

function headLine(seal: SealHead & Pick<Seal, 'firstEventId' | 'lastEventId' | 'count'>): string {
  const { format, id, hour, firstEventId, lastEventId, count, sealedAt, previousHash } = seal
  return lineOf([format, id, hour, firstEventId, lastEventId, count, sealedAt, previousHash])
}

function lineOf(values: readonly Value[]): string {
  return `${values.map(encode).join('')}\n`
}

type Value = string | number | boolean | null

/** A netstring: the number of bytes in UTF-8, a colon, the text, a comma. NULL is a hyphen and a comma. */
function encode(value: Value): string {
  if (value === null) return '-,'
  const text = typeof value === 'boolean' ? String(Number(value)) : String(value)
  return `${Buffer.byteLength(text)}:${text},`
}

/** Enough to find what was changed. The seal's hash is what proves it. */
function digestOf(line: string): string {
  return sha256(line).slice(0, 8)
}

function sha256(text: string): string {
  return hash('sha256', text, 'hex')
}
