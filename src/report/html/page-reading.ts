import { decodeXML } from 'entities/decode';

/** Reading a rendered page back, for its tests. */

const tag = /<(\/?[a-z0-9]+)((?:[^">]|"[^"]*")*)>/g;

/** Tag and attribute names in order, without those that marks and cuts add. */
export function skeletonOf(page: string): readonly string[] {
  const unmarked = page.replaceAll(/<span class="(?:mark|cut)">[^<]*<\/span>/g, '');
  return [...unmarked.matchAll(tag)].map(([, name = '', attributes = '']) =>
    [name, ...attributes.matchAll(/\s([a-z-]+)(?:="[^"]*")?/g).map(([, key]) => key)].join(' '),
  );
}

/** The values of an attribute of all elements whose name fits the pattern, decoded. */
export function attributesOf(page: string, name: string, attribute: string): readonly string[] {
  const pattern = new RegExp(`<(?:${name})\\b[^>]*? ${attribute}="([^"]*)"`, 'g');
  return [...page.matchAll(pattern)].map(([, value = '']) => decodeXML(value));
}

/** All text between the tags of the body. */
export function textOf(page: string): string {
  return decodeXML(page.slice(page.indexOf('<body>')).replaceAll(tag, ''));
}
