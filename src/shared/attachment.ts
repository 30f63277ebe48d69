/**
 * The `Content-Disposition` of a file to save. Browsers use the name in UTF-8, old ones the name in ASCII. Characters
 * that no file system likes, and line breaks, become hyphens.
 */
export function attachment(filename: string): string {
  const name = filename.replace(unsafe, '-').replace(/^\.+/, '').trim().slice(0, MAX_LENGTH).toWellFormed()
  const known = name || 'download'
  const ascii = known
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^ -~]/g, '_')
  return `attachment; filename="${ascii}"; filename*=UTF-8''${percentEncoded(known)}`
}

const MAX_LENGTH = 150
const unsafe = /[\p{Cc}\p{Cf}"\\/:*?<>|%]+/gu

// `encodeURIComponent` keeps five characters that RFC 8187 does not allow.
function percentEncoded(text: string): string {
  return encodeURIComponent(text).replace(
    /['()*!]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
