import { Refusal } from '../refusal.ts'
import type { DeliveryOptions } from '../store/documents.ts'
import { parseDuration } from './duration.ts'

/** Parses `Upstash-Flow-Control-Key` and `-Value` (`parallelism=3, rate=5, period=1m`). Throws a 400. */
export function parseFlowControl(headers: Headers): DeliveryOptions['flowControl'] {
  const key = headers.get('Upstash-Flow-Control-Key')
  if (key === null) return null

  const given = headers.get('Upstash-Flow-Control-Value') ?? ''
  const values = new Map(given.split(',').map((part) => splitOnce(part.trim())))
  const parallelism = wholeNumber(values.get('parallelism'))
  const rate = wholeNumber(values.get('rate'))
  if (parallelism === null && rate === null) {
    throw new Refusal(400, `invalid flow control value "${given}": give parallelism or rate`)
  }
  const period = rate === null ? null : (parseDuration(values.get('period') ?? '1s') ?? Number.NaN) / 1_000
  if (Number.isNaN(period)) throw new Refusal(400, `invalid flow control period "${values.get('period')}"`)
  return { key, parallelism, rate, period }
}

function splitOnce(part: string): [string, string] {
  const [name = '', value = ''] = part.split('=')
  return [name, value]
}

function wholeNumber(text: string | undefined): number | null {
  if (text === undefined) return null
  if (/^[1-9]\d*$/.test(text)) return Number(text)
  throw new Refusal(400, `invalid flow control number "${text}"`)
}
