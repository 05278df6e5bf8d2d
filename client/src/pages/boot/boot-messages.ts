import type { ChainLink, UnitTimes } from '../../systemd/boot-times.ts';

/** The three pages about the boot: when units were started, which took longest, what a unit waited for. */
export type BootView = 'plot' | 'blame' | 'chain';

/** What the extension says to a page. */
export interface ToBoot {
  readonly kind: 'boot';
  readonly view: BootView;
  readonly title: string;
  /** A sentence below the title; may be empty. */
  readonly summary: string;
  readonly units: readonly UnitTimes[];
  /** Microseconds; undefined while the boot goes on. */
  readonly finish?: number | undefined;
  readonly chain: readonly ChainLink[];
}

/** What a page says to the extension. */
export type FromBoot =
  | { readonly kind: 'ready' }
  /** `unit` is the name of one that has a file. */
  | { readonly kind: 'open'; readonly unit: string }
  | { readonly kind: 'refresh' }
  | { readonly kind: 'save'; readonly format: 'csv' | 'txt'; readonly text: string }
  /** The picture as systemd-analyze draws it. */
  | { readonly kind: 'picture' };
