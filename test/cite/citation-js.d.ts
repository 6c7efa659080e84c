/** The little of Citation.js that the tests use; it comes without types. */
declare module '@citation-js/core' {
  export const plugins: {
    readonly input: {
      /** Reads text of any registered format into CSL-JSON items. */
      chain(input: string, options: { readonly generateGraph: false; readonly forceType?: string }): unknown
    }
  }
}

declare module '@citation-js/plugin-bibtex'
declare module '@citation-js/plugin-ris'
