/** Told how much of the whole is done (0 to 1), and in words what is being done. */
export type Progress = (share: number, words: string) => void

/** A part of a longer work: its own 0 to 1 lie between two shares of the whole. */
export function part(progress: Progress, from: number, to: number): Progress {
  return (share, words) => progress(from + share * (to - from), words)
}

/** Shows progress with the time that it has taken: on a terminal as one line that moves, elsewhere as plain lines. */
export function progressOn(stream: NodeJS.WriteStream): Progress {
  const startedAt = performance.now()
  const show = (share: number, words: string) =>
    `${String(Math.floor(share * 100)).padStart(3)} %  ${elapsed(performance.now() - startedAt)}  ${words}`
  return stream.isTTY ? movingLine(stream, show) : plainLines(stream, show)
}

function movingLine(stream: NodeJS.WriteStream, show: Show): Progress {
  let latest: Parameters<Progress> = [0, '']
  const draw = () => stream.write(`\r${show(...latest).slice(0, stream.columns - 1)}\u001b[K`)
  // Some things take long, and the time shall go on.
  const clock = setInterval(draw, 1_000).unref()
  return (share, words) => {
    latest = [share, words]
    draw()
    if (share < 1) return
    clearInterval(clock)
    stream.write('\n')
  }
}

/** A line for each new thing, and for each tenth of the whole. */
function plainLines(stream: NodeJS.WriteStream, show: Show): Progress {
  let [thing, tenth] = ['', 0]
  return (share, words) => {
    const [newThing, newTenth] = [words.replaceAll(/[\d,]+/g, ''), Math.floor(share * 10)]
    if (newThing === thing && newTenth === tenth) return
    stream.write(`${show(share, words)}\n`)
    thing = newThing
    tenth = newTenth
  }
}

type Show = (...progress: Parameters<Progress>) => string

/** `0:07`, `12:30`. */
function elapsed(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1_000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
