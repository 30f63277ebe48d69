import { initials } from '../../shared/format.ts'

type Props = { name: string; size?: 'small' | 'medium' | 'large' | undefined }

/** Initials in a circle. Silent for screen readers: the name stands beside it. */
export const Avatar = ({ name, size = 'medium' }: Props) => (
  <span class={`avatar avatar-${size}`} aria-hidden="true">
    {initials(name)}
  </span>
)
