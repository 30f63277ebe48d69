// The Worker as tests run it: it logs what it writes. `cached-columns.ts` reads that.
import { writes } from '../../src/platform/db/write.ts'
import worker from '../../src/worker.ts'

writes.subscribe((message) => console.debug(`parley:write ${JSON.stringify(message)}`))

export default worker
