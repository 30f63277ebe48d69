import { snakeCase } from './shared/case.ts'

/** The names of a pattern's parameters: `/campaigns/:campaignId{[0-9]+}` has `campaignId`. */
type ParameterOf<Pattern extends string> = Pattern extends `${string}:${infer Parameter}/${infer Rest}`
  ? NameOf<Parameter> | ParameterOf<`/${Rest}`>
  : Pattern extends `${string}:${infer Parameter}`
    ? NameOf<Parameter>
    : never

type NameOf<Parameter extends string> = Parameter extends `${infer Name}{${string}` ? Name : Parameter

type Query = Record<string, string | number | readonly (string | number)[] | undefined | null>

type HrefArguments<Pattern extends string> = [ParameterOf<Pattern>] extends [never]
  ? [query?: Query]
  : [parameters: Record<ParameterOf<Pattern>, string | number>, query?: Query]

export interface Route<Pattern extends string> {
  /** For Hono. Ids are digits, so `/campaigns/abc` is a 404. */
  readonly pattern: Pattern
  /**
   * For every link and form. A missing parameter is a type error; empty query values are left out. A query's
   * `priceTo` is sent as `price_to`.
   */
  href(...args: HrefArguments<Pattern>): string
}

function route<const Pattern extends string>(pattern: Pattern): Route<Pattern> {
  const hasParameters = pattern.includes(':')
  return {
    pattern,
    href(...args) {
      if (!hasParameters) return pattern + queryString(args[0] as Query | undefined)
      const [parameters, query] = args
      return fill(pattern, parameters as Record<string, string | number>) + queryString(query)
    },
  }
}

function fill(pattern: string, parameters: Record<string, string | number>): string {
  return pattern.replace(parameterPattern, (_, name: string) => encodeURIComponent(String(parameters[name])))
}

/** A parameter in a pattern, with its name as the first group: `:campaignId{[0-9]+}`. */
export const parameterPattern = /:(\w+)(?:\{[^}]*\})?/g

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

/** Every URL of Parley. */
export const routes = {
  landing: route('/'),
  about: route('/about'),
  help: route('/help'),
  health: route('/healthz'),
  robots: route('/robots.txt'),
  sitemap: {
    index: route('/sitemap.xml'),
    part: route('/sitemaps/:part'),
  },

  signIn: route('/sign-in'),
  signInCode: route('/sign-in/code'),
  signOut: route('/sign-out'),
  /** A form that was sent after its session had ended. */
  unsentForm: route('/unsent/:token'),
  signUp: {
    choose: route('/sign-up'),
    sponsor: route('/sign-up/sponsor'),
    influencer: route('/sign-up/influencer'),
  },
  forgotPassword: {
    request: route('/forgot-password'),
    sent: route('/forgot-password/sent'),
  },
  /** From e-mails. Each token is a secret that works once. */
  emailLinks: {
    confirmation: route('/email-confirmation/:token'),
    undo: route('/email-change-undo/:token'),
    reset: route('/password-reset/:token'),
  },
  /** Where password managers look for the page to change a password. */
  changePassword: route('/.well-known/change-password'),
  waiting: {
    show: route('/waiting'),
    resubmission: route('/waiting/resubmission'),
  },

  /** For QStash, which signs what it sends. */
  jobs: {
    run: route('/jobs/:job'),
  },

  home: route('/home'),
  notifications: {
    index: route('/notifications'),
    formerIndex: route('/notices'),
    read: route('/notifications/:notificationId{[0-9]+}/read'),
    readAll: route('/notifications/read'),
  },
  unsubscribe: {
    show: route('/unsubscribe/:token'),
    undo: route('/unsubscribe/:token/undo'),
  },
  webhooks: {
    resend: route('/webhooks/resend'),
  },
  settings: {
    profile: route('/settings/profile'),
    nameWithdrawal: route('/settings/profile/name-request/withdrawal'),
    account: route('/settings/account'),
    password: route('/settings/password'),
    security: {
      show: route('/settings/security'),
      log: route('/settings/security/log'),
      sessionEnd: route('/settings/security/sessions/:sessionId{[0-9a-f]+}/end'),
      otherSessionsEnd: route('/settings/security/other-sessions/end'),
      twoFactor: route('/settings/security/two-factor'),
      twoFactorSetup: route('/settings/security/two-factor/setup'),
      twoFactorRemoval: route('/settings/security/two-factor/removal'),
      recoveryCodes: route('/settings/security/recovery-codes'),
      recoveryCodesSaved: route('/settings/security/recovery-codes/saved'),
    },
    email: {
      show: route('/settings/email'),
      link: route('/settings/email/link'),
      cancellation: route('/settings/email/cancellation'),
    },
    data: {
      show: route('/settings/data'),
      exports: route('/settings/data/exports'),
      deletion: route('/settings/data/deletion'),
      deletionEnd: route('/settings/data/deletion/end'),
    },
    notifications: {
      index: route('/settings/notifications'),
      test: route('/settings/notifications/tests/:channel'),
      emailRetry: route('/settings/notifications/email-retry'),
    },
    calendar: {
      show: route('/settings/calendar'),
      address: route('/settings/calendar/address'),
    },
    channels: {
      index: route('/settings/channels'),
      edit: route('/settings/channels/:channelId{[0-9]+}'),
      removal: route('/settings/channels/:channelId{[0-9]+}/removal'),
    },
    rates: {
      index: route('/settings/rates'),
      edit: route('/settings/rates/:rateId{[0-9]+}'),
      removal: route('/settings/rates/:rateId{[0-9]+}/removal'),
    },
  },

  /** `file` is the secret token and `.ics`. */
  calendarFeed: route('/calendar/:file'),

  influencers: {
    index: route('/influencers'),
    show: route('/influencers/:influencerId{[0-9]+}'),
  },

  campaigns: {
    index: route('/campaigns'),
    new: route('/campaigns/new'),
    show: route('/campaigns/:campaignId{[0-9]+}'),
    edit: route('/campaigns/:campaignId{[0-9]+}/edit'),
    publication: route('/campaigns/:campaignId{[0-9]+}/publication'),
    pause: route('/campaigns/:campaignId{[0-9]+}/pause'),
    pauseEnd: route('/campaigns/:campaignId{[0-9]+}/pause/end'),
    completion: route('/campaigns/:campaignId{[0-9]+}/completion'),
    deletion: route('/campaigns/:campaignId{[0-9]+}/deletion'),
    goalCompletion: route('/campaigns/:campaignId{[0-9]+}/goals/:goalId{[0-9]+}/completion'),
    goalCompletionUndo: route('/campaigns/:campaignId{[0-9]+}/goals/:goalId{[0-9]+}/completion/undo'),
    adRequests: route('/campaigns/:campaignId{[0-9]+}/ad-requests'),
    applications: route('/campaigns/:campaignId{[0-9]+}/applications'),
  },

  adRequests: {
    index: route('/ad-requests'),
    new: route('/ad-requests/new'),
    show: route('/ad-requests/:adRequestId{[0-9]+}'),
    offers: route('/ad-requests/:adRequestId{[0-9]+}/offers'),
    acceptance: route('/ad-requests/:adRequestId{[0-9]+}/acceptance'),
    rejection: route('/ad-requests/:adRequestId{[0-9]+}/rejection'),
    withdrawal: route('/ad-requests/:adRequestId{[0-9]+}/withdrawal'),
    messages: route('/ad-requests/:adRequestId{[0-9]+}/messages'),
  },

  /** How somebody wants to see a list. */
  listViews: route('/list-views/:list'),

  exports: {
    index: route('/exports'),
    campaigns: route('/exports/campaigns.csv'),
    adRequests: route('/exports/ad-requests.csv'),
    show: route('/exports/:exportId{[0-9]+}'),
    file: route('/exports/:exportId{[0-9]+}/file'),
  },
  reports: {
    index: route('/reports'),
    /** `2026-10` is a page, `2026-10.csv` and `2026-10.pdf` are files. */
    show: route('/reports/:report'),
  },

  abuseReports: {
    index: route('/abuse-reports'),
    new: route('/abuse-reports/new'),
    show: route('/abuse-reports/:reportId{[0-9]+}'),
    additions: route('/abuse-reports/:reportId{[0-9]+}/additions'),
  },

  flags: {
    show: route('/flags/:flagId{[0-9]+}'),
    appeal: route('/flags/:flagId{[0-9]+}/appeal'),
    /** Leads to the open flag of a thing. Admins can flag it there if it has none. */
    current: route('/flags/:subject/:subjectId{[0-9]+}'),
  },

  shortlists: {
    index: route('/shortlists'),
    choice: route('/shortlists/choice'),
    show: route('/shortlists/:shortlistId{[0-9]+}'),
    name: route('/shortlists/:shortlistId{[0-9]+}/name'),
    deletion: route('/shortlists/:shortlistId{[0-9]+}/deletion'),
    members: route('/shortlists/:shortlistId{[0-9]+}/members'),
    removal: route('/shortlists/:shortlistId{[0-9]+}/members/removal'),
    memberRemoval: route('/shortlists/:shortlistId{[0-9]+}/members/:influencerId{[0-9]+}/removal'),
    memberNote: route('/shortlists/:shortlistId{[0-9]+}/members/:influencerId{[0-9]+}/note'),
  },
  comparison: route('/comparison'),
  searches: {
    index: route('/searches'),
    show: route('/searches/:searchId{[0-9]+}'),
    visit: route('/searches/:searchId{[0-9]+}/visit'),
    removal: route('/searches/:searchId{[0-9]+}/removal'),
  },

  admin: {
    overview: route('/admin'),
    sponsors: route('/admin/sponsors'),
    approval: route('/admin/sponsors/:userId{[0-9]+}/approval'),
    rejection: route('/admin/sponsors/:userId{[0-9]+}/rejection'),
    nameApproval: route('/admin/sponsors/:userId{[0-9]+}/name/approval'),
    nameRejection: route('/admin/sponsors/:userId{[0-9]+}/name/rejection'),
    bulkActions: {
      index: route('/admin/bulk-actions'),
      new: route('/admin/bulk-actions/new'),
      show: route('/admin/bulk-actions/:bulkActionId{[0-9]+}'),
      stop: route('/admin/bulk-actions/:bulkActionId{[0-9]+}/stop'),
      resumption: route('/admin/bulk-actions/:bulkActionId{[0-9]+}/resumption'),
      nextChunks: route('/admin/bulk-actions/:bulkActionId{[0-9]+}/chunks'),
    },
    reasonTemplates: {
      index: route('/admin/reason-templates'),
      edit: route('/admin/reason-templates/:reasonTemplateId{[0-9]+}'),
      position: route('/admin/reason-templates/:reasonTemplateId{[0-9]+}/position'),
      retirement: route('/admin/reason-templates/:reasonTemplateId{[0-9]+}/retirement'),
      retirementEnd: route('/admin/reason-templates/:reasonTemplateId{[0-9]+}/retirement/end'),
    },
    audit: {
      index: route('/admin/audit'),
      verification: route('/admin/audit/verification'),
    },
    jobs: route('/admin/jobs'),
    jobStart: route('/admin/jobs/:job/start'),
    campaigns: route('/admin/campaigns'),
    adRequests: route('/admin/ad-requests'),
    users: route('/admin/users'),
    user: route('/admin/users/:userId{[0-9]+}'),
    suspension: route('/admin/users/:userId{[0-9]+}/suspension'),
    suspensionChange: route('/admin/users/:userId{[0-9]+}/suspension/change'),
    suspensionEnd: route('/admin/users/:userId{[0-9]+}/suspension/end'),
    sessionsEnd: route('/admin/users/:userId{[0-9]+}/sessions/end'),
    twoFactorRemoval: route('/admin/users/:userId{[0-9]+}/two-factor/removal'),
    securityLog: route('/admin/security-log'),
    /** From rows of lists, which answer with the changed row. */
    suspensionRemoval: route('/admin/users/:userId{[0-9]+}/suspension/removal'),
    userFlagRemoval: route('/admin/users/:userId{[0-9]+}/flag/removal'),
    campaignFlagRemoval: route('/admin/campaigns/:campaignId{[0-9]+}/flag/removal'),
    adRequestFlagRemoval: route('/admin/ad-requests/:adRequestId{[0-9]+}/flag/removal'),
    personalData: {
      show: route('/admin/users/:userId{[0-9]+}/data'),
      exports: route('/admin/users/:userId{[0-9]+}/data/exports'),
      deletion: route('/admin/users/:userId{[0-9]+}/deletion'),
      deletionEnd: route('/admin/users/:userId{[0-9]+}/deletion/end'),
    },
    flags: {
      index: route('/admin/flags'),
      new: route('/admin/flags/new'),
      show: route('/admin/flags/:flagId{[0-9]+}'),
      decision: route('/admin/flags/:flagId{[0-9]+}/decision'),
      /** From a row of the list. */
      answer: route('/admin/flags/:flagId{[0-9]+}/answer'),
      removal: route('/admin/flags/:flagId{[0-9]+}/removal'),
    },
    mailPreview: {
      index: route('/admin/mail/preview'),
      show: route('/admin/mail/preview/:kind'),
      html: route('/admin/mail/preview/:kind/html'),
    },
    mail: route('/admin/mail'),
    mailRetry: route('/admin/mail/:messageId{[0-9]+}/retry'),
    abuseReports: {
      index: route('/admin/abuse-reports'),
      show: route('/admin/abuse-reports/:caseId{[0-9]+}'),
      assignment: route('/admin/abuse-reports/:caseId{[0-9]+}/assignment'),
      assignmentEnd: route('/admin/abuse-reports/:caseId{[0-9]+}/assignment/end'),
      /** From the list, which answers with the changed row. */
      ownAssignment: route('/admin/abuse-reports/:caseId{[0-9]+}/assignment/own'),
      dismissal: route('/admin/abuse-reports/:caseId{[0-9]+}/dismissal'),
      upholding: route('/admin/abuse-reports/:caseId{[0-9]+}/upholding'),
      badFaith: route('/admin/abuse-reports/:caseId{[0-9]+}/bad-faith/:reportId{[0-9]+}'),
      badFaithEnd: route('/admin/abuse-reports/:caseId{[0-9]+}/bad-faith/:reportId{[0-9]+}/end'),
    },
  },
} as const
