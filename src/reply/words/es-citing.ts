/** Spanish for citations, checked quotations and dossiers. */

import type { Told } from '../../cite/verify/told.ts'
import { echo } from '../escape.ts'
import type { CheckingWords, CitingWords, DossierWords } from './citing.ts'
import { SPANISH_COMMANDS } from './es-commands.ts'

const list = (items: readonly string[]): string => new Intl.ListFormat('es', { type: 'conjunction' }).format(items)

const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('es')} ${count === 1 ? one : many}`

const yours = (whose: 'person' | 'channel'): string => (whose === 'person' ? 'su dossier' : 'el dossier de este canal')
const Yours = (whose: 'person' | 'channel'): string => (whose === 'person' ? 'Su dossier' : 'El dossier de este canal')

const TOLD: Readonly<Record<Told, string>> = {
  'quotation marks': 'comillas rectas o tipográficas',
  dashes: 'guiones',
  'white space': 'espacios y saltos de línea',
  'letter case': 'mayúsculas',
  ellipsis: 'la forma de los puntos suspensivos',
  'invisible characters': 'caracteres invisibles',
  'character encoding': 'la codificación de las letras',
  markup: 'marcas de formato',
  'marks around it': 'marcas alrededor de la cita',
}

const part = (text: string): string => echo(text, 200)

export const spanishCiting: CitingWords = {
  cite: 'Citar',
  save: 'Guardar',
  chooseToCite: 'Citar o guardar una de estas',
  openSource: 'Abrir la fuente',
  formatName: ({ id, name }) => SPANISH_COMMANDS[`cite.format=${id}`] ?? name,
  format: (name) => `Formato: ${name}`,
  saidThen: 'Cuando se citó decía:',
  standsNow: 'En su lugar dice ahora:',
  inFile: 'El texto está en el archivo.',
}

export const spanishChecking: CheckingWords = {
  verbatim: (places) =>
    places > 1
      ? `**Literal.** Está así en ${places < 100 ? places : 'al menos 100'} lugares, el primero:`
      : '**Literal.** Está así en la fuente:',
  altered: '**Alterada.** La fuente lo dice de otro modo:',
  stitched: '**Compuesta.** Sus partes vienen de lugares distintos:',
  absent: '**No está en las fichas.** Ningún pasaje tiene ni la mitad de sus palabras en este orden.',
  told: (told) => `No cuenta como diferencia: ${list(told.map((one) => TOLD[one]))}.`,
  difference: ({ quote, source }) => {
    if (quote === '') return `falta: «${part(source)}»`
    if (source === '') return `añadido: «${part(quote)}»`
    return `«${part(quote)}» → fuente «${part(source)}»`
  },
  more: (count) => `y ${counted(count, 'diferencia')} más`,
  part: (quote) => `«${part(quote)}» está en`,
  leftOver: (quote) => `«${part(quote)}» no es de ninguno de estos`,
  nearest: 'El pasaje más cercano:',
  claims: 'Cantidades y números',
  claim: (text, verdict) => {
    if (verdict === 'stated') return `**${part(text)}**: lo dice la fuente:`
    if (verdict === 'different') return `**${part(text)}**: la fuente da otra cifra:`
    return `**${part(text)}**: no está en las fichas.`
  },
  nothing: 'En este mensaje no hay cita, cantidad ni número que comprobar.',
  found: (quotations, claims) =>
    `Comprobado del mensaje: ${list([...(quotations > 0 ? [counted(quotations, 'cita')] : []), ...(claims > 0 ? [counted(claims, 'cantidad o número', 'cantidades y números')] : [])])}.`,
}

export const spanishDossier: DossierWords = {
  title: (whose, count) => `${Yours(whose)}: ${counted(count, 'cita')}`,
  empty: (whose) =>
    `${Yours(whose)} está vacío. Guarde un extracto con el botón bajo una respuesta, o con /dossier add.`,
  saved: (position, whose) => `Guardado con el número ${position} en ${yours(whose)}.`,
  savedAlready: (position) => `Ya está ahí, con el número ${position}.`,
  noted: (position) => `El número ${position} tiene ahora esta nota:`,
  noteGone: (position) => `El número ${position} ya no tiene nota.`,
  moved: (from, to) => `Movido del número ${from} al número ${to}.`,
  removed: (position) => `Quitado el número ${position}:`,
  exported: (count, format) => `${counted(count, 'cita')} como ${format}:`,
  confirmClear: (count, whose) =>
    `¿Quitar ${counted(count, 'cita')} de ${yours(whose)}? No se puede deshacer; /dossier export guarda una copia.`,
  cleared: (count) => `Quitado: ${counted(count, 'cita')}.`,
  clear: 'Quitar todo',
  show: 'Mostrar el dossier',
  previous: 'Anterior',
  next: 'Siguiente',
  page: (page, pages) => `página ${page} de ${pages}`,
  note: 'Nota:',
  gone: 'estas palabras ya no están en las fichas',
  expectedEntry: (count) =>
    count === 0
      ? 'un número, pero el dossier está vacío'
      : `un número del 1 al ${count}, como los muestra /dossier show`,
}
