import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from '@playwright/test'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const folders = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome']

/** How the browser is started: it asks the network for nothing, and runs where it has no sandbox. */
export const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The path of a Chromium: the machine's own, or else the one that Playwright has. */
export function findChromium(): string | undefined {
  const paths = [...folders, ...(process.env.PATH ?? '').split(path.delimiter)].flatMap((folder) =>
    names.map((name) => path.join(folder, name)),
  )
  return [...paths, chromium.executablePath()].find(mayRun)
}

/**
 * The path of a Chromium, installed first where there is none: by the system's packages when we are
 * root on Debian or Ubuntu, otherwise by Playwright.
 * @throws Error that says what to install when neither way works
 */
export function ensureChromium(): string {
  const found = findChromium()
  if (found) return found
  for (const commands of waysToInstall()) {
    console.log(
      `No Chromium found. Installing it: ${commands.map((words) => words.join(' ')).join(' && ')}`,
    )
    if (!commands.every(run)) continue
    const installed = findChromium()
    if (installed) return installed
  }
  throw new Error(
    'The end-to-end tests need a Chromium, and it could not be installed. ' +
      'Install the package "chromium" of your system, or run: npx playwright install chromium',
  )
}

function waysToInstall(): string[][][] {
  const byPlaywright = [['npx', 'playwright', 'install', 'chromium']]
  const isRoot = process.getuid?.() === 0
  const hasApt = mayRun('/usr/bin/apt-get')
  if (!isRoot || !hasApt) return [byPlaywright]
  const byApt = [
    ['apt-get', 'update'],
    ['apt-get', 'install', '-y', '--no-install-recommends', 'chromium'],
  ]
  return [byApt, byPlaywright]
}

function run([command, ...words]: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(command!, words, { stdio: ['ignore', 2, 2], env }).status === 0
}

function mayRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(path.resolve(process.argv[1])).href) {
  try {
    console.log(ensureChromium())
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
