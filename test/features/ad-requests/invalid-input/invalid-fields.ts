import { dayFromNow } from '../fixtures.ts'
import type { Fields } from '../form-checks.ts'

/** Text that must come back unchanged after an error in another field. */
export const wild = '<script>alert("1")</script> &amp; \'quoted\' 👟🥾 مرحبا \u202eright to left'
export const kept: Fields = {
  requirements: `\n${wild}`,
  message: `Line one\nLine two ${wild}`,
  deliverable_kind: ['reel', 'story'],
  deliverable_count: ['2', '3'],
  deliverable_due: [dayFromNow(5), dayFromNow(6)],
  usage_channels: ['organic', 'paid_social'],
  expires_in: '168',
}

/** An invalid value, its field, and the expected error. */
export const invalidFields: [string, Fields, string, RegExp][] = [
  ['no payment', { payment_amount: '' }, 'payment_amount', /Enter the payment/],
  ['a blank payment', { payment_amount: ' \t ' }, 'payment_amount', /Enter the payment/],
  ['a negative payment', { payment_amount: '-1200.00' }, 'payment_amount', /at least/],
  ['an enormous payment', { payment_amount: '9'.repeat(60) }, 'payment_amount', /at most/],
  ['a payment above the maximum', { payment_amount: '1000000000.01' }, 'payment_amount', /at most/],
  ['NaN as the payment', { payment_amount: 'NaN' }, 'payment_amount', /amount like/],
  ['infinity as the payment', { payment_amount: 'Infinity' }, 'payment_amount', /amount like/],
  ['1e5 as the payment', { payment_amount: '1e5' }, 'payment_amount', /amount like/],
  ['a third decimal', { payment_amount: '10.005' }, 'payment_amount', /two digits/],
  [
    'markup as the payment',
    { payment_amount: '"><img src=x onerror=alert(1)>' },
    'payment_amount',
    /amount like/,
  ],
  ['SQL as the payment', { payment_amount: "1'; drop table offers; --" }, 'payment_amount', /amount like/],
  ['a decimal comma', { payment_amount: '12,50' }, 'payment_amount', /commas only/],
  ['another currency', { payment_amount: '€1200' }, 'payment_amount', /in USD/],
  ['a payment of 100,000 characters', { payment_amount: '1'.repeat(100_000) }, 'payment_amount', /at most/],
  ['two payments', { payment_amount: ['1.00', '1000000.00'] }, 'payment_amount', /once/],
  [
    'requirements of 100,000 characters',
    { requirements: 'x'.repeat(100_000) },
    'requirements',
    /at most 2,000/,
  ],
  ['two requirements', { requirements: ['a', 'b'] }, 'requirements', /once/],
  ['a message of 2,001 emoji', { message: '👟'.repeat(2_001) }, 'message', /at most 2,000/],
  ['two messages', { message: ['a', 'b'] }, 'message', /once/],
  ['an unknown usage channel', { usage_channels: 'outer_space' }, 'usage_channels', /from the list/],
  [
    'a property of every object as the usage channel',
    { usage_channels: '__proto__' },
    'usage_channels',
    /from the list/,
  ],
  [
    'one usage channel a hundred times',
    { usage_channels: Array(101).fill('organic') },
    'usage_channels',
    /at most|from the list/,
  ],
  ['words as the months', { usage_months: 'three' }, 'usage_months', /whole number from 0 to 60/],
  ['no months', { usage_months: '' }, 'usage_months', /Enter the number of months/],
  ['negative months', { usage_months: '-3' }, 'usage_months', /whole number/],
  ['half a month', { usage_months: '1.5' }, 'usage_months', /whole number/],
  ['enormous months', { usage_months: '9'.repeat(300) }, 'usage_months', /whole number/],
  ['two numbers of months', { usage_months: ['1', '2'] }, 'usage_months', /once/],
  ['a lifetime of an hour', { expires_in: '1' }, 'expires_in', /how long/],
  ['a lifetime of a year', { expires_in: '8760' }, 'expires_in', /how long/],
  ['a negative lifetime', { expires_in: '-72' }, 'expires_in', /how long/],
  ['no lifetime', { expires_in: '' }, 'expires_in', /how long/],
  ['a property of every object as the lifetime', { expires_in: 'constructor' }, 'expires_in', /how long/],
  ['two lifetimes', { expires_in: ['24', '72'] }, 'expires_in', /how long the offer stays open/],
  ['a date in the past', { deliverable_due: dayFromNow(-2) }, 'deliverable_due', /has passed/],
  ['a date that does not exist', { deliverable_due: '2027-02-30' }, 'deliverable_due', /Enter a due date/],
  ['no date', { deliverable_due: '' }, 'deliverable_due', /Enter a due date/],
  ['a date in words', { deliverable_due: 'next tuesday' }, 'deliverable_due', /Enter a due date/],
  [
    'a date after the campaign',
    { deliverable_due: dayFromNow(60) },
    'deliverable_due',
    /last day, [A-Z][a-z]{2} \d/,
  ],
  [
    'a date in the year 9999',
    { deliverable_due: '9999-12-31' },
    'deliverable_due',
    /last day, [A-Z][a-z]{2} \d/,
  ],
  ['a year with six digits', { deliverable_due: '+012026-01-01' }, 'deliverable_due', /Enter a due date/],
  ['zero of a deliverable', { deliverable_count: '0' }, 'deliverable_count', /from 1 to 50/],
  ['a negative count', { deliverable_count: '-1' }, 'deliverable_count', /from 1 to 50/],
  ['a thousand of a deliverable', { deliverable_count: '1000' }, 'deliverable_count', /from 1 to 50/],
  ['one and a half deliverables', { deliverable_count: '1.5' }, 'deliverable_count', /from 1 to 50/],
  ['an unknown kind', { deliverable_kind: 'hologram' }, 'deliverable_kind', /Choose what/],
  [
    'a property of every object as the kind',
    { deliverable_kind: 'toString' },
    'deliverable_kind',
    /Choose what/,
  ],
  ['a date without a kind', { deliverable_kind: '' }, 'deliverable_kind', /Choose what/],
  [
    'all rows empty',
    { deliverable_kind: ['', ''], deliverable_count: ['1', '1'], deliverable_due: ['', ''] },
    'deliverable_kind',
    /at least one/,
  ],
  ['eleven deliverables', manyRows(11), 'deliverable_kind-10', /at most 10/],
  ['fifteen deliverables', manyRows(15), 'deliverable_kind-10', /at most 10/],
  ['a hundred deliverables', manyRows(100), 'deliverable_kind-10', /at most 10/],
]

export function manyRows(count: number): Fields {
  return {
    deliverable_kind: Array(count).fill('reel'),
    deliverable_count: Array(count).fill('1'),
    deliverable_due: Array(count).fill(dayFromNow(5)),
  }
}
