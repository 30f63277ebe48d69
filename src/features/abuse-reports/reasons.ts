interface Reason {
  readonly label: string
  /** Explains it in one line, where people choose. */
  readonly explain: string
  /** How much a report for this reason weighs, from 1 to `MAX_GRAVITY`. */
  readonly gravity: number
}

export const MAX_GRAVITY = 8

/** Why something is reported. In the order of the form. */
export const reasons = {
  threats: {
    label: 'Threats or harassment',
    explain: 'Insults, hate, threats, or pressure that does not stop.',
    gravity: 8,
  },
  fraud: {
    label: 'Fraud or a scam',
    explain: 'Asks for passwords or for payment outside of Parley, or never meant to pay or deliver.',
    gravity: 8,
  },
  illegal: {
    label: 'Illegal or dangerous',
    explain: 'Promotes something that breaks the law or puts people at risk.',
    gravity: 8,
  },
  impersonation: {
    label: 'Pretends to be someone else',
    explain: 'Uses the name, the pictures or the work of another person or company.',
    gravity: 5,
  },
  misleading: {
    label: 'False information',
    explain: 'Made-up followers, results, prices or claims.',
    gravity: 4,
  },
  offensive: {
    label: 'Offensive content',
    explain: 'Sexual, violent or degrading words or links.',
    gravity: 4,
  },
  spam: {
    label: 'Spam',
    explain: 'Off topic, sent to many people, or the same thing again and again.',
    gravity: 1,
  },
  other: {
    label: 'Something else',
    explain: 'Tell us what is wrong in your own words.',
    gravity: 2,
  },
} as const satisfies Record<string, Reason>

export type ReportReason = keyof typeof reasons

export const reasonKeys = Object.keys(reasons) as [ReportReason, ...ReportReason[]]
