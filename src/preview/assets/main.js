/** Puts the page together: welcome, composer, messages, panel, theme, and the address that names a reply. */
import { getWelcome, whatWentWrong } from './api.js'
import { giveBack, setNotice, setReply, startComposer, useLine } from './composer.js'
import { byId, el, icon } from './dom.js'
import { addressOf, findAsked, send, setMenus, startMessages } from './messages.js'
import { startPanel } from './panel.js'
import { startTheme } from './theme.js'

/** @import { Sent } from './composer.js' */

// Reached by keyboard, so that the arrows scroll it.
byId('scroller').tabIndex = 0
startTheme()
startPanel()
startSidebar()
startMessages({ useCommand: useLine, reply: (id, words) => setReply({ id, words }), notice: setNotice })
startComposer((sent) => {
  history.pushState(null, '', addressOf(sent.input))
  void run(sent)
})
window.addEventListener('popstate', openAddress)
openAddress()
showWelcome().catch((error) => {
  setMenus([])
  setNotice(whatWentWrong(error))
})

/** @param {Sent} sent */
async function run({ input, replyTo }) {
  setNotice('')
  const exchange = await send(input, replyTo)
  if (exchange.kind === 'refused') {
    setNotice(exchange.text)
    giveBack(input, exchange.option)
  } else if (exchange.kind === 'silence') setNotice('Footnote has nothing to say to that.')
}

/** Shows the reply that the address names; what another site's link asks for waits for Enter. */
function openAddress() {
  const input = new URLSearchParams(location.search).get('q')?.trim() ?? ''
  byId('welcome').hidden = input !== ''
  if (input === '') {
    // On a touch screen this would open the keyboard over the welcome.
    if (matchMedia('(hover: hover)').matches) byId('line').focus()
    return
  }
  const there = findAsked(input)
  if (there !== null) there.scrollIntoView({ block: 'start' })
  else if (document.documentElement.dataset['run'] === 'yes') void run({ input, replyTo: null })
  else useLine(input)
}

async function showWelcome() {
  const { commands, menus, examples } = await getWelcome()
  setMenus(menus)
  const chips = examples.map((example) =>
    el('li', {}, el('button', { type: 'button', class: 'example', click: () => start(example) }, example)),
  )
  byId('welcome').replaceChildren(
    el('img', { src: '/preview/assets/footnote.svg', alt: '', width: 68, height: 68 }),
    el('h2', {}, 'Welcome to #footnote'),
    el(
      'p',
      {},
      'Ask about a country or a program. You get the fact sheets’ own words with where they stand, or a plain “the fact sheets do not say”.',
    ),
    chips.length === 0 ? '' : el('p', { class: 'try' }, 'Try one:'),
    el('ul', { class: 'examples' }, ...chips),
    el('p', { class: 'hint' }, 'Or type ', el('kbd', {}, '/'), ' for all commands, or just a question.'),
  )
  byId('commands').replaceChildren(
    ...commands.map(({ name, description, options }) => {
      const required = options.find((option) => option.required)
      const line = required === undefined ? `/${name} ` : `/${name} ${required.name}:`
      const pick = () => {
        closeSidebar()
        useLine(line)
      }
      return el(
        'li',
        {},
        el(
          'button',
          { type: 'button', click: pick },
          el('span', { class: 'command-name' }, `/${name}`),
          el('span', { class: 'command-about' }, description),
        ),
      )
    }),
  )
}

/** @param {string} input */
function start(input) {
  history.pushState(null, '', addressOf(input))
  void run({ input, replyTo: null })
  byId('line').focus()
}

function startSidebar() {
  const button = byId('open-sidebar')
  button.append(icon('menu'))
  button.addEventListener('click', () => {
    const open = byId('sidebar').classList.toggle('open')
    button.setAttribute('aria-expanded', String(open))
  })
  byId('scroller').addEventListener('click', closeSidebar)
  byId('sidebar').addEventListener('keydown', (event) => event.key === 'Escape' && closeSidebar())
}

function closeSidebar() {
  byId('sidebar').classList.remove('open')
  byId('open-sidebar').setAttribute('aria-expanded', 'false')
}
