import { servePart } from './part.ts'
import { startRedis } from './redis.ts'

servePart((options: NonNullable<Parameters<typeof startRedis>[0]>) => startRedis(options))
