import { relative } from 'node:path'
import type { DemoAccount } from './data-folder.ts'

interface Ready {
  readonly app: string
  readonly inbox: string
  readonly qstash: { readonly url: string; readonly details: string }
  readonly redis: string
  readonly database: string
  readonly accounts: readonly DemoAccount[]
}

/** What `npm start` prints when everything is running. */
export function banner({ app, inbox, qstash, redis, database, accounts }: Ready): string {
  return `
Parley is ready: ${app}

  Inbox      ${inbox}  (every e-mail, chat message and SMS that Parley sends lands here)
  QStash     ${qstash.url}  (schedules and messages; ${qstash.details || 'move its clock to see what will be sent'})
${accountLines(accounts)}
  Data       ${relative('', database)}; to start over: npm start -- --fresh
  Cache      ${redis}

Ctrl-C stops everything.
`
}

function accountLines(accounts: readonly DemoAccount[]): string {
  const width = Math.max(0, ...accounts.map(({ username }) => username.length))
  return accounts
    .map(({ role, username, password }, index) => {
      const label = index === 0 ? 'Sign in as' : ''
      return `  ${label.padEnd(10)} ${username.padEnd(width)}  password ${password}  (${role})`
    })
    .join('\n')
}
