import { initials } from '../../shared/format.ts'

type Props = { name: string; size?: 'small' | 'medium' | 'large' | undefined }

/** Initials in a circle. Hidden from screen readers, because the name is next to it. */
export const Avatar = ({ name, size = 'medium' }: Props) => (
  <span class={`avatar avatar-${size}`} aria-hidden="true">
    {initials(name)}
  </span>
)
