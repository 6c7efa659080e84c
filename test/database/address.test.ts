import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from '#src/config.ts'
import { hostsOf } from '#src/database/address.ts'

/** What is told of an address that is none. */
function fault(address: string): string {
  try {
    readConfig({ DATABASE_URL: address })
  } catch (error) {
    if (error instanceof ConfigError) return error.message
    throw error
  }
  throw new Error('it was taken')
}

describe('DATABASE_URL', () => {
  it('with several hosts is one address for each, without what is decided here', () => {
    const hosts = hostsOf('postgres://me:p%40ss@one,two:6432/notes?target_session_attrs=any&sslmode=require')
    expect(hosts).toEqual([
      { name: 'one:5432', url: 'postgres://me:p%40ss@one:5432/notes?sslmode=require' },
      { name: 'two:6432', url: 'postgres://me:p%40ss@two:6432/notes?sslmode=require' },
    ])
  })

  it.each([
    ['postgresql://[::1]:5433,[fe80::2]/notes', ['[::1]:5433', '[fe80::2]:5432']],
    ['postgres://me@%2Fvar%2Frun%2Fpostgresql/notes', ['%2Fvar%2Frun%2Fpostgresql:5432']],
    ['postgres://one', ['one:5432']],
  ])('may be %s', (address, names) => {
    expect(hostsOf(address).map(({ name }) => name)).toEqual(names)
    expect(readConfig({ DATABASE_URL: address }).databaseUrl).toBe(address)
  })

  it.each([
    'localhost',
    'mysql://me:hush@one/notes',
    'postgres://',
    'postgres:///notes',
    'postgres://me:hush@/notes',
    'postgres://me:hush@one,,two/notes',
    'postgres://me:hush@one:port/notes',
    'postgres://me:hush@one:0/notes',
    'postgres://me:hush@one:65536/notes',
    'postgres://me:hush@one:5432:5433/notes',
    'postgres://me:hush@one/notes/more',
    'postgres://me:hush@one /notes',
    'postgres://me:hush%zz@one/notes',
    'postgres://me:hu@sh@one/notes',
    'postgres://me:hu/sh@one/notes',
    'postgres://me:12/hush@one/notes',
    'postgres://me:hu?sh@one/notes',
    'postgres://me:hu#sh@one/notes',
    'postgres://me:hu sh@one/notes',
  ])('may not be %s; no part of it is told', (address) => {
    const told = fault(address)
    expect(told).toMatch(/^DATABASE_URL: expected /)
    expect(told).not.toMatch(/hu|sh@|notes|one:/)
  })

  it('holds any password that is written as an address asks for it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (password) => {
        const [host] = hostsOf(`postgres://me:${encodeURIComponent(password)}@one/notes`)
        expect(decodeURIComponent(new URL(host?.url ?? '').password)).toBe(password)
      }),
    )
  })
})
