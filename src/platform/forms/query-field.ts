import * as z from 'zod'

/** Longer queries are cut off. */
const MAX_CHARACTERS = 100

/** The text of a search. Empty if it is missing or not valid. */
export const queryField = z
  .string()
  .transform((text) => [...tidy(text)].slice(0, MAX_CHARACTERS).join('').trim())
  .catch('')
  .default('')

function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}
