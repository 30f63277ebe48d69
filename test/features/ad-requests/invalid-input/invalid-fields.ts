import { dayFromNow } from '../fixtures.ts'
import type { Fields } from '../form-checks.ts'

/** What somebody typed before going wrong somewhere else: it must come back as it was. */
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

/** A wrong field, what is typed into it, and a word of what is said about it. */
export const wrongs: [string, Fields, string, RegExp][] = [
  ['no payment', { payment_amount: '' }, 'payment_amount', /Enter the payment/],
  ['a blank payment', { payment_amount: ' \t ' }, 'payment_amount', /Enter the payment/],
  ['a negative payment', { payment_amount: '-1200.00' }, 'payment_amount', /amount like/],
  ['an enormous payment', { payment_amount: '9'.repeat(60) }, 'payment_amount', /amount like/],
  ['more than money can be', { payment_amount: '1000000000.01' }, 'payment_amount', /amount like/],
  ['NaN for a payment', { payment_amount: 'NaN' }, 'payment_amount', /amount like/],
  ['infinity for a payment', { payment_amount: 'Infinity' }, 'payment_amount', /amount like/],
  ['1e5 for a payment', { payment_amount: '1e5' }, 'payment_amount', /amount like/],
  ['thousandths', { payment_amount: '10.005' }, 'payment_amount', /amount like/],
  [
    'markup for a payment',
    { payment_amount: '"><img src=x onerror=alert(1)>' },
    'payment_amount',
    /amount like/,
  ],
  ['SQL for a payment', { payment_amount: "1'; drop table offers; --" }, 'payment_amount', /amount like/],
  ['Arabic digits', { payment_amount: '١٢٠٠' }, 'payment_amount', /amount like/],
  [
    'a payment of 100,000 characters',
    { payment_amount: '1'.repeat(100_000) },
    'payment_amount',
    /amount like/,
  ],
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
  ['a use that there is not', { usage_channels: 'outer_space' }, 'usage_channels', /from the list/],
  ['a use that every object has', { usage_channels: '__proto__' }, 'usage_channels', /from the list/],
  [
    'one use a hundred times',
    { usage_channels: Array(101).fill('organic') },
    'usage_channels',
    /At most|from the list/,
  ],
  ['months that are none', { usage_months: 'three' }, 'usage_months', /whole number from 0 to 60/],
  ['no months', { usage_months: '' }, 'usage_months', /Enter the number of months/],
  ['negative months', { usage_months: '-3' }, 'usage_months', /whole number/],
  ['half a month', { usage_months: '1.5' }, 'usage_months', /whole number/],
  ['months without end', { usage_months: '9'.repeat(300) }, 'usage_months', /whole number/],
  ['two of months', { usage_months: ['1', '2'] }, 'usage_months', /once/],
  ['a time to answer of an hour', { expires_in: '1' }, 'expires_in', /how long/],
  ['a time to answer of a year', { expires_in: '8760' }, 'expires_in', /how long/],
  ['a negative time to answer', { expires_in: '-72' }, 'expires_in', /how long/],
  ['no time to answer', { expires_in: '' }, 'expires_in', /how long/],
  ['a time that every object has', { expires_in: 'constructor' }, 'expires_in', /how long/],
  ['two times to answer', { expires_in: ['24', '72'] }, 'expires_in', /once/],
  ['a day that was', { deliverable_due: dayFromNow(-2) }, 'deliverables', /has passed/],
  ['a day that never was', { deliverable_due: '2027-02-30' }, 'deliverables', /enter a due date/],
  ['no day', { deliverable_due: '' }, 'deliverables', /enter a due date/],
  ['a day in words', { deliverable_due: 'next tuesday' }, 'deliverables', /enter a due date/],
  ['a day after the campaign', { deliverable_due: dayFromNow(60) }, 'deliverables', /last day/],
  ['the last of all days', { deliverable_due: '9999-12-31' }, 'deliverables', /last day/],
  ['a year of six digits', { deliverable_due: '+012026-01-01' }, 'deliverables', /enter a due date/],
  ['none of a deliverable', { deliverable_count: '0' }, 'deliverables', /from 1 to 50/],
  ['a negative count', { deliverable_count: '-1' }, 'deliverables', /from 1 to 50/],
  ['a thousand of them', { deliverable_count: '1000' }, 'deliverables', /from 1 to 50/],
  ['one and a half', { deliverable_count: '1.5' }, 'deliverables', /from 1 to 50/],
  ['a kind that there is not', { deliverable_kind: 'hologram' }, 'deliverables', /choose what/],
  ['a kind that every object has', { deliverable_kind: 'toString' }, 'deliverables', /choose what/],
  ['a day without a kind', { deliverable_kind: '' }, 'deliverables', /choose what/],
  [
    'all rows empty',
    { deliverable_kind: ['', ''], deliverable_count: ['1', '1'], deliverable_due: ['', ''] },
    'deliverables',
    /at least one/,
  ],
  ['eleven deliverables', manyRows(11), 'deliverables', /at most 10/],
  ['fifteen deliverables', manyRows(15), 'deliverables', /at most 10/],
  ['a hundred deliverables', manyRows(100), 'deliverables', /at most 1[05]/i],
]

export function manyRows(count: number): Fields {
  return {
    deliverable_kind: Array(count).fill('reel'),
    deliverable_count: Array(count).fill('1'),
    deliverable_due: Array(count).fill(dayFromNow(5)),
  }
}
