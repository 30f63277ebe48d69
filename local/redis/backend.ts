/** A command's name and its arguments. */
export type Command = readonly [name: string, ...args: (string | Buffer)[]]

/** A response of Redis. An Error has Redis's own message (`WRONGTYPE …`). */
export type Reply = null | number | Buffer | Error | readonly Reply[]

export interface RedisBackend {
  /** For the start banner. */
  readonly name: string
  /** One reply for each command, in order. Commands of other callers may run in between. */
  run(commands: readonly Command[]): Promise<readonly Reply[]>
  /** Runs all in one MULTI … EXEC. Throws EXECABORT if one is not a command. */
  transact(commands: readonly Command[]): Promise<readonly Reply[]>
  close(): Promise<void>
  /** Rejects with a readable message if the backend ends on its own. */
  readonly lost: Promise<never>
}

// All REST clients share one connection. These commands would change or block it for the others.
const connectionCommands = new Set(
  (
    'AUTH CLIENT DISCARD EXEC HELLO MONITOR MULTI PSUBSCRIBE PSYNC PUNSUBSCRIBE QUIT READONLY READWRITE ' +
    'RESET SELECT SHUTDOWN SSUBSCRIBE SUBSCRIBE SUNSUBSCRIBE SYNC UNSUBSCRIBE UNWATCH WAIT WATCH ' +
    'BLMOVE BLMPOP BLPOP BRPOP BRPOPLPUSH BZMPOP BZPOPMAX BZPOPMIN'
  ).split(' '),
)

/** Refuses commands that need their own connection. */
export function refusal([name]: Command): Error | null {
  return connectionCommands.has(name.toUpperCase())
    ? new Error(`ERR Command is not available: '${name}'`)
    : null
}
