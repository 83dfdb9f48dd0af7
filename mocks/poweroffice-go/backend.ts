/** The two back ends that serve v1 (`apis.md 0`). */
export type BackendName = 'netfx' | 'net8';

/** In what the two differ. */
export interface Backend {
  /** Seconds that an access token lives. */
  readonly tokenLifetime: number;
  /** Whether access tokens are JWTs, and come alone; opaque ones come with a refresh token. */
  readonly jwt: boolean;
  /** Whether keys of an order may be separated by spaces alone. */
  readonly spacedOrder: boolean;
  /** Whether query options go without their `$` too. */
  readonly bareOptions: boolean;
  /** Whether an empty query option fails as required, instead of counting as not sent. */
  readonly emptyFails: boolean;
  /** Whether a failed binding is an RFC 9110 problem inside `data`, with `success` true (`apis.md S2`). */
  readonly problemInData: boolean;
  /** Decimals as they are written. */
  readonly decimal?: (value: number) => string;
}

export const backends: Readonly<Record<BackendName, Backend>> = {
  netfx: {
    tokenLifetime: 599,
    jwt: false,
    spacedOrder: true,
    bareOptions: false,
    emptyFails: false,
    problemInData: false,
    decimal: (value) => (Number.isInteger(value) ? `${value}.0` : String(value)),
  },
  net8: {
    tokenLifetime: 1200,
    jwt: true,
    spacedOrder: false,
    bareOptions: true,
    emptyFails: true,
    problemInData: true,
  },
};
