import { plainDesk, plainPhone } from '../support/variants.ts'
import { discovery } from './steps.ts'

discovery([plainDesk, plainPhone])
