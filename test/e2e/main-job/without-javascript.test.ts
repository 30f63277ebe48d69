import { plainDesk, plainPhone } from '../stage/variants.ts'
import { theMainJob } from './story.ts'

theMainJob([plainDesk, plainPhone])
