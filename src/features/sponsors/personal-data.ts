import { and, eq, sql } from 'drizzle-orm'
import { withSearchText } from '../../platform/db/searched-text.ts'
import { mutation } from '../../platform/db/write.ts'
import type { Owner, PersonalRecord } from '../../platform/personal-data/record.ts'
import { all, isoTime, money } from '../../platform/personal-data/rows.ts'
import { DELETED_NAME } from '../accounts/personal-data.ts'
import { sponsors } from './schema.ts'

const profile: PersonalRecord = {
  file: 'sponsor-profile',
  onlyFor: 'sponsor',
  holds: 'Your profile as a sponsor.',
  tables: [sponsors],
  read: all(selectProfile, ({ annualBudget, submittedAt, answeredAt, nameRequestedAt, ...row }, owner) => ({
    ...row,
    annualBudget: money(annualBudget, owner),
    submittedAt: isoTime(submittedAt),
    answeredAt: isoTime(answeredAt === 0 ? null : answeredAt),
    nameRequestedAt: isoTime(nameRequestedAt),
  })),
  erasure: {
    kind: 'anonymize',
    why: `Your company becomes “${DELETED_NAME}”. Its industry, budget, website and description are deleted, and a new name that you asked for.`,
    statements: ({ id }) => [
      mutation
        .update(sponsors)
        .set({
          ...withSearchText(sponsors, { companyName: DELETED_NAME }),
          industry: '',
          annualBudget: null,
          website: null,
          about: '',
          // Admins compare sponsors by these.
          nameKey: '',
          websiteDomain: null,
          requestedName: null,
          requestedNameKey: null,
          nameRequestedAt: null,
          flagReason: null,
        })
        .where(and(eq(sponsors.userId, id), sql`(company_name <> ${DELETED_NAME} or industry <> '')`)),
    ],
  },
}

export const personalData = [profile]

function selectProfile({ db, userId }: Owner) {
  const { companyName, industry, annualBudget, website, about, submittedAt, answeredAt } = sponsors
  const { requestedName, nameRequestedAt } = sponsors
  return db.orm
    .select({
      companyName,
      industry,
      annualBudget,
      website,
      about,
      submittedAt,
      answeredAt,
      requestedName,
      nameRequestedAt,
    })
    .from(sponsors)
    .where(eq(sponsors.userId, userId))
}
