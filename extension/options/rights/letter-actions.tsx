import { useRef, useState } from 'preact/hooks';
import { mailText, sentenceText, wholeText } from '../../../src/rights/letter-text.ts';
import type { Letter } from '../../../src/rights/letter.ts';
import { mailLink } from '../../../src/rights/mail-link.ts';
import { saveFile } from '../../ui/save-file.ts';
import { text } from '../../ui/text.ts';
import { printLetter } from './print-letter.ts';

interface LetterActionsProps {
  letter: Letter;
  reference: string;
  /** False: the letter may not leave; `MissingList` says why. */
  complete: boolean;
}

/** The ways out for a letter. */
export function LetterActions({ letter, reference, complete }: LetterActionsProps) {
  const place = useRef<HTMLDivElement>(null);
  const [copied, setCopied] = useState<'copied' | 'failed' | null>(null);
  const copy = () => {
    navigator.clipboard.writeText(wholeText(letter)).then(
      () => setCopied('copied'),
      () => setCopied('failed'),
    );
  };
  const print = () => {
    const paper = place.current?.closest('form')?.querySelector('.paper') ?? null;
    if (paper !== null) printLetter(paper);
  };
  return (
    <div ref={place}>
      <div class="ways-out">
        <button type="button" class="button" disabled={!complete} onClick={copy}>
          {text('letterCopy')}
        </button>
        <MailButton letter={letter} complete={complete} />
        <button
          type="button"
          class="button"
          disabled={!complete}
          onClick={() => saveFile(`${reference}.txt`, 'text/plain;charset=utf-8', [wholeText(letter)])}
        >
          {text('letterSave')}
        </button>
        <button type="button" class="button" disabled={!complete} onClick={print}>
          {text('letterPrint')}
        </button>
        <output>
          {copied === 'copied' && text('letterCopied')}
          {copied === 'failed' && text('letterCopyFailed')}
        </output>
      </div>
      {complete && link(letter).tooLong && <p class="aside">{text('letterTooLong')}</p>}
    </div>
  );
}

/** A link, so that every mail program that the browser knows can take it; without the text where that is too long. */
function MailButton({ letter, complete }: { letter: Letter; complete: boolean }) {
  if (!complete) {
    return (
      <button type="button" class="button" disabled>
        {text('letterMail')}
      </button>
    );
  }
  const whole = link(letter);
  const empty = mailLink(letter.to, sentenceText(letter.subject), '');
  return (
    <a class="button" href={whole.tooLong ? empty.href : whole.href}>
      {whole.tooLong ? text('letterMailEmpty') : text('letterMail')}
    </a>
  );
}

function link(letter: Letter) {
  return mailLink(letter.to, sentenceText(letter.subject), mailText(letter));
}
