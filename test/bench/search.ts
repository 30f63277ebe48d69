import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type Client, createClient } from '@libsql/client/http'
import { buildClient } from '../../local/build.ts'
import { bundleWorker } from '../../local/worker/bundle.ts'
import { routes } from '../../src/routes.ts'
import { interleave, startBefore } from './before.ts'
import { measureShape } from './measure/latency.ts'
import { compare, type Target } from './measure/rounds.ts'
import { latencyTable, speedTable } from './measure/tables.ts'
import { contentsOf } from './pages.ts'
import { Running } from './running.ts'
import { campaignShapes, influencerShapes, mixed, type SearchShape } from './search-visits.ts'
import { cookieOf, signIn } from './signed-in.ts'
import { startCache, startDatabase, startParley, startReferences } from './site.ts'
import { vocabularyOf } from './vocabulary.ts'

// `npm run bench:search` compares searches per second with a Worker that does nothing, and measures how long each kind
// of search takes in a small database and in a large one. `--large 0` leaves out the large one. `--before` names
// another commit, which is measured in the same rounds.
const { values: flags } = parseArgs({
  options: {
    small: { type: 'string', default: '10000' },
    large: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '5' },
    searches: { type: 'string', default: '100' },
    before: { type: 'string' },
  },
})
const CONNECTIONS = 16
const SECONDS = 3

await (await buildClient()).stop()
const { script } = await bundleWorker(fileURLToPath(new URL('../../dist/bench', import.meta.url)))
const running = new Running()
try {
  const small = await openSite(Number(flags.small))
  console.log(`\n${small.contents}; ${flags.rounds} rounds of ${SECONDS} s, ${CONNECTIONS} connections\n`)
  console.log(speedTable(await throughput(small)))

  if (Number(flags.large) > 0) {
    const large = await openSite(Number(flags.large))
    console.log(`\nThe same searches there and with ${large.contents}, one at a time\n`)
    console.log(latencyTable(await latencies(small, large)))
  }
} finally {
  await running.close()
}

interface Site {
  readonly database: string
  readonly url: string
  readonly contents: string
  readonly cookies: { readonly sponsor: string; readonly influencer: string }
  readonly shapes: {
    readonly influencers: readonly SearchShape[]
    readonly campaigns: readonly SearchShape[]
  }
}

async function openSite(influencers: number): Promise<Site> {
  const database = await startDatabase(running, influencers)
  const client = createClient({ url: database })
  const people = await chooseViewers(client)
  const vocabulary = await vocabularyOf(client)
  const site = {
    database,
    url: await startParley(running, { script, database }),
    contents: await contentsOf(client),
    cookies: { sponsor: cookieOf(people.sponsor), influencer: cookieOf(people.influencer) },
    shapes: {
      influencers: await influencerShapes(client, vocabulary),
      campaigns: campaignShapes(vocabulary),
    },
  }
  client.close()
  return site
}

async function chooseViewers(client: Client): Promise<{ sponsor: number; influencer: number }> {
  const { rows } = await client.execute(`select
    (select id from users where role = 'sponsor' and status = 'active' limit 1) as sponsor,
    (select id from influencer_sort_keys limit 1) as influencer`)
  const people = { sponsor: Number(rows[0]?.sponsor), influencer: Number(rows[0]?.influencer) }
  await signIn(client, new Set(Object.values(people)))
  return people
}

async function throughput({ database, url, cookies, shapes }: Site) {
  const cached = await startParley(running, { script, database, vars: await startCache(running) })
  const before = flags.before ? await startBefore(flags.before, Number(flags.small), running) : null
  const searches: Target[] = [
    { name: 'influencers, signed in', budget: 0.3, url, next: mixed(shapes.influencers, cookies.sponsor) },
    { name: 'campaigns, signed in', budget: 0.3, url, next: mixed(shapes.campaigns, cookies.influencer) },
  ]
  return compare(
    [
      ...(await startReferences(running, database)),
      ...interleave(searches, before?.searches ?? []),
      {
        name: 'catalogue, from the cache',
        budget: 0.6,
        url: cached,
        next: () => ({ path: routes.campaigns.index.href() }),
      },
    ],
    { connections: CONNECTIONS, rounds: Number(flags.rounds), seconds: SECONDS },
  )
}

async function latencies(small: Site, large: Site) {
  const rows = []
  for (const kind of ['influencers', 'campaigns'] as const) {
    for (const [index, shape] of small.shapes[kind].entries()) {
      const inLargeSite = large.shapes[kind][index]
      if (!inLargeSite) continue
      const sites = [shapeAt(small, kind, shape), shapeAt(large, kind, inLargeSite)]
      const [inSmall, inLarge] = await measureShape(sites, Number(flags.searches))
      if (inSmall && inLarge) rows.push({ name: shape.name, inSmall, inLarge })
    }
  }
  return rows
}

function shapeAt({ url, cookies }: Site, kind: 'influencers' | 'campaigns', shape: SearchShape) {
  return { site: { url, cookie: kind === 'influencers' ? cookies.sponsor : cookies.influencer }, shape }
}
