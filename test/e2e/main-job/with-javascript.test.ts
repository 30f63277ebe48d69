import { desk, phone } from '../stage/variants.ts'
import { theMainJob } from './story.ts'

theMainJob([desk, phone])
