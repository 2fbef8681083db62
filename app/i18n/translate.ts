import type { sv } from './sv.ts'
import { fill, type Language, type Message, type MessageParams, type Plural } from './format.ts'

export type MessageKey = keyof typeof sv
export type Messages = Record<MessageKey, Message>

/** A translation has the same keys, and a plural where the Swedish text has one. */
export type Translated<Source> = {
  [Key in keyof Source]: Source[Key] extends string ? string : Plural
}

type Places<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Places<Rest>
  : never
type PlacesOf<Text> = Text extends Plural
  ? Places<Text['one']> | Places<Text['other']> | 'count'
  : Places<Text>

/** What must be filled in: nothing for a text without {places}. */
export type ParamsFor<Key extends MessageKey> = [PlacesOf<(typeof sv)[Key]>] extends [never]
  ? []
  : [params: Record<PlacesOf<(typeof sv)[Key]>, string | number>]

export type Translate = <Key extends MessageKey>(key: Key, ...params: ParamsFor<Key>) => string

/** A function that answers texts in one language, its keys and {places} checked by the compiler. */
export function translatorOf(language: Language, messages: Messages): Translate {
  return (key, ...params) => fill(language, messages[key], params[0])
}

/**
 * A text whose key is only known when running (a refusal's code). Answers `fallback`'s text when there is none.
 */
export function translateLoosely(
  language: Language,
  messages: Messages,
  key: string,
  params: MessageParams,
  fallback: MessageKey,
): string {
  const message = (messages as Record<string, Message>)[key] ?? messages[fallback]
  return fill(language, message, params)
}
