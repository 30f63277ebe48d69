import type { Link } from './link.ts'

type Props = { trail: readonly Link[]; here: string }

export const Breadcrumbs = ({ trail, here }: Props) => (
  <nav aria-label="Breadcrumbs">
    <ol class="breadcrumbs">
      {trail.map((link) => (
        <li>
          <a href={link.href}>{link.label}</a>
        </li>
      ))}
      <li aria-current="page">{here}</li>
    </ol>
  </nav>
)
