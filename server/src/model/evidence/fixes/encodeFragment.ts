/** What binds a value of a report, as it stands behind `#`: readable, without anything that could end a link or a word. */
export function encodeFragment(fragment: string): string {
  return encodeURIComponent(fragment)
    .replace(/%(?:2F|3A|2C|40)/g, decodeURIComponent)
    .replace(/[()*'!]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
