/** What one property can hold. A list is a list of texts or numbers; `null` is "empty". */
export type Value = string | number | boolean | null | readonly (string | number)[];

/** Properties by name or dotted path (`postAddress.postCode`). Absent is the same as `null`. */
export type Properties = Readonly<Record<string, Value>>;
