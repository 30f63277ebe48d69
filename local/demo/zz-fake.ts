import { loadDemo } from '../demo.ts'
const client: any = { execute: async () => ({ rows: [] }), batch: async () => [] }
const t = process.cpuUsage()
await loadDemo(client, { influencers: Number(process.argv[2]), seed: 7, now: Date.now(), report: (w) => console.log((process.cpuUsage(t).user / 1e6).toFixed(2), w, (process.memoryUsage().rss/1e6).toFixed(0)+'MB') })
