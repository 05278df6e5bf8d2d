// Growth with the length of the unit: a line drawn by hand, so that no library is needed.
const WIDTH = 640;
const HEIGHT = 320;
const MARGIN = 56;
const COLOURS = ['#0b7285', '#c92a2a', '#5f3dc4', '#2b8a3e'];

/** Series of [x, y]; both axes start at nought, so that linear growth is a straight line. */
export function plot(title, series, { x, y }) {
  const points = series.flatMap((line) => line.points);
  const right = Math.max(...points.map(([at]) => at));
  const top = Math.max(...points.map(([, value]) => value)) * 1.1;
  const px = (at) => MARGIN + (at / right) * (WIDTH - 2 * MARGIN);
  const py = (value) => HEIGHT - MARGIN - (value / top) * (HEIGHT - 2 * MARGIN);
  const text = (left, up, words, more = '') =>
    `<text x="${left.toFixed(1)}" y="${up.toFixed(1)}" ${more}>${words}</text>`;
  const drawn = series.map(({ name, points: line }, i) => {
    const path = line.map(([at, value]) => `${px(at).toFixed(1)},${py(value).toFixed(1)}`).join(' ');
    const label = text(MARGIN + 8, MARGIN + 16 * i, name, `fill="${COLOURS[i]}"`);
    return `<polyline points="${path}" fill="none" stroke="${COLOURS[i]}" stroke-width="2"/>\n${label}`;
  });
  const ticks = [0.25, 0.5, 0.75, 1].flatMap((share) => [
    text(
      px(right * share),
      HEIGHT - MARGIN + 18,
      Math.round(right * share).toLocaleString('en'),
      'text-anchor="middle"',
    ),
    text(MARGIN - 8, py(top * share) + 4, (top * share).toFixed(1), 'text-anchor="end"'),
    `<line x1="${MARGIN}" x2="${WIDTH - MARGIN}" y1="${py(top * share)}" y2="${py(top * share)}" stroke="#dee2e6"/>`,
  ]);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12" fill="#343a40">
<title>${title}</title>
<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>
${text(WIDTH / 2, 24, title, 'text-anchor="middle" font-size="14"')}
${ticks.join('\n')}
<path d="M${MARGIN} ${MARGIN}V${HEIGHT - MARGIN}H${WIDTH - MARGIN}" fill="none" stroke="#343a40"/>
${text(WIDTH / 2, HEIGHT - 12, x, 'text-anchor="middle"')}
${text(MARGIN - 8, MARGIN - 12, y, 'text-anchor="end"')}
${drawn.join('\n')}
</svg>
`;
}
