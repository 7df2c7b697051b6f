declare const brand: unique symbol

/** A string or number that only its own parser or maker can produce. Brands stack: a TicketId is also a Ulid. */
export type Brand<T, Name extends string> = T & { readonly [brand]: { readonly [Key in Name]: true } }
