import type { StoreWords } from './store.ts'

export const spanishStore: StoreWords = {
  locked: 'El almacén está ocupado por otro programa. No se ha perdido nada; inténtelo de nuevo dentro de un momento.',
  'read-only':
    'Ahora mismo el almacén solo se puede leer, así que no se puede guardar nada. Lo ya guardado está a salvo.',
  corrupt:
    'El archivo del almacén está dañado y no se pueden usar dossieres ni ajustes. Se deja como está para poder repararlo. Las preguntas se responden como siempre.',
  newer:
    'El almacén lo escribió una versión más nueva de este bot; no se pueden usar dossieres ni ajustes hasta que se actualice. No se ha cambiado nada en él.',
  foreign: 'El archivo del almacén es de otro programa y no se ha tocado. No se pueden usar dossieres ni ajustes.',
  'disk-full': 'No queda sitio para guardar esto. Lo ya guardado está a salvo.',
  unavailable:
    'No se llega al almacén y no se pueden usar dossieres ni ajustes. Las preguntas se responden como siempre.',
  'dossier-full': 'Este dossier tiene 500 citas, las que caben. Quite algunas, o expórtelo y vacíelo.',
  'note-too-long': 'Una nota puede tener 1.000 caracteres como mucho.',
  'no-such-entry': 'No existe esa entrada en este dossier. Puede que se haya quitado.',
}
