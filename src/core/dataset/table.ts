/** Where a line's texts can be read again: the byte offset of the line in its file. */
export type Place = number;

/** What a fold holds of one kind, by id. Its values are made as they are asked for: they are for reading, not for keeping. */
export interface Table<Id, Row> {
  readonly size: number;
  has(id: Id): boolean;
  get(id: Id): Row | undefined;
  keys(): Iterable<Id>;
  values(): Iterable<Row>;
}
