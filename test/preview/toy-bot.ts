/** A bot for the preview's tests: it answers with every kind of component and remembers what it was sent. */
import {
  type APIApplicationCommandInteractionDataOption,
  type APIInteraction,
  type APIMessageTopLevelComponent,
  ApplicationCommandType,
  ButtonStyle,
  ComponentType,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
  ApplicationCommandOptionType as Option,
  type RESTPostAPIApplicationCommandsJSONBody,
  TextInputStyle,
} from 'discord.js'
import type { Bot, InteractionResponse, OutgoingFile } from '#src/discord/surface.ts'

export const declarations: RESTPostAPIApplicationCommandsJSONBody[] = [
  {
    name: 'program',
    description: 'What the fact sheets say of a program in a country',
    options: [
      { name: 'country', type: Option.String, description: 'The country', required: true, autocomplete: true },
      { name: 'topic', type: Option.String, description: 'The topic', autocomplete: true },
    ],
  },
  {
    name: 'ask',
    description: 'Ask in your own words',
    options: [
      { name: 'question', type: Option.String, description: 'Your question', required: true, max_length: 4000 },
    ],
  },
  {
    name: 'cite',
    description: 'A citation in a style',
    options: [
      { name: 'id', type: Option.String, description: 'The citation', required: true },
      {
        name: 'style',
        type: Option.String,
        description: 'Which style',
        choices: [
          { name: 'APA', value: 'apa' },
          { name: 'Chicago', value: 'chicago' },
        ],
      },
      { name: 'short', type: Option.Boolean, description: 'Without the address' },
    ],
  },
  {
    name: 'dossier',
    description: 'Saved citations',
    options: [
      { name: 'list', type: Option.Subcommand, description: 'What is saved' },
      {
        name: 'add',
        type: Option.Subcommand,
        description: 'Save a citation',
        options: [{ name: 'id', type: Option.String, description: 'The citation', required: true }],
      },
    ],
  },
  { name: 'sources', description: 'The fact sheets' },
  { name: 'help', description: 'What I can do' },
  { name: 'Check quotations', type: ApplicationCommandType.Message },
]

const COUNTRIES = ['Atlantis', 'Brobdingnag', 'Lilliput', 'Laputa', 'Ruritania']
const TOPICS = ['border security', 'community policing', 'courts', 'money laundering']

const CHART: OutgoingFile = {
  name: 'funding.svg',
  contentType: 'image/svg+xml',
  data: new TextEncoder().encode(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 260" width="640" height="260"><rect width="640" height="260" fill="#fff"/>${[
      90, 130, 70, 180, 150,
    ]
      .map((h, i) => `<rect x="${60 + i * 110}" y="${220 - h}" width="70" height="${h}" rx="4" fill="#3b5bdb"/>`)
      .join('')}<path d="M40 220H610" stroke="#555"/></svg>`,
  ),
}
const TABLE: OutgoingFile = {
  name: 'funding.csv',
  contentType: 'text/csv',
  data: new TextEncoder().encode('fiscal year,amount\n2007,2250000\n2008,1800000\n'),
}

export interface ToyBot extends Bot {
  readonly received: APIInteraction[]
  /** Words to answer the next `/ask` with, instead of the usual. */
  say: string | null
}

export function toyBot(): ToyBot {
  const received: APIInteraction[] = []
  const bot: ToyBot = {
    declarations,
    received,
    say: null,
    async respond(interaction) {
      received.push(interaction)
      switch (interaction.type) {
        case InteractionType.ApplicationCommandAutocomplete:
          return autocomplete(interaction.data.options ?? [])
        case InteractionType.ApplicationCommand:
          if (interaction.data.type !== ApplicationCommandType.ChatInput)
            return text('Two quotations, both verbatim.', 64)
          return command(interaction.data.name, valuesOf(interaction.data.options ?? []), bot.say)
        case InteractionType.MessageComponent:
          return component(interaction.data)
        case InteractionType.ModalSubmit:
          return text(`Noted: ${JSON.stringify(interaction.data.components)}`, MessageFlags.Ephemeral)
        default:
          return { body: { type: InteractionResponseType.Pong }, files: [] }
      }
    },
    async chat({ content, inReplyTo }) {
      if (content.startsWith('...')) return null
      const words = inReplyTo === null ? content : `${content} (after: ${inReplyTo.asked})`
      return {
        body: { flags: MessageFlags.IsComponentsV2, components: answer('Atlantis', words) },
        files: [CHART, TABLE],
      }
    },
  }
  return bot
}

type Values = Readonly<Record<string, string>>

function valuesOf(options: APIApplicationCommandInteractionDataOption[]): Values {
  return Object.fromEntries(
    options.flatMap((option) =>
      'value' in option ? [[option.name, String(option.value)]] : Object.entries(valuesOf(option.options ?? [])),
    ),
  )
}

function autocomplete(
  options: APIApplicationCommandInteractionDataOption<InteractionType.ApplicationCommandAutocomplete>[],
) {
  const focused = options.find((option) => 'focused' in option && option.focused)
  const typed = focused !== undefined && 'value' in focused ? String(focused.value).toLowerCase() : ''
  const list = focused?.name === 'country' ? COUNTRIES : TOPICS
  const choices = list.filter((each) => each.toLowerCase().includes(typed)).map((name) => ({ name, value: name }))
  return {
    body: { type: InteractionResponseType.ApplicationCommandAutocompleteResult as const, data: { choices } },
    files: [],
  }
}

function command(name: string, values: Values, say: string | null): InteractionResponse {
  switch (name) {
    case 'program':
      return message(answer(values['country'] ?? '', values['topic'] ?? 'everything'), 0, [CHART, TABLE])
    case 'ask':
      return text(say ?? `You asked: ${values['question']}`, 0)
    case 'help':
      return text('## Ask me\nTry `/program country:Atlantis topic:courts`, `/sources` or </dossier list:1>.', 0)
    default:
      return text(`**/${name}** ${JSON.stringify(values)}`, MessageFlags.Ephemeral)
  }
}

function component(data: { custom_id: string; values?: string[] }): InteractionResponse {
  if (data.custom_id === 'note') {
    const field = {
      type: ComponentType.TextInput as const,
      custom_id: 'why',
      style: TextInputStyle.Paragraph,
      required: true,
    }
    const components = [
      { type: ComponentType.TextDisplay as const, content: 'What did you look for? *Nobody’s name is kept.*' },
      {
        type: ComponentType.Label as const,
        label: 'In your words',
        description: 'One sentence is enough',
        component: field,
      },
      {
        type: ComponentType.Label as const,
        label: 'Where',
        component: {
          type: ComponentType.StringSelect as const,
          custom_id: 'where',
          options: COUNTRIES.map((each) => ({ label: each, value: each })),
        },
      },
    ]
    return {
      body: {
        type: InteractionResponseType.Modal,
        data: { custom_id: 'note-form', title: 'Not what I asked', components },
      },
      files: [],
    }
  }
  if (data.custom_id === 'quiet') return { body: { type: InteractionResponseType.DeferredMessageUpdate }, files: [] }
  const components = [
    {
      type: ComponentType.TextDisplay as const,
      content: `### Now showing ${data.values?.join(', ') ?? data.custom_id}`,
    },
  ]
  return {
    body: { type: InteractionResponseType.UpdateMessage, data: { components, flags: MessageFlags.IsComponentsV2 } },
    files: [],
  }
}

function text(content: string, flags: number): InteractionResponse {
  return message([{ type: ComponentType.TextDisplay, content }], flags, [])
}

function message(components: APIMessageTopLevelComponent[], flags: number, files: OutgoingFile[]): InteractionResponse {
  const data = { components, flags: MessageFlags.IsComponentsV2 | flags, allowed_mentions: { parse: [] } }
  return { body: { type: InteractionResponseType.ChannelMessageWithSource, data }, files }
}

const button = (
  style: ButtonStyle.Primary | ButtonStyle.Secondary | ButtonStyle.Success | ButtonStyle.Danger,
  custom_id: string,
  label: string,
  disabled = false,
) => ({
  type: ComponentType.Button as const,
  style,
  custom_id,
  label,
  disabled,
})

function answer(country: string, topic: string): APIMessageTopLevelComponent[] {
  return [
    {
      type: ComponentType.Container,
      accent_color: 0x3b5bdb,
      components: [
        {
          type: ComponentType.TextDisplay,
          content: `## ${country}: ${topic}\n**14 border posts** have been rebuilt since 2005.`,
        },
        {
          type: ComponentType.Section,
          components: [
            {
              type: ComponentType.TextDisplay,
              content:
                '> The Border Guard Service has rebuilt 14 border posts since 2005, and its officers have been trained to detect, deter and detain traffickers along a frontier of 1,344 kilometres.\n-# [Atlantis: criminal justice goals](https://example.gov/atlantis), *U.S. Programs and Accomplishments*, 20 January 2009 · `atl09-3f2a`',
            },
          ],
          accessory: { type: ComponentType.Button, style: ButtonStyle.Secondary, custom_id: 'save', label: 'Save' },
        },
        { type: ComponentType.Separator, divider: true, spacing: 2 },
        {
          type: ComponentType.TextDisplay,
          content:
            '### Funding\n- FY 2007: $2.25 million *(FSA)*\n- FY 2008: $1.80 million\n  - of it $0.4 million for training\n\nWritten <t:1232409600:D>; ||the rest is not stated||.',
        },
        {
          type: ComponentType.MediaGallery,
          items: [{ media: { url: 'attachment://funding.svg' }, description: 'Funding by fiscal year, five bars' }],
        },
        { type: ComponentType.File, file: { url: 'attachment://funding.csv' } },
        {
          type: ComponentType.ActionRow,
          components: [
            {
              type: ComponentType.StringSelect,
              custom_id: 'another',
              placeholder: 'Another topic',
              options: TOPICS.map((each) => ({ label: each, value: each, description: `What is said of ${each}` })),
            },
          ],
        },
        {
          type: ComponentType.ActionRow,
          components: [
            button(ButtonStyle.Primary, 'more', 'More excerpts'),
            button(ButtonStyle.Secondary, 'note', 'Not what I asked'),
            button(ButtonStyle.Success, 'quiet', 'Helpful'),
            button(ButtonStyle.Danger, 'gone', 'Forget', true),
            {
              type: ComponentType.Button,
              style: ButtonStyle.Link,
              url: 'https://example.gov/atlantis',
              label: 'Open the source',
            },
          ],
        },
      ],
    },
  ]
}
