import { desk, phone } from '../support/variants.ts'
import { discovery } from './steps.ts'

// `every-page` checks axe's other rules on the same pages.
discovery([{ ...desk, axe: 'size' }, phone])
