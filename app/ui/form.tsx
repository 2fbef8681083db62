import { zodResolver } from '@hookform/resolvers/zod'
import { useFormAction, useNavigation, useSubmit } from '@remix-run/react'
import {
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  type BaseSyntheticEvent,
  type ReactNode,
} from 'react'
import { FormProvider, useForm, type FieldValues, type Resolver } from 'react-hook-form'
import type { z } from 'zod'
import { useI18n } from '~/i18n/i18n.tsx'
import { Button, type ButtonVariant } from './button.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { FieldContext, type FieldBinding } from './field-context.ts'
import { useFormGuard } from './form-guard.tsx'
import {
  formErrorOf,
  formMessage,
  formValues,
  type FormMessage,
  type FormReply,
} from '~/kernel/form-values.ts'
import { useHydrated } from './hydrated.ts'

/** A schema that reads what a form sends. */
type FormSchema = z.ZodType<FieldValues, FieldValues>

interface ActionFormProps<Schema extends FormSchema> {
  /** The schema that the action parses with too. Its messages are keys, "password.too-short". */
  schema: Schema
  defaultValues?: Partial<Record<keyof z.input<Schema> & string, unknown>>
  /** The address of the action; the page's own when left out. */
  action?: string
  encType?: 'multipart/form-data'
  /** Sent along unseen, such as which of the page's forms this is. */
  hidden?: Record<string, string>
  submitLabel: string
  /** Whether a field is checked as soon as it is left, and while it is mended; otherwise when the form is sent. */
  checksOnLeave?: boolean
  /** What the button says while the server works. */
  pendingLabel: string
  submitVariant?: ButtonVariant
  /** Next to the submit button, such as the link that leads away without saving. */
  beside?: ReactNode
  /** What the action answered, when it could not take the form. */
  reply?: FormReply | null
  children?: ReactNode
}

/**
 * The one way to do a form that changes something. Before JavaScript has loaded it is plain HTML with the
 * browser's own checks; after, the schema reads what would be sent, and only what it takes is sent. Errors
 * stand at their fields and in a summary that takes focus. What was written stays, also after a failure.
 */
export function ActionForm<Schema extends FormSchema>(props: ActionFormProps<Schema>) {
  const { schema, reply, encType, hidden = {} } = props
  const element = useRef<HTMLFormElement>(null)
  const hydrated = useHydrated()
  const action = useFormAction(props.action)
  const resolver: Resolver = useCallback(
    (values, context, options) => {
      const sent = element.current ? formValues(new FormData(element.current)) : values
      return resolverOf(schema)(sent, context, options)
    },
    [schema],
  )
  const fromServer = useMemo(() => serverErrorsOf(reply), [reply])
  // No defaultValues here: they stand in the HTML, and what was typed before JavaScript came is kept.
  const form = useForm({
    resolver,
    errors: fromServer,
    shouldFocusError: false,
    mode: props.checksOnLeave ? 'onTouched' : 'onSubmit',
  })
  const binding = useBinding(form, props)
  const { send, pending } = useSending(action, encType)
  const guarded = useGuarded(reply)
  const [refused, setRefused] = useState<Refused>()
  const refusedHere = refused?.after === reply ? refused : undefined
  // What is told while a form is written stands at its field alone: nothing has been sent.
  const attempt = refusedHere ?? reply
  const onSubmit = form.handleSubmit(
    (_, event) => {
      if (!navigator.onLine) setRefused({ after: reply, offline: true })
      else if (event) {
        guarded.tell(false)
        send(event)
      }
    },
    () => setRefused({ after: reply, offline: false }),
  )
  return (
    <FormProvider {...form}>
      <FieldContext.Provider value={binding}>
        <form
          ref={element}
          method="post"
          action={action}
          encType={encType}
          noValidate={hydrated}
          onSubmit={(event) => void onSubmit(event)}
          onInput={() => guarded.tell(true)}
          className="form"
        >
          {guarded.key !== undefined && (
            <input type="hidden" name="_submission" value={guarded.key} />
          )}
          {Object.entries(hidden).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <ErrorSummary
            names={attempt ? Object.keys(form.formState.errors) : []}
            binding={binding}
            whole={refusedHere ? offlineError(refusedHere) : wholeError(reply)}
            attempt={attempt}
          />
          {props.children}
          <div className="actions">
            <Button
              type="submit"
              variant={props.submitVariant ?? 'primary'}
              pending={pending}
              pendingLabel={props.pendingLabel}
            >
              {props.submitLabel}
            </Button>
            {props.beside}
          </div>
        </form>
      </FieldContext.Provider>
    </FormProvider>
  )
}

const resolverOf = (schema: FormSchema) => zodResolver(schema, { error: formErrorOf })

/** A form that was stopped in the browser, after the latest answer of the server's. */
interface Refused {
  after: FormReply | null | undefined
  offline: boolean
}

const offlineError = ({ offline }: Refused) => (offline ? formMessage('form.offline') : undefined)

function wholeError(reply: FormReply | null | undefined): FormMessage | undefined {
  if (reply?.refusal) {
    return { key: `refusal.${reply.refusal.code}`, params: reply.refusal.detail }
  }
  return reply?.formError ? formMessage(reply.formError) : undefined
}

function submitterOf(event: unknown): HTMLButtonElement | null {
  const submitter = event instanceof SubmitEvent ? event.submitter : null
  return submitter instanceof HTMLButtonElement ? submitter : null
}

/** Sends what the form holds, as the browser would, and tells whether that very sending is under way. */
function useSending(action: string, encType: 'multipart/form-data' | undefined) {
  const submit = useSubmit()
  const navigation = useNavigation()
  const [sent, setSent] = useState<FormData>()
  const send = (event: BaseSyntheticEvent) => {
    if (!(event.target instanceof HTMLFormElement)) return
    const data = new FormData(event.target)
    const submitter = submitterOf(event.nativeEvent)
    if (submitter?.name) data.append(submitter.name, submitter.value)
    setSent(data)
    submit(data, { method: 'post', action, encType })
  }
  return { send, pending: sent !== undefined && navigation.formData === sent }
}

/** The form's key, and what tells the page that something in the form has not been sent. */
function useGuarded(reply: FormReply | null | undefined) {
  const { submissionKey, tell } = useFormGuard()
  const formId = useId()
  const isKept = submissionKey !== undefined
  useEffect(() => {
    // What came back was not taken.
    if (isKept && reply) tell(formId, true)
    return () => tell(formId, false)
  }, [isKept, reply, formId, tell])
  return {
    key: isKept ? `${submissionKey} ${formId}` : undefined,
    tell: (isUnsent: boolean) => {
      if (isKept) tell(formId, isUnsent)
    },
  }
}

type Errors = Record<string, { type: string; message: string }>

function serverErrorsOf(reply: FormReply | null | undefined): Errors {
  const errors: Errors = {}
  for (const [name, messages] of Object.entries(reply?.fieldErrors ?? {})) {
    if (messages?.[0]) errors[name] = { type: 'server', message: messages[0] }
  }
  return errors
}

function useBinding(
  form: ReturnType<typeof useForm>,
  { reply, defaultValues }: Pick<ActionFormProps<FormSchema>, 'reply' | 'defaultValues'>,
): FieldBinding {
  const { tLoose } = useI18n()
  const formId = useId()
  const { errors } = form.formState
  const initial: Record<string, unknown> = { ...defaultValues, ...reply?.values }
  return {
    idOf: (name) => `${formId}-${name}`,
    register: (name) => form.register(name),
    initialOf: (name) => initial[name],
    errorOf: (name) => {
      const message = firstMessage(errors[name])
      if (message === undefined) return undefined
      const { key, params } = formMessage(message)
      return tLoose(key, params, 'form.invalid')
    },
  }
}

/** The first message at or below an entry; a field that makes a list has its errors one level down. */
function firstMessage(entry: unknown): string | undefined {
  if (typeof entry !== 'object' || entry === null) return undefined
  if ('message' in entry && typeof entry.message === 'string') return entry.message
  for (const [key, below] of Object.entries(entry)) {
    // An entry also holds the element it speaks of.
    const message = key === 'ref' ? undefined : firstMessage(below)
    if (message !== undefined) return message
  }
  return undefined
}
