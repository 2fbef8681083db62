import { z } from 'zod'
import { i18nOf } from '~/i18n/messages.server.ts'
import { excelType } from '../coverage-file.server.ts'
import { coverageQuerySchema, parameterNames, type ParameterName } from './coverage-query.schema.ts'
import { coverageAnswerSchema } from './json-stat.schema.ts'
import { problemCodes, problemSchema, problemStatuses, type ProblemCode } from './problem.schema.ts'

type JsonSchema = Record<string, unknown>

interface Parameter {
  name: string
  in: 'query' | 'header'
  required: boolean
  description: string
  schema: JsonSchema
  example?: unknown
}

interface OpenApiResponse {
  description: string
  headers?: Record<string, { $ref: string }>
  content?: Record<string, { schema: JsonSchema }>
}

interface Operation {
  operationId: string
  summary: string
  description?: string
  security: Record<string, string[]>[]
  parameters?: Parameter[]
  responses: Record<string, OpenApiResponse>
}

/** The part of OpenAPI 3.1 that describes this API. */
export interface OpenApiDocument {
  openapi: '3.1.0'
  info: { title: string; version: string; description: string }
  servers: { url: string }[]
  paths: Record<string, { get: Operation }>
  components: {
    securitySchemes: Record<string, unknown>
    headers: Record<string, { description: string; schema: JsonSchema }>
    schemas: Record<string, JsonSchema>
  }
}

const { t } = i18nOf('en')

/** A zod schema as JSON Schema, without the mark of the dialect: OpenAPI 3.1 has it already. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output' = 'output'): JsonSchema {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    io,
    // That a whole number is one JavaScript can hold tells a reader nothing.
    override: ({ jsonSchema }) => {
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
    },
  }) as JsonSchema
  void $schema
  return rest
}

/**
 * The API in OpenAPI 3.1, made from the schemas that read its requests and describe its answers.
 * @param origin the app's own address
 */
export function openApiDocument(origin: string): OpenApiDocument {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Samsyn',
      version: '1',
      description: `${t('api.lead')} ${t('api.key.text')} ${t('api.errors.text')} ${t('api.formats.head')}`,
    },
    servers: [{ url: origin }],
    paths: {
      '/api/v1/followup/coverage': { get: coverageOperation() },
      '/api/v1/openapi.json': { get: documentOperation() },
    },
    components: {
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: t('api.key.text') },
      },
      headers: headerComponents(),
      schemas: { Coverage: schemaOf(coverageAnswerSchema), Problem: schemaOf(problemSchema) },
    },
  }
}

function coverageOperation(): Operation {
  return {
    operationId: 'readCoverage',
    summary: 'Held over required, by module, place and profession group, on a day',
    description: `${t('definition.held.text')} ${t('definition.required.text')} ${t('definition.unknown.text')}`,
    security: [{ key: [] }],
    parameters: [...queryParameters(), ifNoneMatch],
    responses: {
      200: {
        description: t('api.formats.text'),
        headers: headersNamed('ETag', 'Link', 'Content-Language', ...rateHeaders),
        content: {
          'application/json': { schema: { $ref: '#/components/schemas/Coverage' } },
          'text/csv': { schema: { type: 'string' } },
          // A workbook: bytes, which OpenAPI 3.1 leaves without a schema of their own.
          [excelType]: { schema: {} },
        },
      },
      304: {
        description: t('api.formats.etag'),
        headers: headersNamed('ETag', 'Link', 'Content-Language', ...rateHeaders),
      },
      ...problemResponses(
        problemCodes.filter((code) => code !== 'not-found'),
        keyedHeadersOf,
      ),
    },
  }
}

function documentOperation(): Operation {
  return {
    operationId: 'readDescription',
    summary: 'This description',
    security: [],
    parameters: [ifNoneMatch],
    responses: {
      200: {
        description: 'OpenAPI 3.1',
        headers: headersNamed('ETag', 'Content-Language'),
        content: {
          'application/json': {
            schema: { type: 'object', required: ['openapi', 'info', 'paths', 'components'] },
          },
        },
      },
      304: {
        description: t('api.formats.etag'),
        headers: headersNamed('ETag', 'Content-Language'),
      },
      ...problemResponses(['invalid-parameter', 'method-not-allowed', 'unexpected'], headersOf),
    },
  }
}

function queryParameters(): Parameter[] {
  const { properties } = schemaOf(coverageQuerySchema, 'input') as {
    properties: Record<ParameterName, JsonSchema & { examples: unknown[] }>
  }
  return parameterNames.map((name) => {
    const { examples, description, ...schema } = properties[name]
    void description
    return {
      name,
      in: 'query',
      required: false,
      description: t(`api.parameter.${name}`),
      schema,
      example: examples[0],
    }
  })
}

const ifNoneMatch: Parameter = {
  name: 'If-None-Match',
  in: 'header',
  required: false,
  description: t('api.formats.etag'),
  schema: { type: 'string' },
  example: 'W/"0000000000000000000000000000000000000000000"',
}

/** One response per status, telling each problem that it may be; problems of one status have the same headers. */
function problemResponses(
  codes: ProblemCode[],
  headersOf: (code: ProblemCode) => HeaderName[],
): Record<string, OpenApiResponse> {
  const responses: Record<string, OpenApiResponse> = {}
  for (const code of codes) {
    const status = problemStatuses[code]
    const told = `${code}: ${t(`api.problem.${code}.title`)}. ${t(`api.problem.${code}.detail`)}`
    const known = responses[status]
    if (known) known.description += ` ${told}`
    else {
      responses[status] = {
        description: told,
        headers: headersNamed(...headersOf(code)),
        content: {
          'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
        },
      }
    }
  }
  return responses
}

type HeaderName =
  | 'ETag'
  | 'Link'
  | 'Content-Language'
  | 'RateLimit-Policy'
  | 'RateLimit'
  | 'Retry-After'
  | 'WWW-Authenticate'
  | 'Allow'

const rateHeaders: HeaderName[] = ['RateLimit-Policy', 'RateLimit']

const ownHeaders: Partial<Record<ProblemCode, HeaderName[]>> = {
  'key-missing': ['WWW-Authenticate'],
  'key-invalid': ['WWW-Authenticate'],
  'scope-missing': ['WWW-Authenticate'],
  'method-not-allowed': ['Allow'],
  'rate-limited': ['Retry-After'],
}

/** Told before a key has been found good. */
const beforeCount: ProblemCode[] = ['key-missing', 'key-invalid', 'method-not-allowed']

const headersOf = (code: ProblemCode): HeaderName[] => [
  'Content-Language',
  ...(ownHeaders[code] ?? []),
]

const keyedHeadersOf = (code: ProblemCode): HeaderName[] => [
  ...headersOf(code),
  ...(beforeCount.includes(code) ? [] : rateHeaders),
]

const headersNamed = (...names: HeaderName[]) =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]))

function headerComponents(): OpenApiDocument['components']['headers'] {
  const descriptions: Record<HeaderName, string> = {
    ETag: 'Tells whether the figures have changed; weak',
    Link: 'first, prev, next and last page (RFC 8288)',
    'Content-Language': 'The language of the texts',
    'RateLimit-Policy':
      'How many answers a key gets, or wrong keys an address may show (q), in how many seconds (w)',
    RateLimit:
      'How many are left (r), and seconds until the count begins anew (t); once the key is found good',
    'Retry-After': 'Seconds to wait',
    'WWW-Authenticate': 'What to show (RFC 6750)',
    Allow: 'The methods that work here',
  }
  return Object.fromEntries(
    Object.entries(descriptions).map(([name, description]) => [
      name,
      { description, schema: { type: 'string' } },
    ]),
  )
}
