const UNITS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 }

/** `10s`, `5m` or `1h30m` in milliseconds. Null if it is anything else. */
export function parseDuration(text: string): number | null {
  if (!/^(\d+[smhd])+$/.test(text)) return null
  let total = 0
  for (const [, amount, unit = ''] of text.matchAll(/(\d+)([smhd])/g)) {
    total += Number(amount) * (UNITS[unit] ?? 0)
  }
  return total
}
