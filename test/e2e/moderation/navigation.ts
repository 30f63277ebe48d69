import { expect } from 'vitest'
import type { BrowserUser } from '../support/browser-user.ts'

/** Waits until the navigation says that so many things are waiting behind a link. */
export async function expectWaiting({ page }: BrowserUser, link: string, count: number): Promise<void> {
  const entry = page.locator('header nav a').filter({ hasText: link }).first()
  await expect.poll(async () => Number(/\d+/.exec((await entry.textContent()) ?? '')?.[0] ?? 0)).toBe(count)
}

/** Opens the audit log, which is in a menu. */
export async function goToAuditLog(user: BrowserUser): Promise<void> {
  await user.unfold(user.variant.width === 1280 ? 'System' : 'Menu')
  await user.follow('Audit log')
}
