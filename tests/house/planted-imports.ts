import nouns from '../../scripts/lint-nouns.json' with { type: 'json' }

/** A file that breaks a rule, and what else has to be there for it to do so. */
export interface Plant {
  rule: string
  file: string
  text: string
  beside?: Record<string, string>
  /** Part of what the linter says, where a rule has several things to say. */
  message?: string
}

const value = 'export const target = 1\n'

const imports = (from: string) => `import { target } from '${from}'\nexport const used = target\n`
const importsType = (from: string) =>
  `import type { Target } from '${from}'\nexport type Used = Target\n`

/** What the plants reach for; breaks no rule by itself. */
export const targets: Record<string, string> = {
  ...Object.fromEntries(nouns.map((noun) => [`app/domain/${noun}/planted-target.ts`, value])),
  'app/domain/attempt/planted-rows.db.server.ts': value,
  'app/domain/attempt/planted-verb.server.ts': `${value}export interface Target {\n  of: string\n}\n`,
  'app/auth/planted-target.ts': value,
  'app/ui/planted-target.ts': value,
  'app/components/planted/planted-target.ts': value,
  'app/exchange/planted-target.ts': value,
  'app/workers/planted-target.ts': value,
  'app/standards/planted-target.ts': value,
  'app/i18n/planted-target.ts': value,
  'app/platform/planted-target.ts': '/** A number. */\nexport const target = 1\n',
  'app/routes/_planted+/shown.tsx': 'export type Target = 1\n',
}

/** An own file for each, so that one cruise shows them all. */
export const importPlants: Plant[] = [
  {
    rule: 'no-circles',
    file: 'app/standards/planted-circle.ts',
    text: "import type { Back } from './planted-circle-back.ts'\nexport type Forth = Back | 1\n",
    beside: {
      'app/standards/planted-circle-back.ts':
        "import type { Forth } from './planted-circle.ts'\nexport type Back = Forth | 2\n",
    },
  },
  {
    rule: 'imports-resolve',
    file: 'app/platform/planted-lost.ts',
    text: importsType('./planted-nowhere.ts'),
  },
  {
    rule: 'no-undeclared-package',
    file: 'app/platform/planted-undeclared.ts',
    text: "import colours from 'picocolors'\nexport const used = colours\n",
  },
  {
    rule: 'no-development-package-in-app',
    file: 'app/platform/planted-development.ts',
    text: "import { integer } from 'fast-check'\nexport const used = integer\n",
  },
  {
    rule: 'kernel-imports-nothing',
    file: 'app/kernel/planted-text.ts',
    text: imports('~/i18n/planted-target.ts'),
  },
  {
    rule: 'kernel-imports-nothing',
    file: 'app/kernel/planted-package.ts',
    text: "import { z } from 'zod'\nexport const used = z\n",
  },
  {
    rule: 'i18n-imports-kernel-only',
    file: 'app/i18n/planted-place.ts',
    text: imports('~/domain/place/planted-target.ts'),
  },
  {
    rule: 'standards-import-kernel-only',
    file: 'app/standards/planted-platform.ts',
    text: imports('~/platform/planted-target.ts'),
  },
  {
    rule: 'standards-are-pure',
    file: 'app/standards/planted-file.ts',
    text: "import { readFileSync } from 'node:fs'\nexport const used = readFileSync\n",
  },
  {
    rule: 'standards-are-pure',
    file: 'app/standards/planted-package.ts',
    text: "import express from 'express'\nexport const used = express\n",
  },
  {
    rule: 'platform-imports-kernel-only',
    file: 'app/platform/planted-text.ts',
    text: imports('~/i18n/planted-target.ts'),
  },
  {
    rule: 'domain-imports-inward',
    file: 'app/domain/privacy/planted-worker.ts',
    text: imports('~/workers/planted-target.ts'),
  },
  ...nouns.slice(0, -1).map((noun, index) => ({
    rule: `noun-order-${noun}`,
    file: `app/domain/${noun}/planted-order.ts`,
    text: imports(`~/domain/${nouns[index + 1]}/planted-target.ts`),
  })),
  {
    rule: 'db-private-to-noun',
    file: 'app/domain/coverage/planted-rows.ts',
    text: imports('~/domain/attempt/planted-rows.db.server.ts'),
  },
  {
    rule: 'db-private-to-domain',
    file: 'app/exchange/planted-rows.ts',
    text: imports('~/domain/attempt/planted-rows.db.server.ts'),
  },
  {
    rule: 'database-packages-stay-low',
    file: 'app/domain/coverage/planted-pool.server.ts',
    text: "import type { Pool } from 'pg'\nexport type Used = Pool\n",
  },
  {
    rule: 'database-packages-stay-low',
    file: 'app/domain/coverage/planted-prisma.server.ts',
    text: "import type { Prisma } from '~/platform/prisma-client/client.ts'\nexport type Used = Prisma.Sql\n",
  },
  {
    rule: 'lucia-only-in-auth',
    file: 'app/domain/identity/planted-lucia.server.ts',
    text: "import { Lucia } from 'lucia'\nexport const used = Lucia\n",
  },
  {
    rule: 'auth-knows-no-screens',
    file: 'app/auth/planted-screen.ts',
    text: imports('~/ui/planted-target.ts'),
  },
  {
    rule: 'ui-knows-no-domain',
    file: 'app/ui/planted-place.ts',
    text: imports('~/domain/place/planted-target.ts'),
  },
  {
    rule: 'components-import-inward',
    file: 'app/components/planted/planted-auth.ts',
    text: imports('~/auth/planted-target.ts'),
  },
  {
    rule: 'components-run-in-browsers',
    file: 'app/components/planted/planted-verb.ts',
    text: imports('~/domain/attempt/planted-verb.server.ts'),
  },
  {
    rule: 'exchange-knows-no-screens',
    file: 'app/exchange/planted-screen.ts',
    text: imports('~/components/planted/planted-target.ts'),
  },
  {
    rule: 'workers-know-no-screens',
    file: 'app/workers/planted-screen.ts',
    text: imports('~/ui/planted-target.ts'),
  },
  {
    rule: 'nothing-imports-routes',
    file: 'app/components/planted/planted-route.ts',
    text: importsType('~/routes/_planted+/shown.tsx'),
  },
  {
    rule: 'route-modules-stand-alone',
    file: 'app/routes/_planted+/begun.tsx',
    text: importsType('./shown.tsx'),
  },
  {
    rule: 'player-frame-alone',
    file: 'app/player-frame/planted-platform.ts',
    text: imports('~/platform/planted-target.ts'),
  },
  {
    rule: 'content-host-knows-no-sessions',
    file: 'app/content-host/planted-session.ts',
    text: imports('~/auth/planted-target.ts'),
  },
  {
    rule: 'player-frame-packages',
    file: 'app/player-frame/planted-react.ts',
    text: "import { useState } from 'react'\nexport const used = useState\n",
  },
  {
    rule: 'scorm-again-only-in-player-frame',
    file: 'app/standards/planted-runtime.ts',
    text: "import { Scorm12API } from 'scorm-again/scorm12'\nexport const used = Scorm12API\n",
  },
]

/** What the same rules let through: a rule that refused everything would catch every plant, too. */
export const allowedImports: Record<string, string> = {
  'app/kernel/allowed-node.ts':
    "import { randomBytes } from 'node:crypto'\nexport const used = randomBytes\n",
  'app/standards/allowed-reader.ts':
    "import { SaxesParser } from 'saxes'\nexport const used = SaxesParser\n",
  'app/domain/coverage/allowed-noun.ts': imports('~/domain/attempt/planted-target.ts'),
  'app/domain/coverage/allowed-verb.ts': imports('~/domain/attempt/planted-verb.server.ts'),
  'app/domain/attempt/allowed-rows.server.ts': imports('./planted-rows.db.server.ts'),
  'app/domain/attempt/allowed.db.server.ts':
    "import type { Pool } from 'pg'\nexport type Used = Pool\n",
  'app/components/planted/allowed-type.ts': importsType('~/domain/attempt/planted-verb.server.ts'),
  'app/exchange/allowed-verb.ts': imports('~/domain/attempt/planted-verb.server.ts'),
  'app/workers/allowed-verb.ts': imports('~/domain/attempt/planted-verb.server.ts'),
  'app/player-frame/allowed-runtime.ts':
    "import { Scorm12API } from 'scorm-again/scorm12'\nimport { target } from '~/standards/planted-target.ts'\nexport const used = [Scorm12API, target]\n",
  'app/routes/_planted+/allowed/planted-card.ts': 'export type Target = 1\n',
  'app/routes/_planted+/allowed/route.tsx': importsType('./planted-card.ts'),
}
