import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { edited, type Step } from './change.ts'

const root = join(import.meta.dirname, '../..')

export interface Outcome {
  readonly ok: boolean
  readonly output: string
}

export interface ChangedFile {
  readonly file: string
  readonly addedLines: number
}

/** A copy of the tree in which things can be changed and put back. */
export class Scratch {
  readonly #folder: string
  readonly #tree: string

  private constructor(folder: string) {
    this.#folder = folder
    this.#tree = join(folder, 'tree')
  }

  static async create(): Promise<Scratch> {
    const scratch = new Scratch(await mkdtemp(join(tmpdir(), 'parley-ten-changes-')))
    await scratch.#copyTree()
    await scratch.#startRepository()
    return scratch
  }

  /** Throws if the text to replace is not there, or if the command fails. */
  async take(step: Step): Promise<void> {
    if ('npmRun' in step) {
      const { ok, output } = await this.#run('npm', ['run', step.npmRun])
      if (!ok) throw new Error(output)
      return
    }
    const path = join(this.#tree, step.file)
    await mkdir(dirname(path), { recursive: true })
    const before = step.find === null ? '' : await readFile(path, 'utf8')
    await writeFile(path, edited(before, step))
  }

  checkTypes(): Promise<Outcome> {
    const incremental = ['--incremental', '--tsBuildInfoFile', join(this.#folder, 'tsbuildinfo')]
    return this.#run('tsc', ['-p', 'test/ten-changes', '--pretty', 'false', ...incremental])
  }

  /** With the probe of a change, if its name is given. */
  runTests(files: readonly string[], change?: string): Promise<Outcome> {
    const probe = change === undefined ? [] : ['test/ten-changes/probe.ts']
    const config = ['--config', 'test/ten-changes/vitest.config.ts']
    return this.#run('vitest', ['run', '--bail', '1', ...config, ...files, ...probe], {
      TEN_CHANGES_PROBE: change,
    })
  }

  async changedFiles(): Promise<ChangedFile[]> {
    await this.#git('add', '--all')
    const lines = (await this.#git('diff', '--cached', '--numstat')).trim().split('\n')
    return lines
      .map((line) => line.split('\t'))
      .map(([added, , file = '']) => ({ file, addedLines: Number(added) }))
  }

  async putBack(): Promise<void> {
    await this.#git('reset', '--quiet', '--hard')
    await this.#git('clean', '--quiet', '--force', '-d')
  }

  async remove(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true })
  }

  /** All files of the tree, also those that are not committed. */
  async #copyTree(): Promise<void> {
    const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard']
    const { stdout } = await promisify(execFile)('git', list, { cwd: root })
    const files = stdout.split('\0').filter((file) => file !== '' && existsSync(join(root, file)))
    for (const file of files) await cp(join(root, file), join(this.#tree, file))
    await symlink(join(root, 'node_modules'), join(this.#tree, 'node_modules'))
    await this.#run('node', ['local/build.ts'])
  }

  /** Git then says what a change has changed, and takes it back. */
  async #startRepository(): Promise<void> {
    await this.#git('init', '--quiet')
    await writeFile(join(this.#tree, '.git/info/exclude'), 'node_modules\n')
    await this.#git('add', '--all')
    await this.#git('-c', 'user.name=ten', '-c', 'user.email=ten', 'commit', '--quiet', '--message', 'Before')
  }

  async #git(...args: readonly string[]): Promise<string> {
    const { stdout } = await promisify(execFile)('git', args, { cwd: this.#tree })
    return stdout
  }

  /** Tools are found because npm adds node_modules/.bin to the path. */
  async #run(tool: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Outcome> {
    const options = { cwd: this.#tree, env: { ...process.env, NO_COLOR: '1', ...env }, maxBuffer: 2 ** 26 }
    return promisify(execFile)(tool, args, options).then(
      ({ stdout, stderr }) => ({ ok: true, output: stdout + stderr }),
      (error: { stdout?: string; stderr?: string; message: string }) => ({
        ok: false,
        output: (error.stdout ?? '') + (error.stderr ?? '') || error.message,
      }),
    )
  }
}
