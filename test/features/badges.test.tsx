import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { outcomeTexts, type ReportOutcome } from '../../src/features/abuse-reports/abuse-report.ts'
import { caseStates, measures } from '../../src/features/abuse-reports/case.ts'
import { CaseStateBadge } from '../../src/features/abuse-reports/cases/case-state.tsx'
import { OutcomeBadge } from '../../src/features/abuse-reports/own/outcome-badge.tsx'
import { userStatuses } from '../../src/features/accounts/schema.ts'
import { closedStateLabels } from '../../src/features/ad-requests/schema.ts'
import { AdRequestStateBadge } from '../../src/features/ad-requests/state-badge.tsx'
import { FlagStateBadge } from '../../src/features/admin/flags/flag-state.tsx'
import { flagStateLabels } from '../../src/features/admin/flags/state-labels.ts'
import { AccountState } from '../../src/features/admin/users/account-state.tsx'
import { phases } from '../../src/features/campaigns/campaign.ts'
import { RequestState } from '../../src/features/campaigns/overview/request-list.tsx'
import { PhaseBadge } from '../../src/features/campaigns/phase.tsx'
import { Availability } from '../../src/features/influencers/availability.tsx'

const now = 1_000

/** Every badge of a state that depends on values. */
const rendered = [
  ...(['sponsor', 'influencer', null] as const).flatMap((side) => [
    ...(['sponsor', 'influencer'] as const).map((turn) => (
      <AdRequestStateBadge adRequest={{ state: 'pending', closesAt: now + 1, turn }} side={side} now={now} />
    )),
    ...keys(closedStateLabels).map((state) => (
      <AdRequestStateBadge adRequest={{ state, closesAt: now, turn: 'sponsor' }} side={side} now={now} />
    )),
  ]),
  ...[true, false].flatMap((canManage) =>
    keys(closedStateLabels).map((state) => (
      <RequestState request={{ state, turn: 'sponsor', closesAt: now }} canManage={canManage} />
    )),
  ),
  ...phases.flatMap((phase) => [
    <PhaseBadge phase={phase} flagged={false} />,
    <PhaseBadge phase={phase} flagged />,
  ]),
  ...userStatuses.map((status) => <AccountState status={status} />),
  ...keys(flagStateLabels).flatMap((state) => [
    <FlagStateBadge state={state} />,
    <FlagStateBadge state={state} isOver />,
  ]),
  ...caseStates.map((state) => <CaseStateBadge state={state} measure={null} />),
  ...measures.map((measure) => <CaseStateBadge state="upheld" measure={measure} />),
  ...keys<ReportOutcome>(outcomeTexts).map((outcome) => <OutcomeBadge outcome={outcome} />),
  ...(['open', 'limited', 'closed'] as const).map((is) => <Availability is={is} />),
].map(String)

test('every state has words, and the same words have the same color on every page', () => {
  const badges = [
    ...rendered.flatMap((html) => badgesIn(html, /class="state state-(\w+)">([^<]*)</g)),
    ...literalBadges(),
  ]
  expect(badges.length).toBeGreaterThan(60)
  expect(badges.filter(({ words }) => words === '')).toEqual([])

  const tones = new Map<string, Set<string>>()
  for (const { words, tone } of badges) tones.set(words, (tones.get(words) ?? new Set()).add(tone))
  expect([...tones].filter(([, { size }]) => size > 1)).toEqual([])
})

test('only harm is red, not what was withdrawn, ran out of time or is over', () => {
  const red = rendered.flatMap((html) => badgesIn(html, /class="state state-(off)">([^<]*)</g))
  expect([...new Set(red.map(({ words }) => words))].toSorted()).toEqual([
    'Flagged',
    'Kept after appeal',
    'Not in good faith',
    'Rejected',
    'Suspended',
  ])
})

/** Badges whose words and color are written in a page itself. */
function literalBadges() {
  const src = new URL('../../src/', import.meta.url)
  return readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.tsx'))
    .flatMap((path) =>
      badgesIn(readFileSync(new URL(path, src), 'utf8'), /<State tone="(\w+)">\s*([^<{]+?)\s*<\/State>/g),
    )
}

function badgesIn(text: string, pattern: RegExp) {
  return [...text.matchAll(pattern)].map(([, tone = '', words = '']) => ({ tone, words }))
}

function keys<Key extends string>(record: Readonly<Record<Key, unknown>>): Key[] {
  return Object.keys(record) as Key[]
}
