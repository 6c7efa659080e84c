/** What the check of fact sheets finds, in Spanish: by rule, with the source's words that the finding quotes. */
import type { Finding } from '../../corpus/check/finding.ts'
import { SPANISH_CAVEATS } from './es-caveats.ts'

const AS_PRINTED = 'Nada si la fuente lo imprime así; si no, vuelva a añadir la página.'

/** Rule, what it finds, what to do. */
const RULES: ReadonlyMap<string, readonly [message: string, cure: string]> = new Map([
  [
    'acronym-with-two-meanings',
    ['una sigla tiene dos significados', 'Nada si ambos son ciertos; una pregunta con la sigla encuentra los dos.'],
  ],
  [
    'same-address',
    [
      'otra ficha tiene la misma dirección',
      'Si una es el texto más nuevo de la página, indíquelo con `replaces`; si no, corrija la dirección.',
    ],
  ],
  [
    'passage-on-several-sheets',
    ['el pasaje está también en otra ficha', 'Nada; una respuesta puede citar cualquiera de las dos.'],
  ],
  ['duplicate', ['es el mismo texto que otra ficha', 'Borre una de las dos.']],
  [
    'near-duplicate',
    [
      'comparte casi todo el texto con otra ficha',
      'Si es el texto más nuevo de la misma página, indíquelo con `replaces`.',
    ],
  ],
  ['unreadable', ['el archivo no se puede leer', 'Corríjalo o vuelva a añadir la página.']],
  ['count-contradicts-list', ['un número no concuerda con la lista que anuncia', AS_PRINTED]],
  [
    'no-title-printed',
    [
      'el texto no imprime título; el de la cabecera es nuestro',
      'Nada si es adecuado; si no, ponga otro mejor en title.',
    ],
  ],
  ['date-left-out', ['el texto imprime una fecha que la cabecera no tiene', 'Escríbala en date.']],
  ['no-date', ['no hay fecha impresa ni indicada', 'Escriba not_before si el texto nombra una fecha.']],
  [
    'not-before-only',
    [
      'no hay fecha impresa; solo se sabe después de cuándo se escribió',
      'Nada, salvo que la página imprima una fecha.',
    ],
  ],
  ['date-differs', ['la fecha impresa no es la de la cabecera', 'Corrija date.']],
  [
    'not-before-early',
    ['el texto nombra una fecha posterior a not_before', 'Corrija not_before si ya había pasado cuando se escribió.'],
  ],
  ['date-after-retrieved', ['una fecha es posterior al día en que se consultó', 'Corrija la fecha o retrieved.']],
  ['unknown-replaces', ['sustituye a una ficha que no está aquí', 'Corrija el id o quite la línea.']],
  [
    'circular-replaces',
    ['se sustituye a sí misma, directamente o a través de otras', 'Deje replaces solo en el texto más nuevo.'],
  ],
  [
    'text-cut-off',
    ['el texto parece cortado', 'Busque el resto en la fuente y vuelva a añadirlo; si no lo hay, déjelo.'],
  ],
  ['printed-twice', ['el texto está impreso dos veces', AS_PRINTED]],
  ['doubled-word', ['hay palabras repetidas', AS_PRINTED]],
  ['furniture-left-in', ['parece parte de la página y no del texto', 'Quite la línea si no es del texto.']],
])

const FUNDING_CURE = 'Compare con la fuente; si imprime lo mismo, déjelo: la cifra se muestra con esta advertencia.'

export function spanishFinding({ rule, message }: Finding): Pick<Finding, 'message' | 'cure'> {
  const [said, cure] = RULES.get(rule) ?? fundingRule(rule)
  const quoted = [...message.matchAll(/“[^”]*”|`[^`]*`/g)].map(([words]) => words)
  return { message: `${said}${quoted.length === 0 ? '' : `: ${quoted.join(', ')}`}.`.replace('..', '.'), cure }
}

function fundingRule(rule: string): readonly [message: string, cure: string] {
  const kind = rule.replace(/^funding-/, '')
  const caveat = Object.entries(SPANISH_CAVEATS).find(([one]) => one === kind)
  // The source's words follow after a colon.
  return [caveat?.[1].replace(/\.$/, '') ?? 'algo no es como debería', FUNDING_CURE]
}
