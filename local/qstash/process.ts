import { runServerProcess } from '../servers/server-process.ts'
import { type QStashOptions, startQStash } from './server.ts'

runServerProcess((options: QStashOptions) => startQStash(options))
