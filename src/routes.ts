import { snakeCase } from './shared/case.ts'

type ParameterOf<Pattern extends string> = Pattern extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParameterOf<`/${Rest}`>
  : Pattern extends `${string}:${infer Name}`
    ? Name
    : never

type Query = Record<string, string | number | readonly (string | number)[] | undefined | null>

type HrefArguments<Pattern extends string> = [ParameterOf<Pattern>] extends [never]
  ? [query?: Query]
  : [parameters: Record<ParameterOf<Pattern>, string | number>, query?: Query]

export interface Route<Pattern extends string> {
  /** For Hono. */
  readonly pattern: Pattern
  /** For every link and form: a missing parameter is a type error; empty query values are left out. A query's `priceTo` is sent as `price_to`. */
  href(...args: HrefArguments<Pattern>): string
}

function route<const Pattern extends string>(pattern: Pattern): Route<Pattern> {
  const hasParameters = pattern.includes(':')
  return {
    pattern,
    href(...args) {
      const [parameters, query] = hasParameters ? args : [{}, args[0]]
      return (
        fill(pattern, parameters as Record<string, string | number>) + queryString(query as Query | undefined)
      )
    },
  }
}

function fill(pattern: string, parameters: Record<string, string | number>): string {
  return pattern.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(parameters[name])))
}

function queryString(query: Query | undefined): string {
  if (!query) return ''
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') search.append(snakeCase(name), String(one))
    }
  }
  const text = search.toString()
  return text && `?${text}`
}

/** Every URL of Parley, once. */
export const routes = {
  landing: route('/'),
  about: route('/about'),
  health: route('/healthz'),
  robots: route('/robots.txt'),
  sitemap: {
    index: route('/sitemap.xml'),
    part: route('/sitemaps/:part'),
  },

  signIn: route('/sign-in'),
  signOut: route('/sign-out'),
  signUp: {
    choose: route('/sign-up'),
    sponsor: route('/sign-up/sponsor'),
    influencer: route('/sign-up/influencer'),
  },
  waiting: {
    show: route('/waiting'),
    resubmission: route('/waiting/resubmission'),
  },

  home: route('/home'),
  notifications: {
    index: route('/notifications'),
    read: route('/notifications/:notificationId/read'),
    readAll: route('/notifications/read'),
  },
  settings: {
    profile: route('/settings/profile'),
    account: route('/settings/account'),
    password: route('/settings/password'),
    channels: {
      index: route('/settings/channels'),
      edit: route('/settings/channels/:channelId'),
      removal: route('/settings/channels/:channelId/removal'),
    },
    rates: {
      index: route('/settings/rates'),
      edit: route('/settings/rates/:rateId'),
      removal: route('/settings/rates/:rateId/removal'),
    },
  },

  influencers: {
    index: route('/influencers'),
    show: route('/influencers/:influencerId'),
  },

  campaigns: {
    index: route('/campaigns'),
    new: route('/campaigns/new'),
    show: route('/campaigns/:campaignId'),
    edit: route('/campaigns/:campaignId/edit'),
    publication: route('/campaigns/:campaignId/publication'),
    pause: route('/campaigns/:campaignId/pause'),
    pauseEnd: route('/campaigns/:campaignId/pause/end'),
    completion: route('/campaigns/:campaignId/completion'),
    deletion: route('/campaigns/:campaignId/deletion'),
    goalCompletion: route('/campaigns/:campaignId/goals/:goalId/completion'),
    goalCompletionUndo: route('/campaigns/:campaignId/goals/:goalId/completion/undo'),
    adRequests: route('/campaigns/:campaignId/ad-requests'),
    applications: route('/campaigns/:campaignId/applications'),
  },

  adRequests: {
    index: route('/ad-requests'),
    new: route('/ad-requests/new'),
    show: route('/ad-requests/:adRequestId'),
    offers: route('/ad-requests/:adRequestId/offers'),
    acceptance: route('/ad-requests/:adRequestId/acceptance'),
    rejection: route('/ad-requests/:adRequestId/rejection'),
    withdrawal: route('/ad-requests/:adRequestId/withdrawal'),
    messages: route('/ad-requests/:adRequestId/messages'),
  },

  shortlists: {
    index: route('/shortlists'),
    choice: route('/shortlists/choice'),
    show: route('/shortlists/:shortlistId'),
    name: route('/shortlists/:shortlistId/name'),
    deletion: route('/shortlists/:shortlistId/deletion'),
    members: route('/shortlists/:shortlistId/members'),
    removal: route('/shortlists/:shortlistId/members/removal'),
    memberRemoval: route('/shortlists/:shortlistId/members/:influencerId/removal'),
    memberNote: route('/shortlists/:shortlistId/members/:influencerId/note'),
  },
  comparison: route('/comparison'),
  searches: {
    index: route('/searches'),
    show: route('/searches/:searchId'),
    visit: route('/searches/:searchId/visit'),
    removal: route('/searches/:searchId/removal'),
  },

  admin: {
    overview: route('/admin'),
    sponsors: route('/admin/sponsors'),
    approval: route('/admin/sponsors/:userId/approval'),
    rejection: route('/admin/sponsors/:userId/rejection'),
    users: route('/admin/users'),
    user: route('/admin/users/:userId'),
    suspension: route('/admin/users/:userId/suspension'),
    suspensionEnd: route('/admin/users/:userId/suspension/end'),
  },
} as const
