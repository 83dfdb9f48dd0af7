/** A record of one of the two systems. */
export interface RecordName {
  readonly system: string;
  readonly entity: string;
  readonly id: string;
}
