import type { Page } from 'puppeteer-core';

/** Returns the whole content of a page: its document with field values, its storage, its history, its cookies. */
export async function everythingOnThePage(page: Page): Promise<string> {
  const held = await page.evaluate(async () => {
    const found: string[] = [location.href, document.cookie, JSON.stringify(history.state)];
    const walk = (root: ParentNode & Node): void => {
      for (const element of root.querySelectorAll('*')) {
        for (const { name, value } of element.attributes) found.push(`${name}=${value}`);
        if ('value' in element) found.push(String(element.value));
        if (element.shadowRoot) walk(element.shadowRoot);
      }
      found.push(root.textContent ?? '');
    };
    walk(document);
    found.push(document.documentElement.textContent);
    for (const storage of [localStorage, sessionStorage]) found.push(...Object.entries(storage).flat());
    found.push(...(await indexedDB.databases()).map(({ name }) => `database ${name}`), ...(await caches.keys()));
    found.push(...performance.getEntriesByType('resource').map(({ name }) => decodeURIComponent(name)));
    return found.join('\n');
  });
  return `${held}\n${JSON.stringify(await page.browserContext().cookies())}`;
}
