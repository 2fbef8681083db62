import { createContext, useContext, useId } from 'react'
import type { UseFormRegisterReturn } from 'react-hook-form'

/** What a form knows about its fields. A form for filters (GET) has none, and its fields are plain HTML. */
export interface FieldBinding {
  idOf: (name: string) => string
  register: (name: string) => UseFormRegisterReturn
  errorOf: (name: string) => string | undefined
  /** What was written before, or stands from the start. */
  initialOf: (name: string) => unknown
}

export const FieldContext = createContext<FieldBinding | null>(null)

/** What every field takes. */
export interface FieldProps {
  name: string
  label: string
  /** How to fill it in, below the label. */
  hint?: string
  required?: boolean
  /** What stands in it from the start, where the form has not said so. */
  defaultValue?: string | number
}

type Registered = UseFormRegisterReturn | { name: string }

interface ControlProps {
  id: string
  required: boolean | undefined
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

export interface Field {
  id: string
  error: string | undefined
  /** Whether to say that the field may be left empty. */
  optional: boolean
  initial: unknown
  /** For the element that holds the value. */
  registered: Registered
  control: ControlProps
}

/** Ties a field to the form around it: id, value from the start, error, and what a screen reader is told. */
export function useField({ name, hint, required, defaultValue }: FieldProps): Field {
  const binding = useContext(FieldContext)
  const ownId = useId()
  const id = binding?.idOf(name) ?? ownId
  const error = binding?.errorOf(name)
  const describedBy = [hint && hintId(id), error && errorId(id)].filter(Boolean).join(' ')
  return {
    id,
    error,
    optional: binding !== null && !required,
    initial: binding?.initialOf(name) ?? defaultValue,
    registered: binding?.register(name) ?? { name },
    control: {
      id,
      required,
      'aria-describedby': describedBy || undefined,
      'aria-invalid': error ? true : undefined,
    },
  }
}

export const hintId = (id: string) => `${id}-hint`
export const errorId = (id: string) => `${id}-error`

/** A value from the start as an input takes it. */
export function asText(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}
