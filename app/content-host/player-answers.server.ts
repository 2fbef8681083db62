import express, { type Request, type Response } from 'express'
import { stateRequestSchema } from '~/domain/attempt/commit.schema.ts'
import { openAttempt, reopenAttempt } from '~/domain/attempt/open-attempt.server.ts'
import type { StateAnswer } from '~/kernel/player-protocol.ts'
import { answerStatus } from './answer-status.ts'
import { launchOf } from './launch-of.server.ts'

/** Room for the marks of a thousand commits, several times over. */
const parseBody = express.json({ limit: '1mb', type: () => true })

/** POST /_samsyn/state: what a launch begins with. */
export async function answerState(
  request: Request,
  response: Response,
  hostLabel: string,
): Promise<void> {
  response.setHeader('Cache-Control', 'no-store')
  const said = await answerTo(request, response, hostLabel)
  response.status(answerStatus[said.outcome]).json(said)
}

async function answerTo(
  request: Request,
  response: Response,
  hostLabel: string,
): Promise<StateAnswer> {
  const launch = launchOf(request, hostLabel)
  if (!launch) return { outcome: 'token-refused' }
  const isRead = await new Promise<boolean>((resolve) => {
    parseBody(request, response, (error?: unknown) => resolve(error === undefined))
  })
  const asked = isRead ? stateRequestSchema.safeParse(request.body) : undefined
  if (!asked?.success) return { outcome: 'malformed' }
  return asked.data.again ? reopenAttempt(launch, asked.data) : openAttempt(launch, asked.data)
}
