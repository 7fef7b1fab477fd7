import type { ComponentChildren } from 'preact';
import type { LetterBlock, LetterSentence } from '../../../src/rights/letter-parts.ts';
import { PLAIN_SENTENCES } from '../../../src/rights/letter-english.ts';
import { sentencePieces } from '../../../src/rights/letter-text.ts';
import type { Letter } from '../../../src/rights/letter.ts';
import { text } from '../../ui/text.ts';
import { readingText } from './letter-reading.ts';

interface LetterPreviewProps {
  letter: Letter;
  complete: boolean;
  id: string;
}

/** The letter as it goes out, and beside it, for reading, in the language of the page where that is not English. */
export function LetterPreview({ letter, complete, id }: LetterPreviewProps) {
  const translated = readingText({ id: 'salutation' }) !== PLAIN_SENTENCES.salutation;
  return (
    <>
      <h4 id={id}>{text('letterPreview')}</h4>
      {translated && <p class="aside">{text('letterInEnglish')}</p>}
      <article class={complete ? 'paper' : 'paper incomplete'} lang="en" dir="ltr" aria-labelledby={id}>
        <Blocks letter={letter} show={englishSentence} />
      </article>
      <p class="not-printed">{text('letterPrintIncomplete')}</p>
      {translated && (
        <details class="reading">
          <summary>{text('letterInYourLanguage')}</summary>
          <Blocks letter={letter} show={readingText} />
        </details>
      )}
    </>
  );
}

type Show = (sentence: LetterSentence) => ComponentChildren;

function Blocks({ letter, show }: { letter: Letter; show: Show }) {
  return (
    <>
      <Block block={letter.head} show={show} />
      <p class="subject">{show(letter.subject)}</p>
      {letter.body.map((block, position) => (
        <Block key={position} block={block} show={show} />
      ))}
      {letter.signature.length > 0 && <p class="signature">{letter.signature.join('\n')}</p>}
    </>
  );
}

function Block({ block: { kind, sentences }, show }: { block: LetterBlock; show: Show }) {
  return (
    <p class={kind}>
      {sentences.map((sentence, position) => (
        <span key={position}>{show(sentence)} </span>
      ))}
    </p>
  );
}

function englishSentence(sentence: LetterSentence) {
  return (
    <>
      {sentencePieces(sentence).map((piece, position) =>
        piece.blank ? <mark key={position}>{piece.text}</mark> : piece.text,
      )}
    </>
  );
}
