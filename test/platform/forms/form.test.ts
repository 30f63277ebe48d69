import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { line, list, money } from '../../../src/platform/forms/fields.ts'
import {
  checkForm,
  fieldProps,
  fieldValues,
  formWith,
  type ParsedForm,
  parseForm,
  withErrors,
} from '../../../src/platform/forms/form.ts'
import type { AppEnv } from '../../../src/platform/http/context.ts'

const schema = z.object({
  name: line({ max: 5, required: 'Enter a name' }),
  price: money(),
  tag: list(),
})

/** Sends a body to a form. Returns the status and the parsed form. */
async function send(body: BodyInit, type?: string) {
  let form: ParsedForm<z.output<typeof schema>> | undefined
  const app = new Hono<AppEnv>()
  app.post('/', async (c) => {
    form = await parseForm(c, schema)
    return c.body(null, 204)
  })
  const headers = type === undefined ? {} : { 'Content-Type': type }
  const { status } = await app.request('/', { method: 'POST', body, headers })
  return { status, form }
}

const urlEncoded = 'application/x-www-form-urlencoded'

describe('a form', () => {
  it('is parsed into domain values, and keeps the submitted values', async () => {
    const { form } = await send('name=+Mara+&price=1%2C250&tag=a&tag=b&more=x', urlEncoded)
    expect(form).toMatchObject({ ok: true, value: { name: 'Mara', price: 125_000, tag: ['a', 'b'] } })
    expect(form?.values).toEqual({ name: [' Mara '], price: ['1,250'], tag: ['a', 'b'], more: ['x'] })
  })

  it('has the first error of every invalid field, and keeps the submitted values', async () => {
    const { form } = await send('name=too+long+a+name&price=-1&tag=a', urlEncoded)
    expect(form).toMatchObject({
      ok: false,
      errors: { name: 'Use at most 5 characters', price: 'Enter at least $0.00' },
      values: { name: ['too long a name'], price: ['-1'] },
    })
  })

  it('refuses a field that was sent twice', async () => {
    const { form } = await send('name=a&name=b&price=1', urlEncoded)
    expect(form).toMatchObject({
      ok: false,
      errors: { name: 'Fill this in once' },
      values: { name: ['a', 'b'] },
    })
  })

  it('can be multipart, and files are ignored', async () => {
    const body = new FormData()
    body.set('name', 'Mara')
    body.set('price', new File(['1250'], 'price.txt'))
    const { form } = await send(body)
    expect(form).toMatchObject({ ok: false, values: { name: ['Mara'], price: [] } })
    expect(Object.keys(form?.errors ?? {})).toEqual(['price'])
  })

  it.each([
    ['JSON', '{"name":"Mara","price":"1"}', 'application/json'],
    ['plain text', 'name=Mara', 'text/plain'],
    ['nothing', '', urlEncoded],
  ])('with %s is empty', async (_, body, type) => {
    const { form } = await send(body, type)
    expect(form).toMatchObject({
      ok: false,
      values: {},
      errors: { name: 'Enter a name', price: 'Enter an amount' },
    })
  })

  it.each([
    [
      'a truncated multipart body',
      '--x\r\nContent-Disposition: form-data; name="name"\r\n\r\nMa',
      'multipart/form-data; boundary=x',
    ],
    ['a multipart body without its boundary', 'name=Mara', 'multipart/form-data'],
  ])('that cannot be read is a 400: %s', async (_, body, type) => {
    expect((await send(body, type)).status).toBe(400)
  })

  it.each(['%', '%zz', '%ff', '=&&=%00', '__proto__=x&constructor=y&toString=z'])(
    'accepts %j without throwing',
    async (body) => {
      const { status, form } = await send(body, urlEncoded)
      expect(status).toBe(204)
      expect(form?.ok).toBe(false)
    },
  )

  it('reads invalid UTF-8 as replacement characters', async () => {
    const { form } = await send('name=%ff&price=1', urlEncoded)
    expect(form).toMatchObject({ ok: true, value: { name: '\ufffd' } })
  })
})

describe('showing a form', () => {
  const typed = checkForm({ name: ['a', 'b'], tag: ['x', 'y'] }, schema)

  it('passes value and error to a field', () => {
    expect(fieldProps(typed, 'name')).toEqual({ name: 'name', value: 'a', error: 'Fill this in once' })
    expect(fieldProps(typed, 'absent')).toEqual({ name: 'absent', value: '', error: undefined })
    expect(fieldValues(typed, 'tag')).toEqual(['x', 'y'])
  })

  it('adds errors to the submitted values', () => {
    const shown = withErrors(typed, { form: 'Not now.' })
    expect(shown.errors).toMatchObject({ form: 'Not now.', name: 'Fill this in once' })
    expect(shown.values).toBe(typed.values)
  })

  it('starts from stored values and leaves out missing ones', () => {
    expect(formWith({ name: 'Mara', tag: ['x'], price: null, more: undefined })).toEqual({
      values: { name: ['Mara'], tag: ['x'] },
      errors: {},
    })
  })
})
