/** The cell formats of the workbook: their indexes in `cellXfs`. */
export const cellFormats = {
  heading: 1,
  text: 2,
  instant: 3,
  number: (places: number): number => 4 + places,
  /** The maximum of decimal places in a number format. */
  maxFractionDigits: 30,
} as const;

/** The ids of built-in number formats, and the first free id. */
const builtIn = { general: 0, integer: 3, hundredths: 4, text: 49 } as const;
const instant = 164;
const decimals = 165;

const formatId = (places: number): number =>
  places === 0 ? builtIn.integer : places === 2 ? builtIn.hundredths : decimals + places;

/** Returns the styles of a workbook whose numbers have at most `maxFractionDigits` decimal places. */
export function stylesXml(namespace: string, maxFractionDigits: number): string {
  const places = Array.from({ length: maxFractionDigits + 1 }, (_, index) => index);
  const own = places.filter((count) => formatId(count) >= decimals);
  const formats = [
    `<numFmt numFmtId="${instant}" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/>`,
    ...own.map((count) => `<numFmt numFmtId="${formatId(count)}" formatCode="#,##0.${'0'.repeat(count)}"/>`),
  ];
  const cells = [
    cell(builtIn.general),
    cell(builtIn.text, 1),
    cell(builtIn.text),
    cell(instant),
    ...places.map((count) => cell(formatId(count))),
  ];
  const font = (weight: string) => `<font>${weight}<sz val="11"/><name val="Calibri"/><family val="2"/></font>`;
  const fill = (pattern: string) => `<fill><patternFill patternType="${pattern}"/></fill>`;
  return `<styleSheet xmlns="${namespace}"><numFmts count="${formats.length}">${formats.join('')}</numFmts><fonts count="2">${font('')}${font('<b/>')}</fonts><fills count="2">${fill('none')}${fill('gray125')}</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${cells.length}">${cells.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}

const cell = (format: number, font = 0): string =>
  `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>`;
