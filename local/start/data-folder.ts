import { existsSync } from 'node:fs'
import { access, constants, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { CliError } from '../cli-error.ts'

const accountSchema = z.object({ role: z.string(), username: z.string(), password: z.string() })

export type DemoAccount = z.infer<typeof accountSchema>

/** The folder where `npm start` keeps its data between runs. */
export class DataFolder {
  readonly database: string
  /** The folder of R2. */
  readonly storage: string
  /** Schedules and messages. */
  readonly qstash: string
  readonly #accounts: string
  readonly #unfinished: string

  constructor(path: string) {
    this.database = join(path, 'parley.db')
    this.storage = join(path, 'storage')
    this.qstash = join(path, 'qstash.db')
    this.#accounts = join(path, 'demo-accounts.json')
    this.#unfinished = join(path, 'unfinished')
  }

  /** Creates the folder. Deletes the databases if `fresh`, or if loading the demo data was interrupted. */
  async open({ fresh }: { fresh: boolean }): Promise<void> {
    await this.#makeFolder()
    if (fresh || existsSync(this.#unfinished)) await this.#removeDatabases()
    if (!existsSync(this.database)) await writeFile(this.#unfinished, '')
  }

  /** Marks the database as complete, and saves the demo accounts if they are new. */
  async finish(accounts: readonly DemoAccount[] | null): Promise<void> {
    if (accounts) await writeFile(this.#accounts, JSON.stringify(accounts, null, 2))
    await rm(this.#unfinished, { force: true })
  }

  /** The demo accounts, as they were when the demo data was loaded. */
  async accounts(): Promise<DemoAccount[]> {
    if (!existsSync(this.#accounts)) return []
    return z.array(accountSchema).parse(JSON.parse(await readFile(this.#accounts, 'utf8')))
  }

  async #makeFolder(): Promise<void> {
    const folder = join(this.database, '..')
    try {
      await mkdir(folder, { recursive: true })
      await access(folder, constants.W_OK)
    } catch {
      throw new CliError(
        `Parley cannot write to ${folder}. Set PARLEY_DATA to a folder that you may write to.`,
      )
    }
  }

  async #removeDatabases(): Promise<void> {
    const files = [this.database, this.qstash].flatMap((file) =>
      ['', '-wal', '-shm'].map((ending) => file + ending),
    )
    for (const file of [...files, this.#accounts, this.storage])
      await rm(file, { force: true, recursive: true })
  }
}
