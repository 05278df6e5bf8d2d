import { contextOf } from '../engine/judged-file.ts';
import type { Signature } from '../values/value-type.ts';
import { type Document, placeAt } from './document.ts';

/** The form of a structured value, and the part the cursor is in. */
export interface SignatureHelp {
  readonly label: string;
  readonly parameters: Signature['parameters'];
  readonly active: number;
}

/** What the value at the cursor is made of; undefined for values that are one word. */
export function signatureHelp(document: Document, offset: number): SignatureHelp | undefined {
  const place = placeAt(document, offset);
  const { judged, version } = document;
  if (place.at !== 'value' || !place.directive || !judged) return undefined;
  const context = contextOf(place.directive, judged.source.identity, version);
  const signature = place.directive.valueType?.signature?.(context);
  if (!signature) return undefined;
  const { text } = place.node.value;
  // A blank behind the value begins the next part, though it is not part of the value yet.
  const typed = /[ \t]$/.test(document.text.slice(0, offset)) && place.offset === text.length ? `${text} ` : text;
  const active = signature.active(typed, Math.min(typed.length, place.offset + typed.length - text.length));
  return { label: `${place.directive.key}=${signature.label}`, parameters: signature.parameters, active };
}
