/** What /privacy says. */
export interface PrivacyWords {
  /** What is kept of whoever asks, a line each. @param saved how many citations their own dossier holds */
  kept(saved: number): readonly string[]
  deleted(count: number): string
}
