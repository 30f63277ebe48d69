/** Receives how much is done (0 to 1), and a description of the current step. */
export type Progress = (share: number, step: string) => void

/** The progress of one part of a job: its 0 to 1 becomes `from` to `to` of the whole. */
export function part(progress: Progress, from: number, to: number): Progress {
  return (share, step) => progress(from + share * (to - from), step)
}

/** Shows progress with the elapsed time: a single line that is redrawn on a terminal, plain lines elsewhere. */
export function progressOn(stream: NodeJS.WriteStream): Progress {
  const startedAt = performance.now()
  const show = (share: number, step: string) =>
    `${String(Math.floor(share * 100)).padStart(3)}%  ${elapsed(performance.now() - startedAt)}  ${step}`
  return stream.isTTY ? redrawnLine(stream, show) : plainLines(stream, show)
}

function redrawnLine(stream: NodeJS.WriteStream, show: Show): Progress {
  let latest: Parameters<Progress> = [0, '']
  const draw = () => stream.write(`\r${show(...latest).slice(0, stream.columns - 1)}\u001b[K`)
  // Some steps take long, and the time should still advance.
  const clock = setInterval(draw, 1_000).unref()
  return (share, step) => {
    latest = [share, step]
    draw()
    if (share < 1) return
    clearInterval(clock)
    stream.write('\n')
  }
}

/** Prints a line for each new step, and for each 10%. */
function plainLines(stream: NodeJS.WriteStream, show: Show): Progress {
  let [step, tenth] = ['', 0]
  return (share, description) => {
    const [newStep, newTenth] = [description.replaceAll(/[\d,]+/g, ''), Math.floor(share * 10)]
    if (newStep === step && newTenth === tenth) return
    stream.write(`${show(share, description)}\n`)
    step = newStep
    tenth = newTenth
  }
}

type Show = (...progress: Parameters<Progress>) => string

/** `0:07`, `12:30`. */
function elapsed(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1_000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
