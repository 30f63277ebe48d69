import { describe, expect, it } from 'vitest'
import { MAX_COUNTED, MAX_SELECTED, parseBulkRequest } from '../../../src/platform/list/bulk-request.ts'

const kinds = ['approval', 'rejection'] as const

describe('the form of a bulk action', () => {
  it('names the selected rows, each once', () => {
    const request = parseBulkRequest({ kind: ['approval'], selected: ['7', '9', '7'] }, kinds)
    expect(request).toEqual({
      ok: true,
      value: { kind: 'approval', scope: { ids: [7, 9] }, fields: {} },
    })
  })

  it('asks for all that match, even if some rows are selected too', () => {
    const values = {
      kind: ['rejection'],
      selected: ['7'],
      all: ['yes'],
      matching: ['status=pending&sort=oldest'],
      count: ['1204'],
      reason: ['Not a company'],
    }
    expect(parseBulkRequest(values, kinds)).toEqual({
      ok: true,
      value: {
        kind: 'rejection',
        scope: { allMatching: 'status=pending&sort=oldest', count: 1204 },
        fields: { reason: 'Not a company' },
      },
    })
  })

  it('may ask for all of a list without filters', () => {
    const values = { kind: ['approval'], all: ['yes'], matching: [''], count: ['3'] }
    const request = parseBulkRequest(values, kinds)
    expect(request.ok && request.value.scope).toEqual({ allMatching: '', count: 3 })
  })

  it('is refused without rows, or with a kind that the list does not have', () => {
    const nothing = { ok: false, refusal: 'nothing_selected' }
    expect(parseBulkRequest({ kind: ['approval'] }, kinds)).toEqual(nothing)
    expect(parseBulkRequest({ kind: ['approval'], selected: ['x', '-1', '1e3'] }, kinds)).toEqual(nothing)
    expect(parseBulkRequest({ kind: ['approval'], all: ['yes'], count: ['0'] }, kinds)).toEqual(nothing)
    expect(parseBulkRequest({ kind: ['toString'], selected: ['1'] }, kinds)).toEqual({
      ok: false,
      refusal: 'unknown_kind',
    })
  })

  it('has limits', () => {
    const selected = Array.from({ length: MAX_SELECTED + 5 }, (_, index) => String(index + 1))
    const some = parseBulkRequest({ kind: ['approval'], selected }, kinds)
    expect(some.ok && 'ids' in some.value.scope && some.value.scope.ids.length).toBe(MAX_SELECTED)
    const all = parseBulkRequest({ kind: ['approval'], all: ['yes'], count: ['999999'] }, kinds)
    expect(all.ok && all.value.scope).toEqual({ allMatching: '', count: MAX_COUNTED + 1 })
  })
})
