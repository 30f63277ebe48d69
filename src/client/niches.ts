/** Keeps the niches that one can choose to those of the category that is chosen beside them. */
export function narrowNiches(): void {
  document.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLSelectElement && target.name === 'category') narrow(target)
  })
  // After the browser has put back what was chosen before a reload or going back.
  window.addEventListener('pageshow', () => {
    for (const category of document.querySelectorAll<HTMLSelectElement>('select[name=category]'))
      narrow(category)
  })
}

// The niches stand in groups that are called as the categories are.
function narrow(category: HTMLSelectElement): void {
  const niche = category.form?.elements.namedItem('niche')
  if (!(niche instanceof HTMLSelectElement)) return

  const chosen = category.value && category.selectedOptions[0]?.label
  for (const group of niche.querySelectorAll('optgroup')) {
    const isOther = chosen !== '' && group.label !== chosen
    // Some browsers show what is hidden in a list; then it can at least not be chosen.
    group.hidden = isOther
    group.disabled = isOther
    if (isOther && group.contains(niche.selectedOptions[0] ?? null)) niche.value = ''
  }
}
