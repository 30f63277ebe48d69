import { makePerson } from '../../support/people.ts'
import { makeE2ePerson } from '../support/accounts.ts'
import type { E2eApp } from '../support/e2e-app.ts'
import type { Variant } from '../support/variants.ts'

/** The people of the tests, and what is waiting for the admin in the morning. */
export type Setup = Awaited<ReturnType<typeof setUp>>

export async function setUp(e2e: E2eApp, variant: Variant) {
  const { app } = e2e
  const name = variant.variant
  const admin = await makeE2ePerson(e2e, 'admin', `Ada Holm ${name}`, variant)
  const reporter = await makeE2ePerson(e2e, 'sponsor', `Northway ${name}`, variant)
  const rex = await makeE2ePerson(e2e, 'influencer', `Rex Calloway ${name}`, variant)
  const waiting = [`Tidewell ${name}`, `Sorrel ${name}`, `Wrenmere ${name}`] as const
  for (const company of waiting) {
    await makePerson(app, 'sponsor', {
      display_name: company,
      email: emailOf(company),
      status: 'pending',
    })
  }
  return {
    e2e,
    variant,
    waiting,
    admin: admin.user,
    reporter: reporter.user,
    influencer: rex.user,
    rex: {
      name: `Rex Calloway ${name}`,
      username: rex.username,
      email: `${rex.username}@example.com`,
      page: `/influencers/${rex.id}`,
    },
    async close() {
      for (const { user } of [admin, reporter, rex]) await user.close()
    },
  }
}

/** "Tidewell desk" has the address tidewell-desk@example.com. */
export function emailOf(company: string): string {
  return `${company.toLowerCase().replaceAll(' ', '-')}@example.com`
}

/** Texts that admins can choose when they reject a sponsor. The test chooses the second one. */
export async function addReasonTemplates({ app }: E2eApp): Promise<void> {
  await app.db.execute({
    sql: `insert into reason_templates (purpose, title, text, position)
      values ('sponsor_rejection', 'Not a company', 'We could not find your company.', 1), ('sponsor_rejection', ?, ?, 2)`,
    args: [template.title, template.text],
  })
}

export const template = {
  title: 'Website does not open',
  text: 'Your website does not open. Please correct the address.',
}
