import { csvWriters } from '../../exports/stored/csv-parts.ts'
import { writeStored } from '../../exports/stored/write-exports.ts'
import { writePersonalData } from './write-part.ts'

/** The job that writes every kind of file that people ask for. */
export const writeFiles = writeStored({ ...csvWriters, personal_data: writePersonalData })
