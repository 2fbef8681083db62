import { z } from 'zod'
import type { CourseId } from '~/kernel/ids.ts'
import { isNeutralSlug } from './catalogue.ts'

const line = z.string().trim().min(1, 'form.required').max(120)
const text = z.string().trim().min(1, 'form.required').max(1000)

const slug = z
  .string()
  .trim()
  .min(1, 'form.required')
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'catalogue.slug-form')
  .refine(isNeutralSlug, 'catalogue.slug-telling')

/** The form for a new course. Both languages at once: a course is never half translated. */
export const createCourseSchema = z.object({
  titleSv: line,
  titleEn: line,
  descriptionSv: text,
  descriptionEn: text,
  slug,
})

/** The form for a new module. */
export const createModuleSchema = z.object({
  courseId: z.guid('form.required').transform((id) => id as CourseId),
  titleSv: line,
  titleEn: line,
  summarySv: text,
  summaryEn: text,
  minutes: z.coerce.number().int().min(1).max(600),
  slug,
})

export type NewCourse = z.output<typeof createCourseSchema>
export type NewModule = z.output<typeof createModuleSchema>
