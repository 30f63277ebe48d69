/**
 * A browser and its system in words: "Firefox on Windows". An empty string if the header says nothing that we know.
 * The words come from these tables only, never from the header, which can hold anything.
 */
export function deviceOf(userAgent: string | undefined): string {
  const text = (userAgent ?? '').slice(0, 500)
  const [browser, system] = [nameIn(browsers, text), nameIn(systems, text)]
  if (browser !== null && system !== null) return `${browser} on ${system}`
  return browser ?? system ?? ''
}

type Names = readonly (readonly [sign: RegExp, name: string])[]

// Browsers name others too, to be sent the same pages. So the first match counts, and the imitated ones come last.
const browsers: Names = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\b(OPR|Opera|OPiOS)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bVivaldi\//, 'Vivaldi'],
  [/\bYaBrowser\//, 'Yandex Browser'],
  [/\bDuckDuckGo\/|\bDdg\//, 'DuckDuckGo'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|Chromium|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/\bVersion\/[\d.]+.* Safari\//, 'Safari'],
  [/^curl\//, 'curl'],
]

const systems: Names = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'Mac'],
  [/\bLinux\b|\bX11\b/, 'Linux'],
]

function nameIn(names: Names, text: string): string | null {
  return names.find(([sign]) => sign.test(text))?.[1] ?? null
}
