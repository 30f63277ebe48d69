// The Worker for tests: it logs its writes for `cached-columns.ts`.
import { writes } from '../../src/platform/db/write.ts'
import worker from '../../src/worker.ts'

writes.subscribe((message) => console.debug(`parley:write ${JSON.stringify(message)}`))

export default worker
