import * as z from 'zod'
import { tidyLine } from '../../shared/text/invisible.ts'

/** Longer queries are cut off. */
const MAX_CHARACTERS = 100

/** The text of a search. Empty if it is missing or not valid. */
export const queryField = z
  .string()
  .transform((text) => [...tidyLine(text)].slice(0, MAX_CHARACTERS).join('').trim())
  .catch('')
  .default('')
