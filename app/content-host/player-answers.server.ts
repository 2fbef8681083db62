import express, { type Request, type Response } from 'express'
import { commitAttempt } from '~/domain/attempt/commit-attempt.server.ts'
import { commitRequestSchema, stateRequestSchema } from '~/domain/attempt/commit.schema.ts'
import { verifyLaunch, type Launch } from '~/domain/attempt/launch-token.server.ts'
import { openAttempt } from '~/domain/attempt/open-attempt.server.ts'
import type { CommitAnswer, StateAnswer } from '~/kernel/player-protocol.ts'
import { now } from '~/kernel/clock.ts'
import { env } from '~/platform/env.server.ts'

type Answer = CommitAnswer | StateAnswer

const statusOf: Record<Answer['outcome'], number> = {
  state: 200,
  held: 200,
  gap: 409,
  'stale-writer': 409,
  'base-unknown': 409,
  'token-refused': 401,
  malformed: 400,
}

/** A mebibyte of suspend data may take several times that, escaped. */
const parseBody = express.json({ limit: '8mb', type: () => true })

/** POST /_samsyn/state: what a launch begins with. */
export async function answerState(
  request: Request,
  response: Response,
  hostLabel: string,
): Promise<void> {
  await answer(request, response, hostLabel, async (launch, body): Promise<StateAnswer> => {
    const asked = stateRequestSchema.safeParse(body)
    return asked.success ? openAttempt(launch, asked.data) : { outcome: 'malformed' }
  })
}

/** POST /_samsyn/commit: what content has changed. */
export async function answerCommit(
  request: Request,
  response: Response,
  hostLabel: string,
): Promise<void> {
  await answer(request, response, hostLabel, async (launch, body): Promise<CommitAnswer> => {
    const asked = commitRequestSchema.safeParse(body)
    return asked.success
      ? commitAttempt({ launch, commits: asked.data.commits })
      : { outcome: 'malformed' }
  })
}

async function answer(
  request: Request,
  response: Response,
  hostLabel: string,
  work: (launch: Launch, body: unknown) => Promise<Answer>,
): Promise<void> {
  response.setHeader('Cache-Control', 'no-store')
  const launch = launchOf(request, hostLabel)
  const said: Answer = launch ? await worked(request, response, launch, work) : refused
  response.status(statusOf[said.outcome]).json(said)
}

const refused: Answer = { outcome: 'token-refused' }

async function worked(
  request: Request,
  response: Response,
  launch: Launch,
  work: (launch: Launch, body: unknown) => Promise<Answer>,
): Promise<Answer> {
  const isRead = await new Promise<boolean>((resolve) => {
    parseBody(request, response, (error?: unknown) => resolve(error === undefined))
  })
  return isRead ? work(launch, request.body) : { outcome: 'malformed' }
}

/** Whose launch the request carries: "Authorization: Bearer <launch token>", and nothing else. */
function launchOf(request: Request, hostLabel: string): Launch | null {
  const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1]
  return token ? verifyLaunch(token, hostLabel, env().SECRET, now()) : null
}
