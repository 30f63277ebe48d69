/** Chooses the browser's own time zone where the server has only guessed one. */
export function chooseOwnTimeZone(): void {
  // After the browser has restored what was chosen before a reload.
  window.addEventListener('pageshow', () => {
    for (const select of document.querySelectorAll<HTMLSelectElement>('[data-own-time-zone] select'))
      if (isUntouched(select)) choose(select, Intl.DateTimeFormat().resolvedOptions().timeZone)
  })
}

function isUntouched(select: HTMLSelectElement): boolean {
  return select.selectedOptions[0]?.defaultSelected ?? false
}

function choose(select: HTMLSelectElement, zone: string): void {
  const options = [...select.options]
  const own = options.find(({ value }) => value === zone) ?? options.find(({ value }) => isSame(value, zone))
  if (own) select.value = own.value
}

// Some browsers know a zone by its old name only.
function isSame(value: string, zone: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone === zone
  } catch {
    return false
  }
}
