import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from '@playwright/test'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const shellNames = ['chromium-headless-shell', 'chrome-headless-shell']
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
  // What Chromium does by itself from version 152 on, and people's browsers with it.
  '--enable-features=ConnectionAllowlists,OverrideConnectionAllowlistOriginTrial',
]

/** The path of a Chromium: the machine's own, or else the one that Playwright has. */
export function findChromium(): string | undefined {
  return [...pathsOf(names), chromium.executablePath()].find(mayRun)
}

/** How Playwright starts the whole browser, as people have it. */
export const wholeBrowser = () => ({ executablePath: ensureChromium(), args: chromiumArguments })

/**
 * The same for the machine's own headless shell, or the whole browser where there is none: the same
 * Chromium without the window around its pages, which shows them for three quarters of the work. Unlike
 * the whole browser it gives frames of other sites processes of their own only when told to.
 */
export function headlessShell(): ReturnType<typeof wholeBrowser> {
  const shell = pathsOf(shellNames).find(mayRun)
  return shell
    ? { executablePath: shell, args: [...chromiumArguments, '--site-per-process'] }
    : wholeBrowser()
}

function pathsOf(programs: string[]): string[] {
  return [...folders, ...(process.env.PATH ?? '').split(path.delimiter)].flatMap((folder) =>
    programs.map((name) => path.join(folder, name)),
  )
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
    // Not every system has it, and the whole browser does its work.
    if (commands !== byPlaywright) run([...aptInstall, 'chromium-headless-shell'])
    const installed = findChromium()
    if (installed) return installed
  }
  throw new Error(
    'The end-to-end tests need a Chromium, and it could not be installed. ' +
      'Install the package "chromium" of your system, or run: npx playwright install chromium',
  )
}

const byPlaywright = [['npx', 'playwright', 'install', 'chromium']]
const aptInstall = ['apt-get', 'install', '-y', '--no-install-recommends']

function waysToInstall(): string[][][] {
  const isRoot = process.getuid?.() === 0
  const hasApt = mayRun('/usr/bin/apt-get')
  if (!isRoot || !hasApt) return [byPlaywright]
  return [
    [
      ['apt-get', 'update'],
      [...aptInstall, 'chromium'],
    ],
    byPlaywright,
  ]
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
