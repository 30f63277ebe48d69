import { rm } from 'node:fs/promises'

/** Where the tests leave what a person may want to look at. */
export const screenshots = new URL('../../../screenshots/', import.meta.url)

/** Once a run: what lies there afterwards is of this run. */
export default async function setup() {
  await rm(screenshots, { recursive: true, force: true })
}
