// Imported first by every page, so that its texts are in the user's language: the extension hands them in with the page.
import { type Translations, translateWith } from '../localize.ts';

translateWith(JSON.parse(document.body.dataset.translations ?? '{}') as Translations);
