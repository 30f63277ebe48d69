import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import type { BrowserUser } from './browser-user.ts'

/** Follows a link to a file. Returns the name that the browser saves it under, and what is in it. */
export async function download(user: BrowserUser, link: string): Promise<{ name: string; content: Buffer }> {
  const [started] = await Promise.all([user.page.waitForEvent('download'), user.activate(user.link(link))])
  return { name: started.suggestedFilename(), content: await readFile(await started.path()) }
}

/** The rows of a CSV file by their headers. Throws if it is not valid. */
export function rowsOf(csv: Buffer): Readonly<Record<string, string>>[] {
  return parse(csv, { columns: true, bom: true })
}
