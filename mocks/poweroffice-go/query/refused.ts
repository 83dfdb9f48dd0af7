/** A query that the API does not understand; becomes a refusal of kind `OData`. */
export class QueryRefused extends Error {
  override readonly name = 'QueryRefused';
}
