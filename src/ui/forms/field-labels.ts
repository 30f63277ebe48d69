import { snakeCase } from '../../shared/case.ts'

/** What a field is called in the list of errors: "startDate" is "Start date", "deliverableDue.1" is "Deliverable 2, due". */
export function labelOf(name: string): string {
  const [field = '', row] = name.split('.')
  if (row !== undefined) return `Deliverable ${Number(row) + 1}, ${rowLabels[field] ?? field}`
  return labels[name] ?? (name.charAt(0).toUpperCase() + snakeCase(name.slice(1))).replaceAll('_', ' ')
}

const rowLabels: Readonly<Record<string, string | undefined>> = {
  deliverableKind: 'what',
  deliverableCount: 'how many',
  deliverableDue: 'due',
}

// Fields whose label is not their name. A form whose label is still another one says so in `labels`.
const labels: Readonly<Record<string, string | undefined>> = {
  account: 'Username or e-mail',
  availability: 'New requests',
  averageComments: 'Comments',
  averageLikes: 'Likes',
  averageViews: 'Views',
  chatWebhook: 'Google Chat webhook',
  companyName: 'Company or individual name',
  days: 'Delivery time',
  displayName: 'Name',
  donts: "Don't",
  dos: 'Do',
  email: 'E-mail',
  internalNote: 'Note for admins',
  kind: 'Deliverable',
  languages: 'Language you post in',
  metricsDate: 'As of',
  paymentAmount: 'Payment',
  phone: 'Phone number for SMS',
  postsLast30Days: 'Posts in the last 30 days',
  purpose: 'For',
  quietFrom: 'No SMS from',
  quietTo: 'No SMS until',
  url: 'Web address',
  usageChannels: 'Usage rights',
  usageMonths: 'Usage period',
  visibility: 'Who can see it',
}
