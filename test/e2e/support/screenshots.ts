import { rm } from 'node:fs/promises'

/** Where the tests save screenshots. */
export const screenshots = new URL('../../../screenshots/', import.meta.url)

/** Removes the screenshots of the previous run. */
export default async function setup() {
  await rm(screenshots, { recursive: true, force: true })
}
