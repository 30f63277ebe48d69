/** Told how much of the whole is done (0 to 1), and in words what is being done. */
export type Progress = (share: number, words: string) => void

/** A part of a longer work: its own 0 to 1 lie between two shares of the whole. */
export function part(progress: Progress, from: number, to: number): Progress {
  return (share, words) => progress(from + share * (to - from), words)
}

/**
 * Shows progress with the time that it has taken: on a terminal as one line that moves, elsewhere as a plain line
 * for each new thing and each tenth of the whole.
 */
export function progressOn(stream: NodeJS.WriteStream): Progress {
  const startedAt = performance.now()
  let [shownWords, shownTenth] = ['', 0]
  return (share, words) => {
    const line = `${String(Math.floor(share * 100)).padStart(3)} %  ${elapsed(performance.now() - startedAt)}  ${words}`
    if (stream.isTTY) {
      stream.write(`\r${line.slice(0, stream.columns - 1)}\u001b[K${share === 1 ? '\n' : ''}`)
      return
    }
    const [thing, tenth] = [words.replaceAll(/[\d,]+/g, ''), Math.floor(share * 10)]
    if (thing === shownWords && tenth === shownTenth) return
    stream.write(`${line}\n`)
    shownWords = thing
    shownTenth = tenth
  }
}

/** `0:07`, `12:30`. */
function elapsed(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1_000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
