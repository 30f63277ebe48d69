import { runServerProcess } from '../servers/server-process.ts'
import { startRedis } from './server.ts'

runServerProcess(async (options: NonNullable<Parameters<typeof startRedis>[0]>) => {
  const { backend, ...redis } = await startRedis(options)
  redis.lost.catch((error: unknown) => {
    console.error(String(error))
    process.exit(1)
  })
  return { ...redis, details: backend }
})
