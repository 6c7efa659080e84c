import { dateInWords } from '../dates.ts'
import type { CorpusWords } from './corpus.ts'
import { spanishFinding } from './es-findings.ts'

const some = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`

const REASONS: Readonly<Record<string, string>> = {
  'country-not-covered': 'ninguna ficha del país',
  'topic-not-covered': 'nada sobre el tema',
  'figure-not-stated': 'no hay tal cifra',
  'not-supported': 'nada que lo responda',
  'not-what-i-asked': 'respondida, pero «No es lo que pregunté»',
}

export const spanishCorpus: CorpusWords = {
  onlyManagers: 'Solo quien puede gestionar este servidor puede cuidar de las fichas.',
  onlyServers: 'De las fichas se cuida en un servidor que ha añadido el bot, o desde la línea de órdenes.',
  older: (fault) => `⚠️ Se sirven fichas anteriores porque las más nuevas no se pueden leer: ${fault}`,
  checked: (sheets, { error, warning, note }) =>
    `${some(sheets, 'ficha')}: ${some(error, 'error', 'errores')}, ${some(warning, 'aviso')}, ${some(note, 'nota')}`,
  tooManyToCheck: (sheets) =>
    `Son ${sheets} fichas, más de las que se pueden comprobar mientras alguien espera. Ejecute \`npm run corpus -- check\`.`,
  level: { error: 'error', warning: 'aviso', note: 'nota' },
  cure: 'Remedio:',
  finding: spanishFinding,
  gaps: (count) => `${some(count, 'pregunta')} sin respuesta en las fichas`,
  noGaps: 'Aún no hay ninguna pregunta sin respuesta.',
  times: (count) => (count === 1 ? '1 vez' : `${count} veces`),
  lastAsked: (day) => `la última el ${dateInWords(day, 'es')}`,
  reason: (reason) => REASONS[reason] ?? null,
  publish:
    'Estas fichas vienen de una base de datos, la misma para todos los procesos. Añada a la carpeta desde la que se publicaron con `npm run corpus -- add` y ejecute `npm run corpus -- publish`.',
  fileOrAddress: 'Dé un archivo o una dirección, uno de los dos.',
  working: 'La página todavía se está recibiendo y leyendo. No se guarda nada antes de que usted lo confirme.',
  look: 'Mirar de nuevo',
  gone: 'Esta propuesta ya no está: se resolvió, tiene más de 15 minutos o el bot se reinició. Añada la página de nuevo.',
  proposal: (change, file) =>
    ({
      new: `Propuesta como ficha nueva, \`${file}\``,
      changed: `Propuesta en lugar de lo que dice ahora \`${file}\``,
      unchanged: `No hay nada que guardar: \`${file}\` ya dice lo mismo`,
    })[change],
  notAdded: (why) => `No se ha añadido: ${why}`,
  general: 'ningún país en conjunto',
  noFurniture: 'No se encontró nada de relleno en la página.',
  furniture: (count) => `${some(count, 'línea')} de relleno de la página, quitadas`,
  line: (line) => `línea ${line}`,
  oddities: (count) => some(count, 'rareza'),
  confirm: 'Confirmar',
  cancel: 'Cancelar',
  cancelled: 'Cancelado; no se ha guardado nada.',
  changedMeanwhile: (file) =>
    `\`${file}\` ha cambiado desde la propuesta, así que no se ha guardado nada. Añada la página de nuevo.`,
  written: (file) => `Guardada como \`${file}\`; ya se responde con ella.`,
  writtenSoon: (file) => `Guardado como \`${file}\`; se está leyendo y se usará enseguida.`,
  notLive: (file, fault) => `Guardada como \`${file}\`, pero se siguen sirviendo fichas anteriores: ${fault}`,
  notWritten: (code) => `No se ha podido guardar (${code}); las fichas siguen como estaban.`,
}
