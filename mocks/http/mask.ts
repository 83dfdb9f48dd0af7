const shown = new Set(['grant_type', 'client_id']);

/** The body of a token request as the ledger may hold it: names stay, secrets do not. */
export function maskedForm(contentType: string, body: string): string {
  if (body === '') return '';
  if (!contentType.startsWith('application/x-www-form-urlencoded')) return '***';
  const pairs = [...new URLSearchParams(body)];
  return pairs.map(([name, value]) => `${name}=${shown.has(name) ? value : '***'}`).join('&');
}

/** The answer to a token request as the ledger may hold it, a damaged one too. */
export function maskedToken(body: string): string {
  return body.replaceAll(/"(access_token|refresh_token)":"[^"]*"?/g, '"$1":"***"');
}
