import { PAGE_STATES, PAGE_STATE_TITLE, type PageState } from '../../ui/page-state.ts';
import { StateEmblem } from '../../ui/state-emblem.tsx';
import { text, type PlainKey } from '../../ui/text.ts';

const LEGEND = {
  asked: 'legendAsked',
  'may-have-asked': 'legendMayHaveAsked',
  'probably-not-asked': 'legendProbablyNotAsked',
  'no-lets-encrypt': 'legendNoLetsEncrypt',
  'no-site': 'legendNoSite',
  'cannot-tell': 'legendCannotTell',
} as const satisfies Record<PageState, PlainKey>;

/** What each state of the emblem means. */
export function Answers() {
  return (
    <section id="answers" aria-labelledby="answers-title">
      <h3 id="answers-title">{text('answersTitle')}</h3>
      <p>{text('answersIntroduction')}</p>
      <dl class="legend">
        {PAGE_STATES.map((state) => (
          <div key={state}>
            <dt>
              <StateEmblem state={state} name="" />
              {text(PAGE_STATE_TITLE[state])}
            </dt>
            <dd>{text(LEGEND[state])}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
