import { createClient } from '@libsql/client/http'
import { startLibsql } from '/work/main/local/libsql.ts'
import { migrate } from '/work/main/local/migrate.ts'
import { loadDemo } from '/work/main/local/demo.ts'
const n = Number(process.argv[2] ?? 60)
const file = process.argv[3] ?? ':memory:'
const s = await startLibsql({ file, port: 0 })
const client = createClient({ url: s.url })
await migrate(client)
const t = performance.now()
console.log(await loadDemo(client, { influencers: n, seed: 7, now: Number(process.argv[4] ?? Date.now()), report: (w) => console.log(((performance.now()-t)/1000).toFixed(2), w) }))
console.log('ms', performance.now() - t, 'rss', process.memoryUsage().rss/1e6)
client.close(); await s.close()
