import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { CliError } from '../cli-error.ts'
import { takenPorts } from '../servers/ports.ts'

export interface Settings {
  readonly ports: {
    readonly app: number
    readonly libsql: number
    readonly redis: number
    readonly mail: number
    readonly qstash: number
  }
  /** Where the data is kept. */
  readonly folder: string
  /** Whether to delete the existing data. */
  readonly fresh: boolean
}

const usage = `npm start -- [--port 8787] [--fresh]

  --port   port of the app; the next four ports are for its services (or set PORT)
  --fresh  delete the data of earlier runs and load the demo data again`

const defaultFolder = fileURLToPath(new URL('../../.data', import.meta.url))

/** Reads the command line, PORT and PARLEY_DATA. Throws a CliError that says what is wrong. */
export function readSettings(args: readonly string[], env: NodeJS.ProcessEnv): Settings {
  const flags = readFlags(args)
  const app = wholeNumber('The port', flags.port ?? env.PORT ?? '8787', 1, 65_531)
  return {
    ports: { app, libsql: app + 1, redis: app + 2, mail: app + 3, qstash: app + 4 },
    folder: env.PARLEY_DATA ? resolve(env.PARLEY_DATA) : defaultFolder,
    fresh: flags.fresh,
  }
}

/** Throws a CliError that names each port in use, what Parley needs it for, and what to do. */
export async function checkPorts({ ports }: Settings): Promise<void> {
  const uses = new Map([
    [ports.app, 'the app'],
    [ports.libsql, 'its database'],
    [ports.redis, 'its cache'],
    [ports.mail, 'its inbox'],
    [ports.qstash, 'its schedules'],
  ])
  const taken = await takenPorts([...uses.keys()])
  if (taken.length === 0) return

  const lines = taken.map((port) => `Port ${port}, needed for ${uses.get(port)}, is in use.`)
  const elsewhere = ports.app === 9000 ? 9100 : 9000
  throw new CliError(
    `${lines.join('\n')}\n` +
      'Parley may be running already. If not, stop the other program, or use other ports:\n\n' +
      `  npm start -- --port ${elsewhere}   (uses ${elsewhere} to ${elsewhere + 4})`,
  )
}

function readFlags(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        fresh: { type: 'boolean', default: false },
      },
    })
    return values
  } catch (error) {
    throw new CliError(`${error instanceof Error ? error.message : error}\n\n${usage}`)
  }
}

function wholeNumber(name: string, text: string, min: number, max: number): number {
  const number = Number(text)
  if (Number.isInteger(number) && number >= min && number <= max) return number
  throw new CliError(`${name} must be a whole number between ${min} and ${max}, not "${text}".\n\n${usage}`)
}
