import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { createClient } from '@libsql/client/http'
import type { Target } from './measure/rounds.ts'
import type { Running } from './running.ts'

const run = promisify(execFile)
const root = fileURLToPath(new URL('../..', import.meta.url))

/** The pages and searches to measure at another commit. */
export interface Before {
  readonly pages: readonly Target[]
  readonly searches: readonly Target[]
}

/**
 * Starts the Worker of another commit, to measure it in the same rounds as this one. The commit is checked out under
 * `.data`, where it keeps its own crowd. Its own benchmark modules load the crowd and choose the pages, because
 * schema and search index may have changed since. Keep the names of the modules and functions that this calls.
 */
export async function startBefore(commit: string, influencers: number, running: Running): Promise<Before> {
  const { tree, script } = await build(commit)
  const [site, pages, visits, words, sessions] = await Promise.all([
    load<typeof import('./site.ts')>(tree, 'site.ts'),
    load<typeof import('./pages.ts')>(tree, 'pages.ts'),
    load<typeof import('./search-visits.ts')>(tree, 'search-visits.ts'),
    load<typeof import('./vocabulary.ts')>(tree, 'vocabulary.ts'),
    load<typeof import('./signed-in.ts')>(tree, 'signed-in.ts'),
  ])
  const database = await site.startDatabase(running, influencers)
  const url = await site.startParley(running, { script, database })

  const client = createClient({ url: database })
  const { rows } = await client.execute(`select
    (select id from users where role = 'sponsor' and status = 'active' limit 1) as sponsor,
    (select id from users where role = 'influencer' and status = 'active' limit 1) as influencer`)
  const [sponsor, influencer] = [Number(rows[0]?.sponsor), Number(rows[0]?.influencer)]
  await sessions.signIn(client, new Set([sponsor, influencer]))
  const vocabulary = await words.vocabularyOf(client)
  const people = visits.mixed(await visits.influencerShapes(client, vocabulary), sessions.cookieOf(sponsor))
  const offers = visits.mixed(visits.campaignShapes(vocabulary), sessions.cookieOf(influencer))
  const { pages: own } = await pages.pagesOf(client)
  client.close()
  return {
    pages: own.map((page) => ({ ...page, url })),
    searches: [
      { name: 'influencers, signed in', url, next: people },
      { name: 'campaigns, signed in', url, next: offers },
    ],
  }
}

/** Puts before each target the target with the same name of the other commit, to compare the two. */
export function interleave(targets: readonly Target[], before: readonly Target[]): Target[] {
  return targets.flatMap((target) => {
    const older = before.find(({ name }) => name === target.name)
    if (!older) return [target]
    const { name, url, next } = older
    return [
      { name: `${name}, before`, url, next },
      { ...target, before: `${name}, before` },
    ]
  })
}

async function build(commit: string): Promise<{ tree: string; script: string }> {
  const { stdout } = await run('git', ['rev-parse', '--short', `${commit}^{commit}`], { cwd: root })
  const tree = join(root, '.data', `before-${stdout.trim()}`)
  if (!existsSync(tree)) {
    await run('git', ['worktree', 'add', '--detach', tree, commit], { cwd: root })
    await symlink(join(root, 'node_modules'), join(tree, 'node_modules'))
  }
  await run(process.execPath, ['local/build.ts'], { cwd: tree })
  const flags = ['deploy', '--dry-run', '--minify', '--outdir', 'dist/bench']
  await run(process.execPath, ['node_modules/wrangler/bin/wrangler.js', ...flags], {
    cwd: tree,
    env: { ...process.env, WRANGLER_SEND_METRICS: 'false', WRANGLER_WRITE_LOGS: 'false' },
  })
  return { tree, script: join(tree, 'dist/bench/worker.js') }
}

function load<Module>(tree: string, name: string): Promise<Module> {
  return import(pathToFileURL(join(tree, 'test/bench', name)).href)
}
