type Props = {
  /** The previous value. Null if there was none. */
  was: string | null
  now: string
}

/** The old value struck out next to the new one, or only the value if it has not changed. */
export const Changed = ({ was, now }: Props) =>
  was === null || was === now ? (
    <span>{now}</span>
  ) : (
    <span class="changed">
      <del class="was">
        <span class="visually-hidden">before: </span>
        {was}
      </del>{' '}
      <ins class="now">
        <span class="visually-hidden">now: </span>
        {now}
      </ins>
    </span>
  )
