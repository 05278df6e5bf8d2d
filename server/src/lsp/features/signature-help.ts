import type { SignatureHelp } from 'vscode-languageserver';
import type { SignatureHelp as SignatureHelpFound } from '../../features/signature-help.ts';
import type { AtPosition, LspFeature } from '../feature-context.ts';
import { runSafe } from '../run-safe.ts';

const triggerCharacters = ['=', ':', ' ', '/', '-', ',', '.'];

export const signatureFeature: LspFeature = ({ connection, service, log, offsetAt }) => {
  connection.onSignatureHelp(
    runSafe('signature help', null, log, (params: AtPosition): SignatureHelp | null => {
      const { uri } = params.textDocument;
      const found = service.askAny<SignatureHelpFound | undefined>(uri, undefined, (features, document) =>
        features.signatureHelp(document, offsetAt(params)),
      );
      if (!found) return null;
      const { label, active } = found;
      const parameters = found.parameters.map(({ label, documentation }) => ({ label, documentation }));
      return { signatures: [{ label, parameters }], activeSignature: 0, activeParameter: active };
    }),
  );
  return { signatureHelpProvider: { triggerCharacters } };
};
