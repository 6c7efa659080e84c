/**
 * Discord's limits, each with the page of Discord's documentation it comes from. Nothing else states one.
 * - components: docs/components/reference
 * - commands and choices: docs/interactions/application-commands
 */

/** Characters of text in all components of one message together. */
export const MESSAGE_TEXT = 4000
/** Components in one message, nested ones counted. */
export const MESSAGE_COMPONENTS = 40
/** Choices of an autocomplete answer. */
export const CHOICES = 25
/** Characters of a choice's name or value. */
export const CHOICE_TEXT = 100
/** Characters of a component's custom_id. */
export const CUSTOM_ID = 100
/** Characters of a button's label. */
export const BUTTON_LABEL = 80
/** Buttons in one row. */
export const BUTTONS_PER_ROW = 5
/** Characters of a link button's address. */
export const LINK_URL = 512
/** Characters of a select menu's placeholder. */
export const SELECT_PLACEHOLDER = 150
/** Options of a select menu. */
export const SELECT_OPTIONS = 25
/** Bytes of text that a message may have in practice: larger ones are refused though no page says so. */
export const MESSAGE_BYTES = 10_000
