import { readdirSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitepress';
import { ADDRESS, nav, sidebar } from '../pages.mjs';

const grammar = JSON.parse(readFileSync(new URL('../../../syntaxes/systemd.tmLanguage.json', import.meta.url), 'utf8'));

/** Two braces are text here, and not Vue's. */
const asText = (md) => {
  const { text } = md.renderer.rules;
  md.renderer.rules.text = (...of) => text(...of).replace(/\{\{|\}\}/g, '<span v-pre>$&</span>');
};

/** Beside the page of a rule stand all others. */
const rules = readdirSync(new URL('../pages/rules/', import.meta.url))
  .filter((name) => name !== 'index.md')
  .map((name) => name.slice(0, -'.md'.length))
  .map((id) => ({ text: id, link: `/rules/${id}` }));

export default defineConfig({
  title: 'systemd Units',
  description: 'systemd units in VS Code, on the command line, in pipelines and in every editor',
  lang: 'en',
  base: process.env.SITE_BASE ?? '/',
  srcDir: 'pages',
  outDir: 'dist',
  // A fault of a page is a fault of the build.
  ignoreDeadLinks: false,
  markdown: { html: false, config: asText, languages: [{ ...grammar, name: 'systemd' }] },
  themeConfig: {
    nav,
    sidebar: { '/rules/': [{ text: 'Rules', link: '/rules/', items: rules }, ...sidebar], '/': sidebar },
    docFooter: { prev: false, next: false },
    outline: [2, 3],
    search: { provider: 'local' },
    socialLinks: [{ icon: 'github', link: ADDRESS }],
    footer: {
      message: 'No telemetry, no network: this page loads nothing from elsewhere either.',
      copyright: 'MIT',
    },
  },
});
