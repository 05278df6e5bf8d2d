import type { UnitComparison } from './compare-trees.ts';
import type { Difference, Side } from './compare-units.ts';
import type { Effect } from './effect.ts';

const OUTCOMES: Readonly<Record<UnitComparison['outcome'], string>> = {
  same: 'is the same',
  form: 'means the same; only its form differs',
  changed: 'means something else',
  added: 'is new',
  removed: 'is gone',
  masked: 'is masked now',
  unmasked: 'is not masked any more',
};

/** Comparisons as plain text: what became of each unit, its settings below, and what it takes for them to count. */
export function comparisonText(comparisons: readonly UnitComparison[]): string {
  const told = comparisons.filter(({ outcome }) => outcome !== 'same');
  if (told.length === 0) return 'No difference.\n';
  const blocks = told.map(({ unit, outcome, differences }) =>
    [`${unit} ${OUTCOMES[outcome]}.`, ...differences.flatMap(differenceLines)].join('\n'),
  );
  return `${[...blocks, ...effectLines(told)].join('\n')}\n`;
}

const EFFECTS: Readonly<Record<Effect, string>> = {
  reload: 'daemon-reload',
  restart: 'restart',
  enable: 'reenable',
};

function differenceLines({ section, key, old, new: now, effect }: Difference): string[] {
  const head = `  [${section}] ${key}=  (${EFFECTS[effect]})`;
  return [head, ...sideLines('-', old), ...sideLines('+', now)];
}

const sideLines = (sign: string, side: Side | undefined): string[] =>
  (side?.values ?? []).map((value, index) => {
    const place = side!.places[index];
    return `    ${sign} ${value}${place ? `    ${place.path}:${place.line}` : ''}`;
  });

/** What has to be done, once for all units. */
function effectLines(comparisons: readonly UnitComparison[]): string[] {
  const having = (effect: Effect): string[] =>
    comparisons.flatMap(({ unit, differences }) => (differences.some((each) => each.effect === effect) ? [unit] : []));
  const [restart, enable] = [having('restart'), having('enable')];
  const needsReload = comparisons.some(
    ({ outcome, differences }) =>
      outcome !== 'form' && (outcome !== 'changed' || differences.some((each) => each.effect !== 'enable')),
  );
  return [
    ...(needsReload ? ['', 'systemd reads it at: systemctl daemon-reload'] : []),
    ...(restart.length > 0 ? [`What runs keeps its old settings until: systemctl restart ${restart.join(' ')}`] : []),
    ...(enable.length > 0 ? [`[Install] counts when it is enabled anew: systemctl reenable ${enable.join(' ')}`] : []),
  ];
}
