import * as z from 'zod'

/** Of what somebody types to look for something, the rest is left out. */
const MAX_LETTERS = 100

/** What somebody looks for, in one line, as long as it may be; empty for nonsense. */
export const queryField = z
  .string()
  .transform((text) => [...tidy(text)].slice(0, MAX_LETTERS).join('').trim())
  .catch('')
  .default('')

function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}
