import { text } from '../ui/text.ts';

/** That other hosts were not looked at, by the user's own choice: the answer is about the page's own host. */
export function PageOnly() {
  return (
    <section class="notice" aria-labelledby="page-only-title">
      <h2 id="page-only-title">{text('pageOnlyTitle')}</h2>
      <p>{text('pageOnlyNote')}</p>
    </section>
  );
}
