import { expect } from 'vitest'
import { makePerson, PASSWORD } from '../../support/people.ts'
import type { Visitor } from '../../support/visitor.ts'
import { addAfter, type Change, replace } from '../change.ts'

const sponsors = 'src/features/sponsors'

/** Where a sponsor has its headquarters. */
export const profileField: Change = {
  name: 'a profile field',
  begin: [
    addAfter(
      `${sponsors}/schema.ts`,
      "    about: text().notNull().default(''),",
      "    headquarters: text().notNull().default(''),",
    ),
  ],
  others: [
    { npmRun: 'migrate:generate' },
    addAfter(
      `${sponsors}/forms.ts`,
      '  website: optional(webAddress(), null),',
      "  headquarters: optional(line({ max: 80 }), ''),",
    ),
    replace(`${sponsors}/forms.ts`, 'import { money,', 'import { line, money,'),
    addAfter(`${sponsors}/sponsor-terms.tsx`, "  about: 'About',", "  headquarters: 'Headquarters',"),
    replace(
      `${sponsors}/sponsor-terms.tsx`,
      '{ companyName, industry, annualBudget, website, about }: SponsorProfile',
      `{
  companyName,
  industry,
  annualBudget,
  website,
  about,
  headquarters,
}: SponsorProfile`,
    ),
    addAfter(
      `${sponsors}/sponsor-terms.tsx`,
      "    website: website ?? 'Not provided',",
      "    headquarters: headquarters || 'Not provided',",
    ),
    replace(
      `${sponsors}/sponsor-fields.tsx`,
      '    <TextArea\n',
      "    <TextField {...fieldProps(form, 'headquarters')} label={sponsorLabels.headquarters} />\n    <TextArea\n",
    ),
    addAfter(
      'test/features/accounts/profile-forms.test.ts',
      "  about: 'Boots that last.\\nTen winters.',",
      "  headquarters: 'Denver',",
    ),
    addAfter(
      'local/demo/story.ts',
      "      about: profile.about ?? '',",
      "      headquarters: profile.headquarters ?? '',",
    ),
    replace(
      'test/features/statistics/random-moderation.ts',
      "website: null, about: '' }",
      "website: null, about: '', headquarters: '' }",
    ),
  ],
  tests: ['test/migrations.test.ts', 'test/features/accounts/profile-forms.test.ts'],

  async probe(app) {
    const visitor = app.visitor()
    await visitor.get('/sign-up/sponsor')
    const account = { username: 'northway', email: 'nora@northway.example', password: PASSWORD }
    const profile = { company_name: 'Northway', industry: 'Outdoor gear', headquarters: 'Denver' }
    await visitor.submit('Sign up', { ...account, ...profile })
    await visitor.submit('Sign in', { username: 'northway', password: PASSWORD })
    expect(await headquartersOf(visitor)).toBe('Denver')

    await visitor.submit('Save', { headquarters: 'Boulder' })
    expect(await headquartersOf(visitor)).toBe('Boulder')
    const admin = await makePerson(app, 'admin')
    const { rows } = await app.db.execute("select id from users where username = 'northway'")
    await admin.browser.get(`/admin/users/${rows[0]?.id}`)
    expect(admin.browser.page.text).toMatch(/Headquarters ?Boulder/)
  },
}

async function headquartersOf(visitor: Visitor) {
  const { document } = await visitor.get('/settings/profile')
  return document.querySelector('[name=headquarters]')?.getAttribute('value')
}
