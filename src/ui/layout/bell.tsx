type Props = { href: string; unread: number; current?: boolean | undefined }

export const Bell = ({ href, unread, current }: Props) => (
  <a class="bell" href={href} aria-label={labelFor(unread)} aria-current={current ? 'page' : undefined}>
    <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d="M6 16V11a6 6 0 0 1 12 0v5l1.5 2h-15L6 16Zm4 4.5a2.2 2.2 0 0 0 4 0" />
    </svg>
    {unread > 0 ? (
      <span class="bell-count" aria-hidden="true">
        {unread > 99 ? '99+' : unread}
      </span>
    ) : null}
  </a>
)

const labelFor = (unread: number): string =>
  unread > 0 ? `Notifications, ${unread} unread` : 'Notifications'
