/** The package ships its zod schemas without types; this says as much of them as the stand-in uses. */
declare module 'discord-api-spec/zod' {
  export interface Issue {
    readonly code?: string
    readonly message: string
    readonly path: readonly PropertyKey[]
    readonly errors?: readonly (readonly Issue[])[]
    readonly [detail: string]: unknown
  }
  export interface Schema {
    safeParse(
      value: unknown,
    ): { success: true; data: unknown } | { success: false; error: { issues: readonly Issue[] } }
  }
  export const ApplicationCommandUpdateRequestSchema: Schema
  export const ApplicationCommandAutocompleteCallbackRequestSchema: Schema
  export const CreateMessageInteractionCallbackRequestSchema: Schema
  export const UpdateMessageInteractionCallbackRequestSchema: Schema
  export const ModalInteractionCallbackRequestSchema: Schema
  export const PongInteractionCallbackRequestSchema: Schema
  export const IncomingWebhookInteractionRequestSchema: Schema
  export const IncomingWebhookUpdateRequestPartialSchema: Schema
  export const IncomingWebhookUpdateForInteractionCallbackRequestPartialSchema: Schema
  export const MessageCreateRequestSchema: Schema
  export const MessageEditRequestPartialSchema: Schema
}
