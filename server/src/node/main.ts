declare const SYSTEMD_UNITS_VERSION: string;

const args = process.argv.slice(2);

/** Each front end is loaded only when asked for: a check starts without the language server's weight. */
async function main(): Promise<void> {
  if (args[0] === 'lsp') {
    const { serve } = await import('./serve.ts');
    serve(SYSTEMD_UNITS_VERSION);
    return;
  }
  const [{ runCli }, { nodeCliHost }] = await Promise.all([import('../cli/main.ts'), import('./cli-host.ts')]);
  process.exitCode = await runCli(nodeCliHost(), args, SYSTEMD_UNITS_VERSION);
}

void main();
