// Units of any length. The worst for us: every line names units or sets variables, which rules look at word by word.
export function longUnit(lines) {
  const half = Math.max(1, Math.floor((lines - 4) / 2));
  const text = ['[Unit]', 'Description=x'];
  for (let i = 0; i < half; i++) text.push(`After=unit-${i}.service foo.target`);
  text.push('[Service]', 'ExecStart=/bin/true');
  for (let i = 0; i < half; i++) text.push(`Environment="FOO${i}=bar ${i}" B=c`);
  return `${text.join('\n')}\n`;
}
