import { type SQL, sql } from 'drizzle-orm'
import { literal } from '../../../platform/db/literals.ts'
import { users } from '../../accounts/schema.ts'
import { reasons } from '../reasons.ts'
import { abuseCases, abuseReports } from '../schema.ts'
import { weightRule } from './weight.ts'

/** Updates the weights of the open cases that a `select id …` finds. */
export function updateWeights(caseIds: SQL): SQL {
  return sql`update ${abuseCases} set weight = ${weight()} where state = 'open' and id in (${caseIds})`
}

/** The open cases with a report by anybody who reported in this case: their trust has changed. */
export function casesOfReportersIn(caseId: number): SQL {
  return sql`select theirs.case_id from ${abuseReports} decided
    join ${abuseReports} theirs on theirs.reporter_id = decided.reporter_id
    where decided.case_id = ${caseId}`
}

/**
 * The same text for everybody of one company: the domain of their e-mail address. Addresses of mail providers say
 * nothing, so those people are each on their own side. `table` is the alias of a row of `users`.
 */
export function sideOf(table: string): SQL<string> {
  const email = sql.raw(`${table}.email`)
  const domain = sql`substr(${email}, instr(${email}, '@') + 1)`
  const isShared = sql`${domain} in (${sql.join(mailProviders.map(literal), sql`, `)})`
  return sql`case when ${isShared} or ${email} like '%.invalid' then ${email} else ${domain} end`
}

const mailProviders = [
  'gmail.com',
  'googlemail.com',
  'outlook.com',
  'hotmail.com',
  'live.com',
  'msn.com',
  'yahoo.com',
  'icloud.com',
  'me.com',
  'mac.com',
  'aol.com',
  'proton.me',
  'protonmail.com',
  'pm.me',
  'fastmail.com',
  'gmx.com',
  'gmx.net',
  'gmx.de',
  'web.de',
  'mail.com',
  'zoho.com',
  'yandex.com',
  'mail.ru',
  'qq.com',
]

/** The formula of `weight.ts` in SQL, so that reports which come in at once all count. A test compares the two. */
function weight(): SQL {
  return sql`coalesce((
    select ${whole(weightRule.max)} * points / (points + ${whole(weightRule.half)}) from (
    select sum(highest) points from (
      select max((${gravity()}) * ${trust()} * (${age()})) highest
      from ${abuseReports} report join ${users} reporter on reporter.id = report.reporter_id
      where report.case_id = abuse_cases.id and report.outcome <> 'abusive'
      group by ${sideOf('reporter')}
    )
  )), 0)`
}

function gravity(): SQL {
  const cases = Object.entries(reasons).map(
    ([reason, one]) => sql`when ${literal(reason)} then ${whole(one.gravity)}`,
  )
  return sql`case report.reason ${sql.join(cases, sql` `)} end`
}

function trust(): SQL {
  const counted = (outcome: string) => sql`count(*) filter (where outcome = ${literal(outcome)})`
  return sql`(select 100 * (${counted('upheld')} + 1) / (${counted('upheld')} + ${counted('dismissed')}
    + ${whole(weightRule.abusiveCountsAs)} * ${counted('abusive')} + 2)
    from ${abuseReports} earlier where earlier.reporter_id = report.reporter_id)`
}

function age(): SQL {
  const { newAccount, fullAge } = weightRule
  return sql`${whole(newAccount)} + ${whole(100 - newAccount)}
    * min(max(report.created_at - reporter.created_at, 0), ${whole(fullAge)}) / ${whole(fullAge)}`
}

// In the text of the SQL: a parameter would travel as a float, and the division would not round down.
function whole(number: number): SQL {
  return sql.raw(String(number))
}
