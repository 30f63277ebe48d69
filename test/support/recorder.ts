import { type Listening, listen } from '../../local/servers/listen.ts'

/** A proxy for a database that records the SQL of every statement. */
export interface Recorder extends Listening {
  /** The database's URL. Set it once it is known. */
  target: string
  readonly statements: ReadonlySet<string>
}

export async function startRecorder(): Promise<Recorder> {
  const statements = new Set<string>()
  const recorder = { target: '', statements }
  const server = await listen({
    async fetch(request) {
      const body = await request.text()
      for (const sql of sqlIn(JSON.parse(body))) statements.add(sql)
      const { pathname } = new URL(request.url)
      return fetch(recorder.target + pathname, { method: request.method, headers: request.headers, body })
    },
  })
  return Object.assign(recorder, server)
}

// Statements are at different depths of a request, always in a property named `sql`.
function sqlIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) =>
    name === 'sql' && typeof inner === 'string' ? [inner] : sqlIn(inner),
  )
}
