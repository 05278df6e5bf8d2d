import type { FileRule } from '../../engine/rule.ts';

const WHY = {
  hidden: 'Its name begins with a dot, and systemd passes over hidden files; nothing in it is judged.',
  suffix: 'Its name does not end in .conf, and systemd reads no other drop-ins; nothing in it is judged.',
};

export const dropInName: FileRule = {
  id: 'drop-in-name',
  scope: 'file',
  docs: {
    what: 'A file in a drop-in folder that systemd does not read.',
    severities: ['info'],
    why: 'In folders such as web.service.d/ systemd reads files whose names end in .conf and do not begin with a dot. It skips backups such as 10-limits.conf~ and 10-limits.conf.rpmsave silently.',
    bad: '# web.service.d/override\n[Service]\nNice=5',
    good: '# web.service.d/override.conf\n[Service]\nNice=5',
    manual: ['systemd.unit(5)'],
  },
  check({ source }, report) {
    const { skipped } = source.identity;
    if (!skipped) return;
    const message = WHY[skipped];
    report({ ...(source.tree.sections[0]?.header.textSpan ?? { start: 0, end: 0 }), severity: 'info', message });
  },
};
