/** What the walk found so far. */
export interface Recording {
  /** How often the key must be pressed at most to come through the page. */
  readonly presses: number
  /** Ends the recording. Returns what is wrong. `isWhole` is whether the key was pressed that often. */
  finish(isWhole: boolean): readonly string[]
}

/**
 * Runs in the page. Looks at each element that gets the focus from now on: a stop. Nothing happens for each stop outside
 * of the page, so the test can press the key as fast as the browser takes it.
 */
export function recordStops(direction: 'forward' | 'backward'): Recording {
  const FOCUSABLE = 'a[href], button, input, select, textarea, summary, [tabindex], iframe, [contenteditable]'
  const problems = new Set<string>()
  const expected = stopsInPage()
  const unfocused = new Map(expected.map((one) => [one, shadowOf(one)]))
  const isForward = direction === 'forward'
  const stops = isForward ? expected.slice(0, 1) : expected.slice(-1)
  let isDone = false
  for (const first of stops) if (first instanceof HTMLElement) first.focus()
  addEventListener('keyup', look, true)
  return { presses: expected.length + partsOfFields(), finish }

  function look(): void {
    const stop = document.activeElement ?? document.body
    const last = stops.at(-1)
    // After the last stop the focus leaves the page. A date field is one stop with several parts.
    if (stop === document.body || (stop !== last && stops.includes(stop))) isDone = true
    if (isDone || stop === last) return
    stops.push(stop)
    const order = last && (isForward ? checkOrder(last, stop) : checkOrder(stop, last))
    for (const one of [checkPlace(stop), checkMark(stop), order])
      if (one) problems.add(`${nameOf(stop)} ${one}`)
  }

  function finish(isWhole: boolean): readonly string[] {
    removeEventListener('keyup', look, true)
    const reached = new Set(stops.map(groupOf))
    const last = stops.at(-1)
    // Longer lists may have come meanwhile. What was there at the beginning counts, and only that before the last stop.
    const passed = stopsInPage().filter((one) => expected.includes(one) && last && isOnTheWay(one, last))
    for (const one of passed) if (!reached.has(groupOf(one))) problems.add(`${nameOf(one)} is never reached`)
    if (!isDone && isWhole && stops.length < expected.length)
      problems.add(`the focus does not come beyond ${last && nameOf(last)}`)
    return [...problems]
  }

  function isOnTheWay(one: Element, last: Element): boolean {
    return isForward ? isBefore(one, last) : isBefore(last, one)
  }

  function isBefore(one: Element, other: Element): boolean {
    return (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  }

  function stopsInPage(): Element[] {
    const inOrder = [...document.querySelectorAll('body *')].filter(
      (one) => (one.matches(FOCUSABLE) || isScrolledByKeys(one)) && isStop(one),
    )
    return inOrder.filter(
      (one, index) => inOrder.findIndex((other) => groupOf(other) === groupOf(one)) === index,
    )
  }

  function isStop(one: Element): boolean {
    const isInMenu = one.getAttribute('tabindex')?.startsWith('-')
    return !isInMenu && !one.matches(':disabled, [type=hidden]') && !one.closest('[inert]') && isVisible(one)
  }

  // The browser lets the keys scroll what has nothing in it that takes the focus.
  function isScrolledByKeys(one: Element): boolean {
    const isWide = one.scrollWidth > one.clientWidth && /auto|scroll/.test(getComputedStyle(one).overflowX)
    const isHigh = one.scrollHeight > one.clientHeight && /auto|scroll/.test(getComputedStyle(one).overflowY)
    return (isWide || isHigh) && ![...one.querySelectorAll(FOCUSABLE)].some(isStop)
  }

  // Tab leads to one radio button of a group.
  function groupOf(one: Element): unknown {
    if (!(one instanceof HTMLInputElement) || one.type !== 'radio') return one
    return [...(one.form ?? document).querySelectorAll('input')].find(({ name }) => name === one.name) ?? one
  }

  function partsOfFields(): number {
    return 4 * expected.filter((one) => one.matches('[type=date], [type=month], [type=time]')).length
  }

  function isVisible(one: Element): boolean {
    const { width, height } = one.getBoundingClientRect()
    const isShown = one.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    return isShown && width > 1 && height > 1
  }

  function checkPlace(stop: Element): string | null {
    if (!isVisible(stop)) return 'takes the focus and is invisible'
    const { innerWidth: width, innerHeight: height } = window
    for (const box of stop.getClientRects()) {
      // The browser scrolls to the cursor in a text area, not to all of it.
      const bottom = stop.matches('textarea') ? box.top + 24 : box.bottom
      const isTooLarge = box.height > height || box.width > width
      const isInWindow = box.top > -1 && box.left > -1 && bottom < height + 1 && box.right < width + 1
      if (!isInWindow && !isTooLarge) return `is not scrolled into view: ${JSON.stringify(box)}`
      for (const [x, y] of pointsIn(box)) {
        const top = document.elementFromPoint(x, y)
        if (top && !stop.contains(top) && !top.contains(stop)) return `is behind ${nameOf(top)}`
      }
    }
    return null
  }

  function pointsIn({ left, right, top, bottom }: DOMRect): [number, number][] {
    const middle: [number, number] = [(left + right) / 2, (top + bottom) / 2]
    return [
      middle,
      [left + 3, top + 3],
      [right - 3, bottom - 3],
      [left + 3, bottom - 3],
      [right - 3, top + 3],
    ]
  }

  function checkMark(stop: Element): string | null {
    const { outlineStyle, outlineWidth, outlineColor, outlineOffset } = getComputedStyle(stop)
    const isOutlined =
      outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1 && !/^rgba.*, 0\)$/.test(outlineColor)
    const shadow = shadowOf(stop)
    if (!isOutlined && (shadow === 'none' || shadow === unfocused.get(stop))) return 'has no focus mark'
    const reach = isOutlined ? Number.parseFloat(outlineWidth) + Number.parseFloat(outlineOffset) : 0
    const clip = findClip(stop, reach)
    return clip ? `has a focus mark that ${nameOf(clip)} cuts off` : null
  }

  function shadowOf(one: Element): string {
    return getComputedStyle(one).boxShadow
  }

  /** What cuts off the outline of an element, which reaches this far beyond it. */
  function findClip(stop: Element, reach: number): Element | null {
    const mark = stop.getBoundingClientRect()
    for (let box = stop.parentElement; box && box !== document.body; box = box.parentElement) {
      if (getComputedStyle(box).overflowX === 'visible') continue
      const { left, top } = box.getBoundingClientRect()
      const isCut =
        mark.left - reach < left - 1 ||
        mark.top - reach < top - 1 ||
        mark.right + reach > left + box.clientLeft + box.clientWidth + 1 ||
        mark.bottom + reach > top + box.clientTop + box.clientHeight + 1
      if (isCut && mark.width <= box.clientWidth && mark.height < box.clientHeight + reach) return box
    }
    return null
  }

  /** People read from top to bottom and from left to right; what comes first must not stand after the other. */
  function checkOrder(first: Element, second: Element): string | null {
    if (isBefore(second, first)) return `is reached before ${nameOf(first)}`
    let parent = first.parentElement
    while (parent && !parent.contains(second)) parent = parent.parentElement
    const [a, b] = [first, second].map((one) =>
      [...(parent?.children ?? [])].find((child) => child.contains(one)),
    )
    if (
      !a ||
      !b ||
      a === b ||
      [a, b].some((one) => /sticky|fixed|absolute/.test(getComputedStyle(one).position))
    )
      return null
    const [before, after] = [a.getBoundingClientRect(), b.getBoundingClientRect()]
    const isBeside = Math.min(before.bottom, after.bottom) - Math.max(before.top, after.top) > 4
    const isInNextColumn = after.left >= before.right - 1
    const isAbove = after.bottom <= before.top + 1 && !isInNextColumn
    const isLeft = isBeside && after.right <= before.left + 1
    return isAbove || isLeft ? `is out of order: ${nameOf(second)} stands before ${nameOf(first)}` : null
  }

  function nameOf(one: Element): string {
    const text = one.textContent.replace(/\s+/g, ' ').trim().slice(0, 40)
    const path = [one.parentElement, one].map((part) =>
      part ? `${part.tagName.toLowerCase()}${part.className && `.${part.className}`}` : '',
    )
    return `${path.join(' > ')} "${text || one.getAttribute('name')}"`
  }
}
