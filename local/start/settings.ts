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
  }
  /** Where the data lies. */
  readonly folder: string
  /** Whether to throw away the data that is there. */
  readonly fresh: boolean
}

const usage = `npm start -- [--port 8787] [--fresh]

  --port   where the app answers; the three ports after it are for its services (or set PORT)
  --fresh  throw away the data of earlier runs and load the demo data again`

const usualFolder = fileURLToPath(new URL('../../.data', import.meta.url))

/** What the command line and PORT, PARLEY_DATA say; throws a Trouble that says what is wrong. */
export function readSettings(args: readonly string[], env: NodeJS.ProcessEnv): Settings {
  const flags = readFlags(args)
  const app = wholeNumber('The port', flags.port ?? env.PORT ?? '8787', 1, 65_532)
  return {
    ports: { app, libsql: app + 1, redis: app + 2, mail: app + 3 },
    folder: env.PARLEY_DATA ? resolve(env.PARLEY_DATA) : usualFolder,
    fresh: flags.fresh,
  }
}

/** Throws a Trouble that names each port that is taken, what it is for and what to do. */
export async function checkPorts({ ports }: Settings): Promise<void> {
  const uses = new Map([
    [ports.app, 'the app'],
    [ports.libsql, 'its database'],
    [ports.redis, 'its cache'],
    [ports.mail, 'its inbox'],
  ])
  const taken = await takenPorts([...uses.keys()])
  if (taken.length === 0) return

  const lines = taken.map((port) => `Port ${port}, which is for ${uses.get(port)}, is taken.`)
  const elsewhere = ports.app === 9000 ? 9100 : 9000
  throw new CliError(
    `${lines.join('\n')}\n` +
      'Perhaps Parley runs already. If not, stop the program that listens there, or start Parley elsewhere:\n\n' +
      `  npm start -- --port ${elsewhere}   (it takes ${elsewhere} to ${elsewhere + 3})`,
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

function wholeNumber(name: string, text: string, least: number, most: number): number {
  const number = Number(text)
  if (Number.isInteger(number) && number >= least && number <= most) return number
  throw new CliError(
    `${name} must be a whole number between ${least} and ${most}, not "${text}".\n\n${usage}`,
  )
}
