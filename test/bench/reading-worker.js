// Sends the same kind of request as src/platform/db/pipeline.ts, and does nothing else.
const select = {
  type: 'batch',
  batch: { steps: [{ stmt: { sql: "select 'hello'", args: [], want_rows: true } }] },
}

export default {
  async fetch(_, { TURSO_DATABASE_URL: url }) {
    const answer = await fetch(`${url}/v2/pipeline`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ requests: [select, { type: 'close' }] }),
    })
    const { results } = await answer.json()
    return new Response(results[0].response.result.step_results[0].rows[0][0].value, {
      headers: { 'content-type': 'text/html; charset=UTF-8' },
    })
  },
}
