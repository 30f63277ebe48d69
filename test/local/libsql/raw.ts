/** A request to the server as it goes over the wire. */
export const execute = (sql: string) => ({ type: 'execute', stmt: { sql } })
export const close = { type: 'close' }
export const FAILING_SQL = 'SELECT * FROM nowhere'

export function post(url: string, body: unknown, path = '/v2/pipeline'): Promise<Response> {
  return fetch(url + path, { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) })
}

/** Posts a pipeline that must be answered, and gives the answer. */
export async function pipeline(url: string, requests: unknown[], baton?: string) {
  const response = await post(url, { baton, requests })
  if (response.status !== 200) throw new Error(`${response.status}: ${await response.text()}`)
  return response.json()
}
