import { desk, phone } from '../stage/variants.ts'
import { discovery } from './story.ts'

// What else axe knows, `every-page.test.ts` asks of the same pages.
discovery([{ ...desk, axe: 'sight' }, phone])
