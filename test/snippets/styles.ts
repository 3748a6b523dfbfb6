// Runs in the page: applies a style sheet, and reports rules without effect.

/** Returns the declarations that have no effect on the page, or already held before. Leaves the page as it was. */
export function findIneffectiveStyles(css: string): string[] {
  const faults: string[] = [];
  const classes: string[] = [];
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  const hosts = [...document.querySelectorAll<HTMLElement>('*')].filter((element) => element.shadowRoot);
  const inside = hosts.flatMap(({ shadowRoot }) => [...shadowRoot!.querySelectorAll<HTMLElement>('*')]);
  const plain = (value: string) => value.replaceAll(/\s+/g, ' ').replaceAll('"', "'").trim();
  const valueOf = (element: Element, property: string) => plain(getComputedStyle(element).getPropertyValue(property));
  const styleOf = () =>
    inside.map((element) =>
      ['color', 'background-color', 'font', 'inline-size', 'padding'].map((p) => valueOf(element, p)),
    );
  const without = <T>(read: () => T): T => {
    sheet.disabled = true;
    const value = read();
    sheet.disabled = false;
    return value;
  };

  function checkParts(tag: string, part: string, style: CSSStyleDeclaration): void {
    const found = [...document.querySelectorAll(tag)].flatMap((host) => [
      ...(host.shadowRoot?.querySelectorAll<HTMLElement>(`[part~='${part}']`) ?? []),
    ]);
    if (found.length === 0) faults.push(`no ${tag}::part(${part})`);
    for (const element of found)
      for (const property of style) {
        const [before, after] = [without(() => valueOf(element, property)), valueOf(element, property)];
        element.style.setProperty(property, style.getPropertyValue(property));
        const declared = valueOf(element, property);
        element.style.removeProperty(property);
        if (after !== declared || after === before) faults.push(`${part}: ${property} is ${after}, was ${before}`);
      }
  }

  function checkInherited(selector: string, style: CSSStyleDeclaration): void {
    // A class that is not on the page belongs to an element of the host around the widgets.
    const [, name] = /^\.([\w-]+)$/.exec(selector) ?? [];
    if (name) {
      document.documentElement.classList.add(name);
      classes.push(name);
    }
    const around = [...document.querySelectorAll(selector)];
    const below = hosts.filter((host) => around.some((element) => element.contains(host)));
    if (below.length === 0) faults.push(`${selector} is around no widget`);
    for (const host of below)
      for (const property of style) {
        const here = property.startsWith('--clientele-') ? privateNameOf(host, property) : property;
        const [declared, is] = [plain(style.getPropertyValue(property)), valueOf(host, here)];
        if (is !== declared) faults.push(`${host.localName}: ${property} is ${is}, not ${declared}`);
      }
  }

  /** Returns the private name of a token, which the build shortens. */
  function privateNameOf(host: HTMLElement, token: string): string {
    const sheets = host.shadowRoot?.adoptedStyleSheets ?? [];
    const text = sheets.flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText)).join('\n');
    return new RegExp(`(--_[\\w-]+):\\s*var\\(\\s*${token}\\s*,`).exec(text)?.[1] ?? `no ${token}`;
  }

  const before = JSON.stringify(styleOf());
  document.adoptedStyleSheets = [sheet];
  for (const rule of sheet.cssRules) {
    if (!(rule instanceof CSSStyleRule)) faults.push(`${rule.cssText} is not looked at`);
    else
      for (const selector of rule.selectorText.split(/\s*,\s*/)) {
        const [, tag, part] = /^(.+)::part\(([\w-]+)\)$/.exec(selector) ?? [];
        if (tag && part) checkParts(tag, part, rule.style);
        else checkInherited(selector, rule.style);
      }
  }
  if (JSON.stringify(styleOf()) === before) faults.push('nothing looks different');
  document.adoptedStyleSheets = [];
  document.documentElement.classList.remove(...classes);
  return faults;
}
