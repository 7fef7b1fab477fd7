import { render } from 'preact';
import { authorityFacts } from '../../src/letsencrypt/facts.ts';
import { newestEdition } from '../../src/policy/editions.ts';
import { browser, isFirefox } from '../platform/browser.ts';
import { describeDocument } from '../ui/document-language.ts';
import { text } from '../ui/text.ts';
import { Options } from './options.tsx';

describeDocument(text('optionsTitle'));
const root = document.getElementById('root');
if (root !== null) {
  const { version } = browser.runtime.getManifest();
  render(
    <Options edition={newestEdition()} factsOf={authorityFacts.asOf} version={version} firefox={isFirefox} />,
    root,
  );
  // The browser looked for the address's section before there was any.
  document.getElementById(location.hash.slice(1))?.scrollIntoView();
}
