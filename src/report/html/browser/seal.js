/**
 * A signature before it is sealed, as `src/report/signatures/signoff.ts` has it.
 * @typedef {{ text: string, words: string, checks: string, engine: string, source: string, target: string, verdict: string }} Bound
 * @typedef {{ requirement: string, result: string, name: string, role: string, signed: string, decision: string, remark: string, bound: Bound }} Content
 * @typedef {Content & { seal: string }} Signature
 */

/**
 * The same seal as `sealedText` there gives, in the same order.
 * @param {Content} content
 * @returns {Promise<Signature>}
 */
export async function seal(content) {
  const { requirement, result, name, role, signed, decision, remark, bound } = content;
  const { text, words, checks, engine, source, target, verdict } = bound;
  const said = [requirement, result, name, role, signed, decision, remark];
  const sealed = JSON.stringify([...said, text, words, checks, engine, source, target, verdict]);
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(sealed));
  const hex = [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0'));
  return { ...content, seal: hex.join('') };
}
