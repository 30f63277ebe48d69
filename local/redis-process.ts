import { servePart } from './part.ts'
import { startRedis } from './redis.ts'

servePart(async (options: NonNullable<Parameters<typeof startRedis>[0]>) => {
  const { backend, ...redis } = await startRedis(options)
  redis.lost.catch((error: unknown) => {
    console.error(String(error))
    process.exit(1)
  })
  return { ...redis, details: backend }
})
