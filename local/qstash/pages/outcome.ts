import { html } from 'hono/html'
import { textOf } from '../api/wire.ts'
import type { DeliveryResponse } from '../store/documents.ts'
import type { Html } from './layout.ts'

const MAX_SHOWN = 200

/** The status of a response and the beginning of its body, or why there was no response. */
export function outcome(response: DeliveryResponse | null): Html {
  if (response === null) return html`–`
  if (response.error !== null) return html`No response: ${response.error}`
  const text = textOf(response.body) ?? `${Buffer.from(response.body, 'base64').length} bytes`
  const shown = text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)} …` : text
  return html`<strong>${response.status}</strong> ${shown}`
}
