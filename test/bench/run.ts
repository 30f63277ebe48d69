import { fileURLToPath } from 'node:url'
import { buildClient } from '../../local/build.ts'
import { bundleWorker } from '../../local/worker/bundle.ts'
import { readFlags } from './flags.ts'
import { compare } from './measure/rounds.ts'
import { speedTable, weightTable } from './measure/tables.ts'
import { weigh } from './measure/weight.ts'
import { startStack } from './stack.ts'

const CONNECTIONS = 32

// `npm run bench` measures how much slower a page is than a Worker that does nothing, and the size of a first visit.
const { sizes, rounds, seconds, before } = readFlags(process.argv.slice(2))
await (await buildClient()).stop()
const bundle = await bundleWorker(fileURLToPath(new URL('../../dist/bench', import.meta.url)))

for (const influencers of sizes) {
  const stack = await startStack(influencers, bundle.script, before)
  try {
    const measured = await compare(stack.targets, { connections: CONNECTIONS, rounds, seconds })
    console.log(`\n${stack.contents}; ${rounds} rounds of ${seconds} s, ${CONNECTIONS} connections\n`)
    console.log(speedTable(measured))
    // If requests fail, the numbers mean nothing.
    if (measured.some(({ failed }) => failed > 0)) process.exitCode = 1
    if (influencers === sizes.at(-1)) console.log(`\n${weightTable(bundle, await weigh(stack.firstVisit))}`)
  } finally {
    await stack.close()
  }
}
