/** Loads a file of `static/build/fonts` by its name, like `noto-sans-bold.ttf`. Throws if there is no such file. */
export type FontLoader = (file: string) => Promise<ArrayBuffer>

/** Where the static files come from: the ASSETS binding. */
interface StaticFiles {
  fetch(url: string): Promise<{ readonly ok: boolean; arrayBuffer(): Promise<ArrayBuffer> }>
}

/** Loads fonts from the static files of the Worker. */
export function fontsFrom(assets: StaticFiles): FontLoader {
  return async (file) => {
    // The binding ignores the host.
    const response = await assets.fetch(`https://assets.invalid/build/fonts/${file}`)
    if (!response.ok) throw new Error(`The font ${file} is not in the static files`)
    return response.arrayBuffer()
  }
}
