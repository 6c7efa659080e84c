/** Dark or light: what the system says, until the person says otherwise. */
import { byId, icon } from './dom.js'

const KEY = 'footnote-theme'
const dark = matchMedia('(prefers-color-scheme: dark)')

export function startTheme() {
  const button = byId('toggle-theme')
  apply()
  dark.addEventListener('change', apply)
  button.addEventListener('click', () => {
    localStorage.setItem(KEY, isDark() ? 'light' : 'dark')
    apply()
  })

  function apply() {
    document.documentElement.dataset['theme'] = isDark() ? 'dark' : 'light'
    button.replaceChildren(icon(isDark() ? 'sun' : 'moon'))
    button.setAttribute('aria-label', isDark() ? 'Light theme' : 'Dark theme')
  }
}

function isDark() {
  const chosen = localStorage.getItem(KEY)
  return chosen === null ? dark.matches : chosen === 'dark'
}
