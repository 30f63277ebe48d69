import type { Client } from '@libsql/client/http'
import { listings } from '../../src/features/ad-requests/list/listings.ts'
import { routes } from '../../src/routes.ts'
import type { Target, Visit } from './measure/rounds.ts'
import { cookieOf, signIn } from './signed-in.ts'

/** The number of different campaigns, and of different requests, to ask for in turn. */
const MAX_ROWS = 2_000

type Page = Omit<Target, 'url'>

/** The pages to measure. Each request asks for another campaign, another person's list or another ad request. */
export async function pagesOf(client: Client): Promise<{ pages: Page[]; contents: string }> {
  const { campaigns, requests } = await choose(client)
  const sponsors = [...new Set(requests.map(({ sponsor }) => sponsor))]
  await signIn(client, new Set(requests.flatMap(({ sponsor, influencer }) => [sponsor, influencer])))

  const lists = listings.flatMap((listing) =>
    sponsors.map((sponsor) => ({
      path: routes.adRequests.index.href({ listing }),
      cookie: cookieOf(sponsor),
    })),
  )
  const negotiations = requests.map(({ id, sponsor, influencer }, index) => ({
    path: routes.adRequests.show.href({ adRequestId: id }),
    cookie: cookieOf(index % 2 === 0 ? sponsor : influencer),
  }))
  return {
    pages: [
      { name: 'campaign, signed out', budget: 0.3, next: rotate(campaigns.map(pageOfCampaign)) },
      { name: 'list of requests', budget: 0.3, next: rotate(lists) },
      { name: 'request', budget: 0.3, next: rotate(negotiations) },
    ],
    contents: await contentsOf(client),
  }
}

async function choose(client: Client) {
  const [campaigns, requests] = await client.batch(
    [
      `select campaigns.id from campaigns join users on users.id = sponsor_id
        where state = 'active' and visibility = 'public' and flagged_at is null and users.status = 'active'
        order by ${shuffled('campaigns.id')} limit ${MAX_ROWS}`,
      `select ad_requests.id, sponsor_id as sponsor, influencer_id as influencer from ad_requests
        join users sponsors on sponsors.id = sponsor_id join users influencers on influencers.id = influencer_id
        where sponsors.status = 'active' and influencers.status = 'active'
        order by ${shuffled('ad_requests.id')} limit ${MAX_ROWS}`,
    ],
    'read',
  )
  return {
    campaigns: (campaigns?.rows ?? []).map(({ id }) => Number(id)),
    requests: (requests?.rows ?? []).map(({ id, sponsor, influencer }) => ({
      id: Number(id),
      sponsor: Number(sponsor),
      influencer: Number(influencer),
    })),
  }
}

// An order that is the same in every run, and in which neighbors are far apart in the table.
function shuffled(id: string): string {
  return `(${id} * 2654435761) % 4294967296`
}

function pageOfCampaign(campaignId: number): Visit {
  return { path: routes.campaigns.show.href({ campaignId }) }
}

function rotate(visits: readonly Visit[]): () => Visit {
  let turn = 0
  return () => {
    const visit = visits[turn++ % visits.length]
    if (!visit) throw new Error('The database has no rows for this page')
    return visit
  }
}

/** How much the database holds, in words. */
export async function contentsOf(client: Client): Promise<string> {
  const { rows } = await client.execute(`select (select count(*) from influencers) as influencers,
    (select count(*) from campaigns) as campaigns, (select count(*) from ad_requests) as requests`)
  return Object.entries(rows[0] ?? {})
    .map(([what, count]) => `${Number(count).toLocaleString('en')} ${what}`)
    .join(', ')
}
