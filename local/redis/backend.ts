/** A command's name and its arguments. */
export type Command = readonly [name: string, ...args: (string | Buffer)[]]

/** What Redis answers: a refusal is an Error whose message is Redis's own line (`WRONGTYPE …`). */
export type Reply = null | number | Buffer | Error | readonly Reply[]

export interface RedisBackend {
  /** For the start banner. */
  readonly name: string
  /** One reply for each command, in order; other callers' commands may come between. */
  run(commands: readonly Command[]): Promise<readonly Reply[]>
  /** All in one MULTI … EXEC; throws EXECABORT when one of them isn't a command. */
  transact(commands: readonly Command[]): Promise<readonly Reply[]>
  close(): Promise<void>
  /** Rejects, with words for a person, when the backend ends without being asked to. */
  readonly lost: Promise<never>
}

// Over REST all callers share one connection: these would change it for, or take it from, the others.
const connectionCommands = new Set(
  (
    'AUTH CLIENT DISCARD EXEC HELLO MONITOR MULTI PSUBSCRIBE PSYNC PUNSUBSCRIBE QUIT READONLY READWRITE ' +
    'RESET SELECT SHUTDOWN SSUBSCRIBE SUBSCRIBE SUNSUBSCRIBE SYNC UNSUBSCRIBE UNWATCH WAIT WATCH ' +
    'BLMOVE BLMPOP BLPOP BRPOP BRPOPLPUSH BZMPOP BZPOPMAX BZPOPMIN'
  ).split(' '),
)

/** Commands that need a connection of their own have no place in a request. */
export function refusal([name]: Command): Error | null {
  return connectionCommands.has(name.toUpperCase())
    ? new Error(`ERR Command is not available: '${name}'`)
    : null
}
