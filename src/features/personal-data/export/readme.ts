import { isoTime } from '../../../platform/personal-data/rows.ts'
import type { ZipEntry } from '../../../platform/zip/entries.ts'
import { personalRecords } from '../registry.ts'

/** What the ZIP file says about itself. `madeAt` is in milliseconds UTC. */
export function readme(entries: readonly Pick<ZipEntry, 'name' | 'size'>[], madeAt: number): string {
  const names = new Set(entries.map(({ name }) => name))
  const files = personalRecords.flatMap(({ file, holds }) => {
    const own = [...names].filter((name) => new RegExp(`^${file}(-\\d+)?\\.json$`).test(name))
    return own.length === 0 ? [] : [`${own.join(', ')}\n    ${holds}`]
  })
  return `${intro(madeAt)}\n${files.join('\n\n')}\n`
}

const intro = (madeAt: number) => `YOUR DATA AT PARLEY

This is everything that Parley stores about your account, as of ${isoTime(madeAt)}.

How to read it:
- Each file is a list in JSON. Any text editor opens it. An empty list, [], means that there is nothing of this kind.
- Times are in ISO 8601, in UTC. Days of campaigns are in the time zone of the campaign.
- Amounts are decimals with their currency.
- Of other people, the files hold only what you also see in Parley: their names, their offers and their messages to you.
- Your password, the keys of your sessions and other secrets are left out, and so are notes that admins make for each
  other, and who reported something.

The files:
`
