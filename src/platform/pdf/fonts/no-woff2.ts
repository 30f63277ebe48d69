/** Stands in for fontkit's decompressor of WOFF2 fonts, because Parley's fonts are TrueType. It would take a tenth of the Worker. */
export default function decompress(): never {
  throw new Error('WOFF2 fonts are not supported. Use TrueType.')
}
