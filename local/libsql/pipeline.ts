import type { Database } from './database.ts'
import { ProtocolError } from './errors.ts'
import type { Condition, PipelineBody, Step, StreamRequest } from './protocol.ts'
import { connectionOf, describe, execute, executeScript, type Outcome, sqlOf } from './statements.ts'
import type { Stream, Streams } from './streams.ts'
import type { WriteQueue } from './write-queue.ts'

/** Runs a pipeline and returns the response as JSON. Closes the stream and throws if the protocol is violated. */
export async function answerPipeline(
  database: Database,
  streams: Streams,
  body: PipelineBody,
): Promise<string> {
  const stream = streams.open(body.baton)
  const results: string[] = []

  try {
    for (const request of body.requests) {
      if (request.type === 'close') streams.close(stream)
      if (RUNNING.has(request.type)) stream.connection?.beginRequest()
      const outcome = await answer(stream, request, database.writeQueue)
      results.push(streamResult(request.type, outcome))
    }
  } catch (error) {
    streams.close(stream)
    throw error
  }

  // A stream may have ended its transaction without being closed.
  if (stream.connection?.isAutocommit) database.writeQueue.wake()
  const baton = streams.park(stream)
  return `{"baton":${JSON.stringify(baton)},"base_url":null,"results":[${results.join(',')}]}`
}

function answer(stream: Stream, request: StreamRequest, queue: WriteQueue): Outcome | Promise<Outcome> {
  switch (request.type) {
    case 'close':
      return DONE
    case 'execute':
      return execute(stream, request.stmt, queue)
    case 'batch':
      return runBatch(stream, request.batch.steps, queue)
    case 'sequence':
      return executeScript(stream, sqlOf(stream, request), queue)
    case 'describe':
      return describe(stream, sqlOf(stream, request))
    case 'store_sql':
      return storeSql(stream, request.sql_id, request.sql)
    case 'close_sql':
      stream.sqls.delete(request.sql_id)
      return DONE
    case 'get_autocommit':
      return { ok: true, result: String(connectionOf(stream).isAutocommit) }
  }
}

const RUNNING: ReadonlySet<StreamRequest['type']> = new Set(['execute', 'batch', 'sequence'])

const DONE: Outcome = { ok: true, result: '' }

/** The field that holds a response's result. Other responses have none. */
const RESULT_FIELDS: ReadonlyMap<StreamRequest['type'], string> = new Map([
  ['execute', 'result'],
  ['batch', 'result'],
  ['describe', 'result'],
  ['get_autocommit', 'is_autocommit'],
])

function streamResult(type: StreamRequest['type'], outcome: Outcome): string {
  if (!outcome.ok) return `{"type":"error","error":${JSON.stringify(outcome.error)}}`

  const field = RESULT_FIELDS.get(type)
  const result = field === undefined ? '' : `,"${field}":${outcome.result}`
  return `{"type":"ok","response":{"type":"${type}"${result}}}`
}

function storeSql(stream: Stream, id: number, sql: string): Outcome {
  if (stream.sqls.has(id)) throw new ProtocolError(`SQL text ${id} is stored already`)
  stream.sqls.set(id, sql)
  return DONE
}

async function runBatch(stream: Stream, steps: readonly Step[], queue: WriteQueue): Promise<Outcome> {
  const outcomes: (Outcome | undefined)[] = []
  for (const { condition, stmt } of steps) {
    if (condition && !holds(condition, outcomes, stream)) {
      outcomes.push(undefined)
      continue
    }
    const outcome = execute(stream, stmt, queue)
    // Awaits only if necessary: without an await no other request can take the lock in between.
    outcomes.push(outcome instanceof Promise ? await outcome : outcome)
  }

  const results = outcomes.map((outcome) => (outcome?.ok ? outcome.result : 'null'))
  const errors = outcomes.map((outcome) => (outcome?.ok === false ? JSON.stringify(outcome.error) : 'null'))
  return { ok: true, result: `{"step_results":[${results.join(',')}],"step_errors":[${errors.join(',')}]}` }
}

/** A skipped step is neither `ok` nor `error`. */
function holds(condition: Condition, outcomes: readonly (Outcome | undefined)[], stream: Stream): boolean {
  switch (condition.type) {
    case 'ok':
      return outcomeOf(condition.step, outcomes)?.ok === true
    case 'error':
      return outcomeOf(condition.step, outcomes)?.ok === false
    case 'not':
      return !holds(condition.cond, outcomes, stream)
    case 'and':
      return condition.conds.every((each) => holds(each, outcomes, stream))
    case 'or':
      return condition.conds.some((each) => holds(each, outcomes, stream))
    case 'is_autocommit':
      return connectionOf(stream).isAutocommit
  }
}

function outcomeOf(step: number, outcomes: readonly (Outcome | undefined)[]): Outcome | undefined {
  if (step >= outcomes.length) throw new ProtocolError(`Step ${step} is not before its condition`)
  return outcomes[step]
}
