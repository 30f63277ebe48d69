import { plainDesk, plainPhone } from '../stage/variants.ts'
import { discovery } from './story.ts'

discovery([plainDesk, plainPhone])
