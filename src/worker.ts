import { app } from './app.tsx'
import { EnvError, parseEnv } from './env.ts'

export default {
  fetch(request, bindings, context) {
    try {
      parseEnv(bindings)
    } catch (error) {
      if (error instanceof EnvError) return error.toResponse()
      throw error
    }
    return app.fetch(request, bindings, context)
  },
} satisfies ExportedHandler<Record<string, unknown>>
