import { useI18n } from '~/i18n/i18n.tsx'
import { TextArea, TextField } from '~/ui/text-fields.tsx'

/** The labels of a text in both languages: a course or module is never half translated. */
interface InBothLanguages {
  sv: string
  en: string
  hint?: string
}

/** `titleSv`, `titleEn`. */
export function TitleFields({ sv, en }: InBothLanguages) {
  return (
    <>
      <TextField name="titleSv" label={sv} required maxLength={120} />
      <TextField name="titleEn" label={en} required maxLength={120} />
    </>
  )
}

/** `<name>Sv`, `<name>En`: what it is about, in a few sentences. */
export function TextAreas({ name, sv, en, hint }: InBothLanguages & { name: string }) {
  return (
    <>
      <TextArea name={`${name}Sv`} label={sv} hint={hint} required maxLength={1000} />
      <TextArea name={`${name}En`} label={en} required maxLength={1000} />
    </>
  )
}

/** The part of the address that stands for it. */
export function SlugField() {
  const { t } = useI18n()
  return (
    <TextField
      name="slug"
      label={t('catalogue.slug')}
      hint={t('catalogue.slug.hint')}
      required
      maxLength={60}
      width="medium"
    />
  )
}
