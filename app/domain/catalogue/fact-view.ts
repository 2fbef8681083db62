import type { ModuleId, ModuleVersionId } from '~/kernel/ids.ts'
import type { FactChange } from './fact-diff.ts'
import type { FactState } from './fact-state.ts'
import type { FactContent, HeldFact } from './fact.ts'
import type { PartKind } from './module-outline.schema.ts'

/** What a sheet said from a moment on. */
export interface FactVersion extends FactContent {
  number: number
  origin: HeldFact['origin']
  note: string
  writtenAt: Date
}

/** A version, and what it says otherwise than what was told before it; the first one changes nothing. */
export interface FactStep extends FactVersion {
  changes: FactChange[]
  /** It came with the course's text, and an editor's words stood. */
  isSetAside: boolean
}

/** What the course's text says, where an editor's words are told and it says something else. */
export interface TextSays {
  version: FactVersion
  /** From the words that are told to the text's. */
  changes: FactChange[]
  /** It came after the words that are told were written: nobody here has decided about it. */
  isNew: boolean
}

/** A place in a module where a fact is told. */
export interface Citation {
  moduleId: ModuleId
  moduleTitle: string
  versionId: ModuleVersionId
  versionNumber: number
  status: 'draft' | 'published'
  kind: PartKind
  /** Of the page, the checklist, the summary. */
  title: string
}

export interface FactView {
  fact: HeldFact
  state: FactState
  dueDay: string
  /** Null where the course's text says the same. */
  text: TextSays | null
  citations: Citation[]
  /** The newest first. */
  history: FactStep[]
  /** Whether there are versions older than these. */
  hasOlder: boolean
}

export interface MarkedFact {
  id: string
  title: string
}
