/** The thread of png.ts: draws what it is sent with the bundled fonts. */
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { parentPort } from 'node:worker_threads'
import { Resvg } from '@resvg/resvg-js'
import { ZOOM } from './look.ts'

/** Text vanishes without a word where no font file is found; loading by path makes a missing one an error. */
const FONTS = join(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json'), '..', 'ttf')
const FONT_FILES = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'].map((name) => join(FONTS, name))

parentPort?.on('message', (svg: string) => {
  const image = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: ZOOM },
    font: { fontFiles: FONT_FILES, loadSystemFonts: false, defaultFontFamily: 'DejaVu Sans' },
  }).render()
  parentPort?.postMessage({ png: new Uint8Array(image.asPng()), width: image.width, height: image.height })
})
