import { desk } from '../support/variants.ts'
import { wayBackIn } from './way-back-in.ts'

wayBackIn([desk])
