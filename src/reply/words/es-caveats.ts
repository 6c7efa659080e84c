/** What is doubtful about a figure of funding, in Spanish. */
import type { CaveatKind } from '../../corpus/funding/types.ts'

export const SPANISH_CAVEATS: Readonly<Record<CaveatKind, string>> = {
  'cut-off': 'La fuente se interrumpe aquí.',
  'unclosed-bracket': 'La fuente no cierra el paréntesis.',
  'space-in-number': 'Hay un espacio dentro del número; se ha leído junto.',
  malformed: 'La cifra está mal impresa; no se adivina ninguna cantidad.',
  'run-together': 'Dos cifras están impresas sin separación.',
  'amount-range': 'La fuente da un margen, no una cantidad.',
  'not-whole': 'La cantidad no es un número entero de la moneda.',
  'no-currency': 'La fuente no imprime moneda aquí; se suponen dólares de EE. UU.',
  request: 'Es lo que se solicitó, no lo que se entregó.',
  shared: 'La cantidad se comparte con otros.',
  'calendar-year': 'La fuente nombra el año sin llamarlo año fiscal.',
  'year-from-heading': 'El año está encima de esta línea, no en ella.',
  'scale-from-heading': 'La escala (miles, millones) está encima de esta línea, no en ella.',
  'account-from-heading': 'La cuenta está encima de esta línea, no en ella.',
  included: 'Es parte de otra cantidad de la misma línea.',
  'years-absent': 'El título anuncia años que ninguna línea da.',
  'year-outside-heading': 'El título no abarca este año.',
  conflict: 'Hay cifras distintas para el mismo año; no se prefiere ninguna.',
  'sum-mismatch': 'La suma que da la fuente no coincide con sus partes.',
  tenfold: 'La cifra es unas diez veces las vecinas.',
}
