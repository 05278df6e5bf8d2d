import { describe, expect, test } from 'vitest';
import { podmanName } from '../../../server/src/schema/podman.ts';
import { quadletSamples, withPartners } from '../../snippets/quadlet-templates.ts';
import { systems } from '../systems.ts';
import { verifyEach } from '../verify.ts';
import { askQuadlet, podmans } from './podman.ts';

/** What is said of the machine, or of sections that are not for systemd. */
const ASIDE = /is not executable|No such file|network-online|Unknown section 'Quadlet'|Unit \S+ not found/;

if (podmans().length === 0)
  test('Podman is here', (context) => context.skip('no Quadlet on this machine; test/oracle/chroots.sh fetches it'));
else
  describe.each(podmans().map((podman) => [podmanName(podman.version), podman] as const))('Quadlet %s', (_, podman) => {
    const samples = quadletSamples.filter(({ name }) => podman.version >= 507 || name !== 'app.artifact');
    const { answers } = askQuadlet(podman, samples.map(withPartners));
    const version = Math.max(...systems().keys());

    test.each(samples.map(({ title }, index) => [title, index] as const))('makes a service of %s', (title, index) => {
      const { messages, units } = answers[index]!;
      expect([messages, units.size > 0]).toEqual([[], true]);
      const made = [...units].map(([name, text]) => ({ name, text }));
      const said = verifyEach({ version }, made).flatMap((each) => each.messages.map(({ text }) => text));
      expect(
        said.filter((text) => !ASIDE.test(text)),
        title,
      ).toEqual([]);
    });
  });
