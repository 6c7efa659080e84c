/** The Spanish catalogue. Quotes and titles of fact sheets stay in the source's own language. */
import type { Asked, Expected, Note } from '../../answer/model.ts'
import type { FundingLine } from '../../corpus/funding/types.ts'
import { allCountries, countryName } from '../../corpus/places/index.ts'
import { dateAndAge, dateInWords, yearsAtMost } from '../dates.ts'
import { echo, escapeMarkdown } from '../escape.ts'
import { SPANISH_CAVEATS } from './es-caveats.ts'
import { spanishChart } from './es-chart.ts'
import { spanishChecking, spanishCiting, spanishDossier } from './es-citing.ts'
import { SPANISH_COMMANDS } from './es-commands.ts'
import { spanishCorpus } from './es-corpus.ts'
import { spanishPrivacy } from './es-privacy.ts'
import { spanishStore } from './es-store.ts'
import { SPANISH_TOPICS } from './es-topics.ts'
import { folded } from './folded.ts'
import type { Words } from './model.ts'

const LOCALE = 'es'

const regions = new Intl.DisplayNames(LOCALE, { type: 'region', fallback: 'none' })
const country = (code: string): string => regions.of(code) ?? countryName(code)
const list = (items: readonly string[]): string => new Intl.ListFormat(LOCALE, { type: 'conjunction' }).format(items)
const either = (items: readonly string[]): string => new Intl.ListFormat(LOCALE, { type: 'disjunction' }).format(items)
const names = (codes: readonly string[]): string => list(codes.map(country).sort(new Intl.Collator(LOCALE).compare))

const topicName = (name: string): string => SPANISH_TOPICS.get(name) ?? name
const topicNames = (names: readonly string[]): readonly string[] => names.map((name) => echo(topicName(name)))
const TYPED_COUNTRIES = new Map(allCountries().map(({ code }) => [folded(country(code)), countryName(code)]))
const TYPED_TOPICS = new Map([...SPANISH_TOPICS].map(([name, shown]) => [folded(shown), name]))

const fiscalYears = (years: readonly number[]): string =>
  `${years.length === 1 ? 'el año fiscal' : 'los años fiscales'} ${list(years.map(String))}`
const money = (amount: number, currency: string): string =>
  new Intl.NumberFormat(LOCALE, { style: 'currency', currency, maximumFractionDigits: 0 }).format(amount)

const ASKED: Readonly<Record<Asked, string>> = {
  count: 'un número',
  money: 'una cantidad de dinero',
  date: 'una fecha',
  duration: 'una duración',
  person: 'un nombre',
  who: 'quién fue',
  where: 'dónde',
  which: 'cuál',
  meaning: 'qué significa',
  list: 'una lista',
  'yes-no': 'si es así',
  explain: 'una explicación',
  anything: 'eso',
}

/** What is given as a thing; the rest is said as a clause. */
const THINGS: ReadonlySet<Asked> = new Set<Asked>(['count', 'money', 'date', 'duration', 'person', 'list', 'explain'])

function expected(wanted: Expected): string {
  if (wanted.kind === 'said') return wanted.text
  if (wanted.kind === 'fiscal-year')
    return `un año fiscal, como 2007, FY07 o 2006-2008${wanted.known.length === 0 ? '' : `; las fichas tienen ${wanted.known.join(', ')}`}`
  const such = wanted.such.length < 2 ? '' : `, como ${wanted.such.map(country).join(', ')}`
  return `de ${wanted.least} a ${wanted.most} países distintos${such}`
}

function note(entry: Note): string {
  switch (entry.kind) {
    case 'country-not-covered':
      return `Ninguna ficha trata de ${country(entry.country)}.`
    case 'country-only-mentioned':
      return `Ninguna ficha trata de ${country(entry.country)}; solo se menciona, como se ve abajo.`
    case 'topic-not-covered':
      return `Las fichas no dicen nada sobre ${entry.topics.length === 0 ? 'ningún tema de la lista' : either(topicNames(entry.topics).map((topic) => `«${topic}»`))}${entry.country === null ? '' : ` en ${country(entry.country)}`}.`
    case 'covered-countries':
      return entry.countries.length === 0 ? '' : `Países tratados: ${names(entry.countries)}.`
    case 'covered-topics':
      return entry.country === null
        ? `Temas tratados: ${list(topicNames(entry.topics))}.`
        : `Temas tratados para ${country(entry.country)}: ${list(topicNames(entry.topics))}.`
    case 'more-topics':
      return `Más temas para ${country(entry.country)}, que se muestran si nombra uno: ${list(topicNames(entry.topics))}.`
    case 'not-understood':
      return 'Busco lo que dicen las fichas, que están en inglés. Pregunte por un país, un programa, una cantidad o una sigla.'
    case 'nothing-found':
      return `Las fichas no dicen nada que se acerque a «${echo(entry.about)}». Pregunte por un país, un programa, una cantidad o una sigla.`
    case 'no-such-country':
      if (entry.candidates.length > 1)
        return `«${echo(entry.typed)}» podría ser ${either(entry.candidates.map(country))}. ¿Cuál es?`
      return `No conozco ningún país llamado «${echo(entry.typed)}».${entry.candidates.map((code) => ` ¿Quería decir ${country(code)}?`).join('')}`
    case 'country-assumed':
      return `«${echo(entry.typed)}» se ha leído como ${country(entry.country)}.`
    case 'topic-ambiguous':
      return `«${echo(entry.typed)}» puede ser ${either(topicNames(entry.topics))}. Se muestra lo que se dice de cada tema; nombre uno para ver solo ese.`
    case 'topic-searched-as-words':
      return `«${echo(entry.typed)}» no es un tema de la lista; se han buscado las palabras tal cual.`
    case 'not-stated':
      return `Las fichas hablan de «${echo(entry.about, 120)}», pero no ${THINGS.has(entry.asked) ? 'dan' : 'dicen'} ${ASKED[entry.asked]}. Lo que sí dicen:`
    case 'not-supported':
      return entry.missing.length === 0
        ? 'Las fichas no dicen esto. Lo más cercano:'
        : `Las fichas no dicen esto: nada habla de ${either(entry.missing.map((word) => `«${echo(word)}»`))} en relación con lo preguntado. Lo más cercano:`
    case 'year-not-found':
      return `No hay nada para ${list(entry.years.map(String))}.`
    case 'missing-country':
      return `Para ${country(entry.country)} las fichas no dicen nada sobre esto.`
    case 'bad-value':
      return `${echo(entry.option)}: «${echo(entry.value)}» no sirve; se espera ${expected(entry.expected)}.`
    case 'missing-option':
      return `Rellene ${either(entry.options.map((option) => `\`${option}\``))}.`
    case 'unknown-command':
      return `No existe la orden /${echo(entry.command)}.${entry.nearest.length > 0 ? ` ¿Quería decir ${either(entry.nearest.map((name) => `/${name}`))}?` : ''} /help las muestra todas.`
    case 'funding-not-stated':
      return `Las fichas no indican fondos${entry.account === null ? '' : ` ${echo(entry.account)}`}${entry.country === null ? '' : ` para ${country(entry.country)}`}${entry.years.length === 0 ? '' : ` en ${fiscalYears(entry.years)}`}.`
    case 'funding-countries':
      return entry.countries.length === 0
        ? 'Ninguna ficha indica fondos por año.'
        : `Hay fondos por año para ${names(entry.countries)}.`
    case 'funding-none':
      return 'Ninguna ficha indica fondos por año.'
    case 'funding-have':
      return `Para ${country(entry.country)} hay cifras en ${fiscalYears(entry.years)}${entry.accounts.length === 0 ? '' : ` (${entry.accounts.map((account) => echo(account)).join(', ')})`}.`
    case 'funding-promised':
      return `El título «${escapeMarkdown(entry.heading)}» de la fuente anuncia ${fiscalYears(entry.years)}, pero ninguna línea lo da.`
    case 'funding-caveat':
      return entry.printed === null
        ? SPANISH_CAVEATS[entry.caveat]
        : `${entry.year === null ? '' : `Año fiscal ${entry.year}, `}${escapeMarkdown(entry.printed)}: ${SPANISH_CAVEATS[entry.caveat]}`
    case 'funding-differs':
      return `Las fichas dan cifras distintas para ${country(entry.country)} en ${fiscalYears(entry.years)}. Se muestran con sus fechas; ninguna se prefiere.`
    case 'funding-sum':
      return `Suma de ${fiscalYears(entry.years)}${entry.account === null ? '' : `, ${echo(entry.account)}`}: ${money(entry.amount, entry.currency)} (suma nuestra, no de la fuente).`
    case 'sheet-dated':
      return `La fecha de la ficha «${echo(entry.title, 120)}».`
    case 'no-dates':
      return `Las fichas no dan ninguna fecha para ${country(entry.country)}.`
    case 'no-named-programs':
      return `Las fichas no nombran ningún programa ni proyecto para ${country(entry.country)}.`
    case 'term-unknown':
      return `Las fichas no explican ni nombran «${echo(entry.typed)}».${entry.nearest.length > 0 ? ` ¿Quería decir ${either(entry.nearest.map((term) => echo(term)))}?` : ''}`
    case 'sheets-differ':
      return 'Las fichas dan cifras distintas sobre esto. Se muestran con sus fechas; no se prefiere ninguna.'
    case 'figures-none':
      return `Las fichas no dan cifras${entry.topic === null ? '' : ` sobre ${echo(topicName(entry.topic))}`}${entry.country === null ? '' : ` para ${country(entry.country)}`}.`
    case 'citation-unknown':
      return `Ninguna cita tiene el id «${echo(entry.typed)}».${entry.nearest.length === 0 ? '' : ` ¿Quería decir ${either(entry.nearest.map((id) => `\`${id}\``))}?`}`
    case 'citation-moved':
      return 'La ficha se ha editado desde que se citó: las mismas palabras están ahora en otro lugar de ella.'
    case 'citation-gone':
      return entry.sheetIsThere
        ? `Estas palabras ya no están en «${echo(entry.sheet)}». Se ha editado desde que se citaron.`
        : `«${echo(entry.sheet)}» ya no está entre las fichas.`
    case 'citation-replaced':
      return entry.same
        ? `La ficha citada fue sustituida por «${echo(entry.sheet)}», donde están las mismas palabras:`
        : `La ficha citada fue sustituida por «${echo(entry.sheet)}», donde no están estas palabras.`
    case 'words-nowhere':
      return `Estas palabras no están en ninguna ficha: «${echo(entry.typed, 300)}».`
    case 'words-altered':
      return `Estas palabras no están así en ninguna ficha: «${echo(entry.typed, 300)}». El pasaje más cercano:`
    case 'words-in-places':
      return `Estas palabras están en ${entry.more ? 'más de ' : ''}${entry.count} lugares${entry.shown < entry.count ? `; se muestran los primeros ${entry.shown}` : ''}. Dé a /cite el id del que quiera.`
    case 'country-default':
      return `Leído para ${country(entry.country)}, el país de este servidor; nombre otro para verlo.`
    case 'did-you-mean-topic':
      return `¿Quería decir ${either(topicNames(entry.nearest))}?`
  }
}

function date(printed: string | null, notBefore: string | null): string {
  if (printed !== null) return dateAndAge(printed, LOCALE)
  if (notBefore === null) return 'sin fecha impresa'
  const age = yearsAtMost(notBefore, LOCALE)
  const after = `${/^\d+-\d+-/.test(notBefore) ? 'del' : 'de'} ${dateInWords(notBefore, LOCALE)}`
  return `sin fecha impresa; escrito después ${after}${age === null ? '' : `, ${age} como mucho`}`
}

function fundingMark(line: FundingLine): string {
  const marks = [
    ...(line.status === 'request' ? ['solicitado'] : []),
    ...(line.status === 'malformed' ? ['errata en la fuente, sin cantidad'] : []),
    ...(line.status === 'cumulative' ? ['de varios años'] : []),
    ...(line.total ? ['suma que da la fuente'] : []),
    ...(line.country === null ? ['compartido con otros'] : []),
  ]
  return marks.join(', ')
}

function fiscalYear(year: number | null, through: number | null): string {
  if (year === null) return 'sin año'
  return through === null ? `Año fiscal ${year}` : `Años fiscales ${year}–${through}`
}

export const spanish: Words = {
  citing: spanishCiting,
  checking: spanishChecking,
  dossier: spanishDossier,
  privacy: spanishPrivacy,
  corpus: spanishCorpus,
  store: spanishStore,
  chart: spanishChart,
  locale: LOCALE,
  note,
  asked: (asked) => ASKED[asked],
  country,
  countryTyped: (typed) => TYPED_COUNTRIES.get(folded(typed)) ?? typed,
  topic: topicName,
  topicTyped: (typed) => TYPED_TOPICS.get(folded(typed)) ?? typed,
  command: ({ name, description }) => SPANISH_COMMANDS[name] ?? description,
  list,
  date,
  fiscalYear,
  fundingMark,
  figureDates: (since, asOf) => [
    ...(since === null ? [] : [`desde ${since}`]),
    ...(asOf === null ? [] : [`a fecha de ${asOf}`]),
  ],
  label: {
    open: 'abrir la fuente',
    noAddress: 'dirección desconocida',
    noPublisher: 'editor no indicado',
    alsoIn: 'también en',
    inItsPassage: 'En su pasaje:',
    more: (count) => `${count} más que no se muestran aquí.`,
    related: 'No es una respuesta, pero está cerca:',
    tryInstead: 'Pruebe:',
    understood: 'Entendido:',
    promise:
      'Encuentro y cito lo que dicen las fichas, palabra por palabra y en su idioma, cada cita con su fuente. Lo que no dicen, lo digo.',
    chat: 'No hace falta ninguna orden: mencióneme con una pregunta, escríbame directamente o responda a una respuesta para seguir desde ella.',
    glossary: (count) =>
      count === 1 ? '1 término que las fichas explican' : `${count} términos que las fichas explican`,
    sources: (count) => (count === 1 ? '1 ficha' : `${count} fichas`),
    retrieved: (day) => `consultado el ${dateInWords(day, LOCALE)}`,
    fault: (id) => `Algo ha fallado por mi parte. Quien mantiene el bot lo encuentra en el registro con ${id}.`,
    staleButton: 'Este botón es de un mensaje antiguo y ya no funciona. Pregunte de nuevo.',
    unknownCommand: 'No conozco (todavía) esta orden; puede haber cambiado. Pruebe /help.',
    noWords: 'Este mensaje no tiene palabras que yo pueda leer.',
    nextPage: (page, pages) => `Más (${page} de ${pages})`,
    previousPage: (page, pages) => `Atrás (${page} de ${pages})`,
    wholeSection: 'Sección completa',
    share: 'Compartir en el canal',
    sharedBy: (person) => `Compartido por ${person}`,
    notAsked: 'No es lo que pregunté',
    judged: (kept) =>
      kept
        ? 'Gracias. Las palabras de la pregunta se guardan sin su nombre, para quien cuida de las fichas.'
        : 'Gracias. No se ha guardado nada: este servidor no guarda preguntas, o ahora mismo no es posible.',
    remove: 'Quitar',
    removed: 'Quitado por quien preguntó.',
    onlyAsker: 'Aquí solo puede hacerlo quien preguntó. Pregunte lo mismo y tendrá sus propias páginas.',
    outdated: 'Las fichas han cambiado desde que se mostró esto. Pregunte de nuevo para ver lo que dicen ahora.',
    askAgain: 'Preguntar de nuevo',
    tooMany: (who, seconds) =>
      `${who === 'person' ? 'Han sido muchas preguntas en poco tiempo' : 'En este canal se ha preguntado mucho en poco tiempo'}. Pregunte de nuevo dentro de ${seconds === 1 ? 'un segundo' : `${seconds} segundos`}.`,
    nothingFor: (typed) => `«${echo(typed)}»: las fichas no lo dicen.`,
  },
  funding: {
    allAccounts: 'Todas las cuentas',
    allYears: 'Todos los años',
    csv: 'CSV',
    asFile: (figures) =>
      figures === 1
        ? 'La cifra en un archivo CSV, con su cita:'
        : `Las ${figures} cifras en un archivo CSV, cada una con su cita:`,
  },
  settings: {
    title: 'Ajustes de este servidor',
    country: (name) =>
      name === null ? 'País: no se supone ninguno' : `País, si no se nombra ninguno: ${escapeMarkdown(name)}`,
    replies: (isPrivate) =>
      isPrivate ? 'Respuestas: privadas mientras no se compartan' : 'Respuestas: visibles para todos',
    chat: (everywhere, exceptions) =>
      `Respuestas a menciones: ${everywhere ? 'sí' : 'no'}${exceptions.length === 0 ? ' en todos los canales' : `, pero ${everywhere ? 'no' : 'sí'} en ${list(exceptions)}`}`,
    saved: 'Guardado.',
    notSaved: 'No se han podido guardar los ajustes; siguen como estaban. Inténtelo más tarde.',
    onlyManagers: 'Solo quien puede gestionar este servidor puede cambiar sus ajustes.',
    onlyServers: 'Solo hay ajustes en un servidor que ha añadido el bot.',
  },
}
