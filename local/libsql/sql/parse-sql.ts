import { RecentlyUsed } from './recently-used.ts'
import { isSupported } from './supported-statements.ts'

/**
 * What the server must know about a statement. `change` is UPDATE or DELETE, `control` ends or nests a transaction,
 * `schema` changes tables, `setting` changes the connection itself.
 */
export type Kind = 'read' | 'insert' | 'change' | 'begin' | 'control' | 'schema' | 'setting'

export interface SqlStatement {
  readonly text: string
  readonly kind: Kind
  /** In SQLite's order. Each is the name with its prefix, or null for a plain `?`. */
  readonly parameters: readonly (string | null)[]
  readonly explains: boolean
  /** For BEGIN … READONLY. */
  readonly beginsReadOnly: boolean
  /** For BEGIN IMMEDIATE and BEGIN EXCLUSIVE, which take the write lock at once. */
  readonly beginsWriting: boolean
  /** Whether Turso runs statements of this kind at all. */
  readonly isSupported: boolean
}

/**
 * Splits SQL into statements, because the embedded library ignores everything after the first one. Also finds the kind
 * of each statement and the names of its parameters, which the library does not tell. Leaves out comments and empty
 * statements. SQLite finds syntax errors later, when it prepares a statement.
 */
export function parseSql(sql: string): readonly SqlStatement[] {
  const known = parsed.get(sql)
  if (known) return known

  const statements = [...statementsIn(sql)]
  if (sql.length <= MAX_CACHED_LENGTH) parsed.set(sql, statements)
  return statements
}

const MAX_CACHED_LENGTH = 20_000
const parsed = new RecentlyUsed<string, readonly SqlStatement[]>(1_000)

const TOKEN = new RegExp(
  [
    String.raw`(?<blank>\s+|--[^\n]*|/\*.*?(?:\*/|$))`,
    "'[^']*(?:'|$)",
    '"[^"]*(?:"|$)',
    '`[^`]*(?:`|$)',
    String.raw`\[[^\]]*(?:\]|$)`,
    String.raw`(?<parameter>\?\d*|[:@$#][\w$\u0080-\uffff]+)`,
    String.raw`(?<word>[\w\u0080-\uffff][\w$\u0080-\uffff]*)`,
    '.',
  ].join('|'),
  'gs',
)

function* statementsIn(sql: string): Generator<SqlStatement> {
  let draft = new Draft()

  for (const { 0: token, index, groups = {} } of sql.matchAll(TOKEN)) {
    const { blank, word, parameter } = groups
    if (blank !== undefined) continue

    if (token === ';' && draft.mayEnd) {
      if (!draft.empty) yield draft.finish(sql, index)
      draft = new Draft()
    } else {
      draft.add(token, index, word !== undefined, parameter !== undefined)
    }
  }

  if (!draft.empty) yield draft.finish(sql, sql.length)
}

class Draft {
  #start: number | undefined
  #depth = 0
  #last = ''
  #beforeLast = ''
  /** In capitals. Words in parentheses are left out. */
  readonly #words: string[] = []
  readonly #parameters: (string | null)[] = []

  get empty(): boolean {
    return this.#start === undefined
  }

  /** A trigger's body contains semicolons. It ends at the first `; END ;`, as in SQLite's shell. */
  get mayEnd(): boolean {
    return !createsTrigger(this.#words) || (this.#last.toUpperCase() === 'END' && this.#beforeLast === ';')
  }

  add(token: string, index: number, isWord: boolean, isParameter: boolean): void {
    this.#start ??= index
    this.#beforeLast = this.#last
    this.#last = token

    if (token === '(') this.#depth += 1
    else if (token === ')') this.#depth -= 1
    else if (isParameter) addParameter(this.#parameters, token)
    else if (isWord && this.#depth === 0) this.#words.push(token.toUpperCase())
  }

  finish(sql: string, end: number): SqlStatement {
    const kind = kindOf(this.#words)
    const text = sql.slice(this.#start, end)
    return {
      text,
      kind,
      parameters: this.#parameters,
      explains: this.#words[0] === 'EXPLAIN',
      beginsReadOnly: kind === 'begin' && this.#words.includes('READONLY'),
      beginsWriting: kind === 'begin' && ['IMMEDIATE', 'EXCLUSIVE'].includes(this.#words[1] ?? ''),
      isSupported: isSupported(this.#words, text),
    }
  }
}

function createsTrigger(words: readonly string[]): boolean {
  const create = words.indexOf('CREATE')
  if (create === -1 || words.slice(0, create).some((word) => !EXPLAINING.has(word))) return false

  const next = words[create + 1]
  return next === 'TRIGGER' || ((next === 'TEMP' || next === 'TEMPORARY') && words[create + 2] === 'TRIGGER')
}

const EXPLAINING = new Set(['EXPLAIN', 'QUERY', 'PLAN'])

/** SQLite refuses higher numbers later. Until then, they would create an enormous array here. */
const MAX_PARAMETER = 32_766

function addParameter(parameters: (string | null)[], token: string): void {
  if (token === '?') {
    parameters.push(null)
  } else if (token.startsWith('?')) {
    const number = Number(token.slice(1))
    if (number < 1 || number > MAX_PARAMETER) return
    while (parameters.length < number) parameters.push(null)
    parameters[number - 1] ??= token
  } else if (!parameters.includes(token)) {
    parameters.push(token)
  }
}

const VERBS: ReadonlyMap<string, Kind> = new Map([
  ['SELECT', 'read'],
  ['VALUES', 'read'],
  ['EXPLAIN', 'read'],
  ['INSERT', 'insert'],
  ['REPLACE', 'insert'],
  ['UPDATE', 'change'],
  ['DELETE', 'change'],
  ['BEGIN', 'begin'],
  ['COMMIT', 'control'],
  ['END', 'control'],
  ['ROLLBACK', 'control'],
  ['SAVEPOINT', 'control'],
  ['RELEASE', 'control'],
  ['CREATE', 'schema'],
  ['ALTER', 'schema'],
  ['DROP', 'schema'],
])

function kindOf(words: readonly string[]): Kind {
  const [first = '', second = ''] = words
  if (first === 'CREATE' && second.startsWith('TEMP')) return 'setting'

  const verb = first === 'WITH' ? words.find((word) => WITH_VERBS.has(word)) : first
  return VERBS.get(verb ?? '') ?? 'setting'
}

const WITH_VERBS = new Set(['SELECT', 'VALUES', 'INSERT', 'REPLACE', 'UPDATE', 'DELETE'])
