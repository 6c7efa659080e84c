import type { PrivacyWords } from './privacy.ts'

const citations = (count: number): string => (count === 1 ? '1 cita' : `${count} citas`)

export const spanishPrivacy: PrivacyWords = {
  kept: (saved) => [
    `**De usted:** su propio dossier, con sus notas: ${saved === 0 ? 'está vacío' : citations(saved)}. Se guarda hasta que lo borre con \`/privacy delete\`, y nadie más puede verlo.`,
    '**De canales y servidores:** lo que se guardó en el dossier de un canal, sin decir quién; los ajustes de un servidor.',
    '**De las preguntas:** nada de las que tuvieron respuesta. De las que nadie respondió, o cuya respuesta alguien marcó «No es lo que pregunté», las palabras y un recuento, sin quién preguntó, dónde ni a qué hora.',
    'Los mensajes que no se dirigen al bot no se leen. Nada se entrega a nadie.',
  ],
  deleted: (count) =>
    count === 0
      ? 'No se guardaba nada suyo, así que no había nada que borrar.'
      : `Borrado: su dossier con ${citations(count)} y todas sus notas. No se guardaba nada más de usted.`,
}
