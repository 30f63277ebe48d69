import { type LibsqlOptions, startLibsql } from './libsql.ts'
import { servePart } from './part.ts'

servePart((options: LibsqlOptions) => startLibsql(options))
