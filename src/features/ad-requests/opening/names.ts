import { counted } from '../../../shared/format.ts'
import type { Candidate } from './queries.ts'

/** "Mara Lindqvist, Jonas Berg and 1 hidden profile". */
export function namesOf(people: readonly Pick<Candidate, 'name'>[]): string {
  const names = people.flatMap(({ name }) => name ?? [])
  const hidden = people.length - names.length
  if (hidden === 0) return names.join(', ')
  return [names.join(', '), counted(hidden, 'hidden profile')].filter(Boolean).join(' and ')
}
