type Props = {
  /** What stood before; null when there was nothing to compare with. */
  was: string | null
  now: string
}

/** Old struck out beside new; plain when nothing changed. */
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
