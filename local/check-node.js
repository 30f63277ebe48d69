// Plain JavaScript, because an old Node cannot read TypeScript. `npm ci` brings the version that is needed.
const needed = 24
const [major] = process.versions.node.split('.').map(Number)

if (major < needed) {
  console.error(`
Parley needs Node ${needed}, and this is Node ${process.versions.node}.

\`npm ci\` installs Node ${needed} into node_modules, unless it was told to ignore scripts. Run it again without
--ignore-scripts, or install Node ${needed} yourself (https://nodejs.org).
`)
  process.exit(1)
}
