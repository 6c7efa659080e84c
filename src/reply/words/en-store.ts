import type { StoreWords } from './store.ts'

export const englishStore: StoreWords = {
  locked: 'The store is busy with another program just now. Nothing was lost; please try again in a moment.',
  'read-only': 'The store can only be read at the moment, so nothing can be saved. What was saved before is safe.',
  corrupt:
    'The store’s file is damaged, so dossiers and settings can’t be used. It is left as it is, so that it can be repaired. Questions are answered as ever.',
  newer:
    'The store was written by a newer version of this bot, so dossiers and settings can’t be used until the bot is updated. Nothing was changed in it.',
  foreign: 'The store’s file belongs to another program, so it was not touched. Dossiers and settings can’t be used.',
  'disk-full': 'There is no room left to save this. What was saved before is safe.',
  unavailable: 'The store can’t be reached, so dossiers and settings can’t be used. Questions are answered as ever.',
  'dossier-full':
    'This dossier holds 500 citations, which is as many as it can. Remove some, or export it and clear it.',
  'note-too-long': 'A note can have 1,000 characters at most.',
  'no-such-entry': 'There is no such entry in this dossier. It may have been removed.',
}
