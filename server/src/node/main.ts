declare const SYSTEMD_UNITS_VERSION: string;

/** Each front end is loaded only when asked for: a check starts without the language server's weight. */
export async function main(): Promise<void> {
  const args = process.argv.slice(2);
  if (args[0] === 'lsp' && !args.includes('--help') && !args.includes('-h')) {
    const { serve } = await import('./serve.ts');
    serve(SYSTEMD_UNITS_VERSION);
    return;
  }
  const [{ runCli }, { nodeCliHost }, { slashed }] = await Promise.all([
    import('../cli/main.ts'),
    import('./cli-host.ts'),
    import('./native-paths.ts'),
  ]);
  process.exitCode = await runCli(nodeCliHost(), args.map(slashed), SYSTEMD_UNITS_VERSION);
}
