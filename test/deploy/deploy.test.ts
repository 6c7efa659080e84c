/**
 * Where no container engine runs the files can still be read as those who run them read them: the manifests by
 * Kubernetes' own schemas, the Dockerfile by its language service, the compose file by what it refers to.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { validate } from 'dockerfile-utils'
import { describe, expect, it } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'
import { z } from 'zod'

const root = fileURLToPath(new URL('../..', import.meta.url))
const read = (file: string): string => readFileSync(join(root, file), 'utf8')

const object = z.looseObject({ apiVersion: z.string(), kind: z.string() })
const model = z.custom<new (data: object) => { validate(): void }>((value) => typeof value === 'function')

/** `apps/v1` is a folder of kubernetes-models, `v1` one at its top. */
async function modelOf({ apiVersion, kind }: z.infer<typeof object>) {
  const models: Record<string, unknown> = await import(/* @vite-ignore */ `kubernetes-models/${apiVersion}/${kind}`)
  return model.parse(models[kind])
}

describe.each(readdirSync(join(root, 'deploy/kubernetes')))('%s', (name) => {
  const documents = parseAllDocuments(read(`deploy/kubernetes/${name}`))
  const objects = documents.map((document) => object.parse(document.toJS()))

  it.each(objects.map((one) => [one.kind, one] as const))('%s is what its schema asks for', async (_kind, one) => {
    const Model = await modelOf(one)
    new Model(one).validate()
    expect(() => new Model({ ...one, spec: 'nonsense' }).validate()).toThrow()
  })

  it('runs nothing as root, writes to no image, and names every version', () => {
    const pods = [...read(`deploy/kubernetes/${name}`).matchAll(/image: (\S+)/g)].map(([, image]) => image)
    expect(pods.length).toBeGreaterThan(0)
    for (const image of pods) expect(image).toMatch(/:\d/)
    const text = read(`deploy/kubernetes/${name}`)
    for (const rule of ['runAsNonRoot: true', 'readOnlyRootFilesystem: true', 'allowPrivilegeEscalation: false'])
      expect(text.split(rule)).toHaveLength(pods.length + 1)
  })
})

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
