/** Code that comes after the page, over a line that may be down just then. */

/**
 * What `load` imports. Chromium and Firefox never ask again for a module that they could not fetch once
 * (whatwg/html 6768), but name it in the error; under another query it is asked for anew, and what it imports is what
 * the page has. Safari names nothing and asks again by itself.
 */
export async function codeOf<Loaded>(load: () => Promise<Loaded>): Promise<Loaded> {
  try {
    return await load();
  } catch (error) {
    const address = /https?:\/\/\S+\.js/.exec(String(error))?.[0];
    if (address === undefined || new URL(address).origin !== location.origin) throw error;
    const again: Loaded = await import(/* @vite-ignore */ `${address}?again=${Date.now()}`);
    return again;
  }
}
