import type { Child } from 'hono/jsx'

type Props = {
  label: string
  /** Shows the label only to screen readers, for example below a heading that says the same. */
  hideLabel?: boolean | undefined
  value: number
  max: number
  text?: Child
}

/** A progress bar. `text` is shown below it: "$6,800 of $10,000 agreed". */
export const Progress = ({ label, hideLabel, value, max, text }: Props) => (
  <div class="meter">
    <label>
      <span class={hideLabel ? 'visually-hidden' : 'meter-label'}>{label}</span>
      <progress value={Math.min(value, max)} max={Math.max(max, 1)} />
    </label>
    {text ? <div class="meter-text">{text}</div> : null}
  </div>
)

type SplitProps = {
  label: string
  hideLabel?: boolean | undefined
  max: number
  /** The lighter bar, for example the committed amount. `part` of it, for example the paid amount, is solid. */
  whole: number
  part: number
  /** The texts for the two: "$6,800 agreed", "$2,000 paid". */
  wholeText: string
  partText: string
  text?: Child
}

export const ProgressSplit = ({
  label,
  hideLabel,
  max,
  whole,
  part,
  wholeText,
  partText,
  text,
}: SplitProps) => (
  <div class="meter">
    <span class={hideLabel ? 'visually-hidden' : 'meter-label'}>{label}</span>
    <svg
      class="meter-bar"
      viewBox="0 0 1000 8"
      preserveAspectRatio="none"
      role="img"
      aria-label={`${label}: ${wholeText}, ${partText}`}
    >
      <rect class="meter-whole" width={share(whole, max)} height="8" />
      <rect class="meter-part" width={share(part, max)} height="8" />
    </svg>
    <div class="meter-keys">
      <span class="key key-part">{partText}</span>
      <span class="key key-whole">{wholeText}</span>
    </div>
    {text ? <div class="meter-text">{text}</div> : null}
  </div>
)

// In thousandths of the bar, because its width is not known.
const share = (value: number, max: number): number =>
  max > 0 ? Math.round((Math.min(Math.max(value, 0), max) / max) * 1000) : 0
