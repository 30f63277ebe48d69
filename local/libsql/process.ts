import { runServerProcess } from '../servers/server-process.ts'
import { type LibsqlOptions, startLibsql } from './server.ts'

runServerProcess((options: LibsqlOptions) => startLibsql(options))
