import { expect, test } from 'vitest'
import { download, rowsOf } from '../support/downloads.ts'
import { goToAuditLog } from './navigation.ts'
import type { Setup } from './setup.ts'

/** The audit log has every step of the day. */
export function audit(setup: () => Setup) {
  test('every step of the day is in the audit log, and in the file', async () => {
    const { admin, rex, waiting } = setup()
    const [tidewell] = waiting
    await goToAuditLog(admin)
    // Only what this admin did.
    await admin.follow('Ada Holm')
    await admin.sees('Suspension ended', rex.name, tidewell, 'Website does not open.')
    await admin.checkPage('day-6-audit-log')

    await admin.unfold('Export')
    const { name, content } = await download(admin, 'Download CSV')
    expect(name).toMatch(/^Parley audit log \d{4}-\d\d-\d\d\.csv$/)
    // Entries of one second come in any order.
    expect(
      rowsOf(content)
        .map(({ What }) => What)
        .sort(),
    ).toEqual([...day].sort())
  })
}

/** Newest first. */
const day = [
  'Suspension ended',
  'Suspended',
  'Flag removed',
  'Upheld',
  'Flagged',
  'Assigned',
  'Bulk action started',
  'Rejected',
  'Rejected',
  'Approved',
]
