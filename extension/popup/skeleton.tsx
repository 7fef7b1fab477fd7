import { text } from '../ui/text.ts';

/** Stands where the answer will be until it is known: grey lines, no state, no words that could turn out wrong. */
export function Skeleton() {
  return (
    <div class="skeleton" aria-busy="true">
      <output class="visually-hidden">{text('looking')}</output>
      <span />
      <span />
      <span />
    </div>
  );
}
