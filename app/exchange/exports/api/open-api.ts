import { z } from 'zod'
import { i18nOf } from '~/i18n/messages.server.ts'
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
      description: `${t('api.lead')} ${t('api.key.text')} ${t('api.errors.text')}`,
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
    parameters: [...queryParameters(), ...headerParameters()],
    responses: {
      200: {
        description: t('api.formats.text'),
        headers: headersNamed('ETag', 'Link', 'RateLimit-Policy', 'RateLimit'),
        content: {
          'application/json': { schema: { $ref: '#/components/schemas/Coverage' } },
          'text/csv': { schema: { type: 'string' } },
        },
      },
      304: {
        description: t('api.formats.etag'),
        headers: headersNamed('ETag', 'RateLimit-Policy', 'RateLimit'),
      },
      ...problemResponses(problemCodes.filter((code) => code !== 'not-found')),
    },
  }
}

function documentOperation(): Operation {
  return {
    operationId: 'readDescription',
    summary: 'This description',
    security: [],
    responses: {
      200: {
        description: 'OpenAPI 3.1',
        content: {
          'application/json': {
            schema: { type: 'object', required: ['openapi', 'info', 'paths', 'components'] },
          },
        },
      },
      ...problemResponses(['method-not-allowed']),
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

function headerParameters(): Parameter[] {
  const header = (name: string, description: string, example: string): Parameter => ({
    name,
    in: 'header',
    required: false,
    description,
    schema: { type: 'string' },
    example,
  })
  return [
    header(
      'If-None-Match',
      t('api.formats.etag'),
      'W/"0000000000000000000000000000000000000000000"',
    ),
  ]
}

/** One response per status, telling each problem that it may be. */
function problemResponses(codes: ProblemCode[]): Record<string, OpenApiResponse> {
  const responses: Record<string, OpenApiResponse> = {}
  for (const code of codes) {
    const status = problemStatuses[code]
    const told = `${code}: ${t(`api.problem.${code}.title`)}. ${t(`api.problem.${code}.detail`)}`
    const known = responses[status]
    if (known) known.description += ` ${told}`
    else {
      responses[status] = {
        description: told,
        ...(headersOfProblem[code] && { headers: headersNamed(...headersOfProblem[code]) }),
        content: {
          'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
        },
      }
    }
  }
  return responses
}

type HeaderName =
  'ETag' | 'Link' | 'RateLimit-Policy' | 'RateLimit' | 'Retry-After' | 'WWW-Authenticate' | 'Allow'

const headersOfProblem: Partial<Record<ProblemCode, HeaderName[]>> = {
  'key-missing': ['WWW-Authenticate'],
  'scope-missing': ['WWW-Authenticate', 'RateLimit-Policy', 'RateLimit'],
  'method-not-allowed': ['Allow'],
  'rate-limited': ['Retry-After', 'RateLimit-Policy', 'RateLimit'],
}

const headersNamed = (...names: HeaderName[]) =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]))

function headerComponents(): OpenApiDocument['components']['headers'] {
  const descriptions: Record<HeaderName, string> = {
    ETag: 'Tells whether the figures have changed; weak',
    Link: 'first, prev, next and last page (RFC 8288)',
    'RateLimit-Policy': 'How many answers a key gets (q) in how many seconds (w)',
    RateLimit: 'How many are left (r), and seconds until the count begins anew (t)',
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
