const CHARACTER = { width: 8.4, height: 18 };
const MARGIN = 16;
const FONT = 'ui-monospace, SFMono-Regular, Menlo, Consolas, DejaVu Sans Mono, monospace';

/** A terminal with a command and what it printed, as SVG. Rows keep their width in any fixed-width font. */
export function terminalPicture(command: string, printed: string): string {
  const rows = [`$ ${command}`, ...printed.trimEnd().split('\n')];
  const columns = Math.max(...rows.map((row) => row.length));
  const width = Math.ceil(columns * CHARACTER.width) + 2 * MARGIN;
  const height = rows.length * CHARACTER.height + 2 * MARGIN;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="${FONT}" font-size="14" xml:space="preserve">`,
    `<rect width="${width}" height="${height}" rx="8" fill="#1e1f24"/>`,
    ...rows.map((row, at) => textOf(row, at)),
    '</svg>',
    '',
  ].join('\n');
}

function textOf(row: string, at: number): string {
  if (row === '') return '';
  const y = MARGIN + (at + 0.75) * CHARACTER.height;
  const length = (row.length * CHARACTER.width).toFixed(1);
  const colour = at === 0 ? '#8fc78f' : '#e4e4e4';
  return `<text x="${MARGIN}" y="${y}" textLength="${length}" lengthAdjust="spacingAndGlyphs" fill="${colour}">${escaped(row)}</text>`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
