import { Prisma } from '~/platform/prisma-client/client.ts'

/** A piece of SQL with its values apart: sql`select ... where id = ${id}`. Pieces nest. */
export const sql = Prisma.sql
/** Values or pieces with commas between; refuses an empty list. */
export const join = Prisma.join
/** Nothing, where a piece is optional. */
export const empty = Prisma.empty
/** Text taken as it is. Never give it anything from outside. */
export const raw = Prisma.raw
export type Sql = Prisma.Sql
export type Tx = Prisma.TransactionClient
