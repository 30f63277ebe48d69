import { describe, expect, it } from 'vitest'
import { viewFor, viewFromText, viewToText } from '../../../src/platform/list/view-settings.ts'

describe('how somebody wants to see a list', () => {
  it('is remembered in the value of a cookie', () => {
    for (const view of [
      { columns: null, density: 'comfortable' },
      { columns: ['name'], density: 'compact' },
      { columns: ['lastSeen', 'role'], density: 'comfortable' },
    ] as const) {
      expect(viewFromText(viewToText(view))).toEqual(view)
    }
  })

  it('is the default if the cookie is not ours', () => {
    const standard = { columns: null, density: 'comfortable' }
    for (const text of [null, '', '~', '%%%', '<b>~huge', 'a'.repeat(40), '~~compact'])
      expect(viewFromText(text)).toEqual(standard)
  })

  it('is what the URL says, where it says something', () => {
    const remembered = { columns: ['role'], density: 'compact' } as const
    expect(viewFor({ columns: null, density: null }, remembered)).toEqual(remembered)
    expect(viewFor({ columns: ['name'], density: 'comfortable' }, remembered)).toEqual({
      columns: ['name'],
      density: 'comfortable',
    })
  })
})
