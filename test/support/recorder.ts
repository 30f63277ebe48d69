import { type Listening, listen } from '../../local/servers/listen.ts'

/** Stands before a database and notes the text of every statement that is sent to it, each once. */
export interface Recorder extends Listening {
  /** The database's address, known only after the recorder's own. */
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

// Statements stand at different depths of a request, always under this name.
function sqlIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) =>
    name === 'sql' && typeof inner === 'string' ? [inner] : sqlIn(inner),
  )
}
