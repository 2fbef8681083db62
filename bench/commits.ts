import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import pg from 'pg'
import type { LoadResult } from './commits/load.ts'
import { makeWorld } from './commits/world.ts'
import { median, rounded, share, sorted, sum } from './numbers.ts'
import {
  connections,
  onServedDatabase,
  serverConnections,
  type ServedBench,
} from './served-bench.ts'

/** What issue and README ask of the ratio. */
const leastRatio = 0.35

/**
 * Commits a second over HTTP, by the built server on a served PostgreSQL, beside the floor: the same rows
 * by plain `pg`, one prepared statement and round trip for each, over as many connections. The two take
 * turns, so that what else the machine does hits both; the ratio is the median of the rounds'.
 * The database's server is the one that TEST_DATABASE_URL or DATABASE_URL names; its database is made for
 * the bench and dropped after it. Options: --seconds of each turn, --rounds, --profile FOLDER.
 */
export const measure = () =>
  onServedDatabase({ demo: false }, async (bench) => {
    const client = new pg.Client(bench.url)
    await client.connect()
    try {
      return await measureOn({ ...bench, client })
    } finally {
      await client.end()
    }
  })

interface Ground extends ServedBench {
  client: pg.Client
}

/** More than the fastest machine uses up in a turn: each attempt takes ten commits. */
const attemptsEachSecond = 1_500

async function measureOn({ url, client, server, seconds, rounds }: Ground) {
  const each = Math.ceil(attemptsEachSecond * seconds)
  const world = await makeWorld(client, each * (2 * rounds + 1))
  const turn = async (kind: 'floor' | 'http', from: number, length: number) => {
    const attempts = world.attempts.slice(from, from + each)
    const { moduleId } = world
    const order = { kind, connections, seconds: length, attempts, databaseUrl: url, moduleId }
    return run({
      ...order,
      port: server.port,
      contentDomain: server.contentDomain,
      secret: server.secret,
    })
  }
  // The server has compiled nothing yet.
  await turn('http', 0, seconds)
  const floors: LoadResult[] = []
  const turns: LoadResult[] = []
  let cpuMs = 0
  for (let round = 0; round < rounds; round++) {
    floors.push(await turn('floor', each * (2 * round + 1), seconds))
    const before = server.cpuMs()
    turns.push(await turn('http', each * (2 * round + 2), seconds))
    cpuMs += server.cpuMs() - before
  }
  const [progress, finals] = byKind(turns)
  const [floorProgress, floorFinals] = byKind(floors)
  const all = sorted([...progress, ...finals])
  const ratio = median(turns.map((one, round) => rateOf(one) / rateOf(floors[round]!)))
  return {
    commitsPerSecond: Math.round(median(turns.map(rateOf))),
    p50: share(all, 0.5),
    p95: share(all, 0.95),
    p99: share(all, 0.99),
    floorPerSecond: Math.round(median(floors.map(rateOf))),
    ratio: rounded(ratio),
    errors: sum([...turns, ...floors].map(({ errors }) => errors)),
    conditions: {
      ...(await conditionsOf(client)),
      connections,
      serverConnections,
      seconds,
      rounds,
      ratios: turns.map((one, round) => rounded(rateOf(one) / rateOf(floors[round]!))),
      progress: { commits: progress.length, p50: share(progress, 0.5), p95: share(progress, 0.95) },
      final: { commits: finals.length, p50: share(finals, 0.5), p95: share(finals, 0.95) },
      floorProgressP50: share(floorProgress, 0.5),
      floorFinalP50: share(floorFinals, 0.5),
      serverCpuMsPerCommit: rounded(cpuMs / sum(turns.map(({ commits }) => commits))),
      heldCommits: await countOf(client),
      leastRatio,
      isMet: ratio >= leastRatio,
    },
  }
}

async function run(order: object): Promise<LoadResult> {
  const script = path.join(import.meta.dirname, 'commits', 'load-process.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', script], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  child.stdin.end(JSON.stringify(order))
  return JSON.parse(await text(child.stdout)) as LoadResult
}

async function conditionsOf(client: pg.Client) {
  const setting = async (name: string) => {
    const { rows } = await client.query<{ value: string }>(`select current_setting($1) as value`, [
      name,
    ])
    return rows[0]!.value
  }
  return {
    postgres: await setting('server_version'),
    fsync: await setting('fsync'),
    synchronousCommit: await setting('synchronous_commit'),
    node: process.version,
    cores: availableParallelism(),
    loadGenerator: 'on the same machine',
    build: 'production',
  }
}

/** What the database holds in the end, to be held against what was answered. */
async function countOf(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ count: string }>('select count(*) from commit_entry')
  return Number(rows[0]!.count)
}

/** Milliseconds of the commits that go on, and of those that complete an attempt, in order. */
const byKind = (results: LoadResult[]): [number[], number[]] => [
  sorted(results.flatMap(({ progress }) => progress)),
  sorted(results.flatMap(({ finals }) => finals)),
]
const rateOf = ({ commits, seconds }: LoadResult) => commits / seconds
