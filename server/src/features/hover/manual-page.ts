import { escapeMarkdown } from '../../text/markdown.ts';
import type { Environment } from '../environment.ts';
import { linked, pageLink, webLink } from '../manual-text.ts';
import { type Described, referenceAt, type ValuePlace } from './hover-place.ts';

/** `man:systemd.service(5)` in Documentation=. */
export function describeManualPage(place: ValuePlace): Described | undefined {
  const reference = referenceAt(place, ['uri']);
  const page = reference && /^man:(.+\(\w+\))$/.exec(reference.target)?.[1];
  return reference && page ? { ...reference, markdown: pageMarkdown(page, place.environment) } : undefined;
}

/** What a page is about, with a link to it. */
export function pageMarkdown(title: string, environment: Environment): string {
  const { manual } = environment;
  const page = manual?.page(title);
  const link = linked(escapeMarkdown(title), pageLink(title, environment));
  if (!page) {
    const web = pageLink(title, { ...environment, manualLink: webLink });
    return `**${link}** · a manual page that is not installed here.${web ? `\n\nOnline: ${web}` : ''}`;
  }
  const about = manual?.heading(title, 'DESCRIPTION')?.excerpt(900).markdown;
  const name =
    manual
      ?.heading(title, 'NAME')
      ?.plain()
      .replace(/^.*? (?:-|—) /, '') ?? '';
  const head = `**${link}**${name ? ` · ${escapeMarkdown(name)}` : ''}`;
  return about ? `${head}\n\n${about}` : head;
}
