import asked from '../../icons/source/asked.svg?no-inline';
import cannotTell from '../../icons/source/cannot-tell.svg?no-inline';
import mayHaveAsked from '../../icons/source/may-have-asked.svg?no-inline';
import noLetsEncrypt from '../../icons/source/no-lets-encrypt.svg?no-inline';
import noSite from '../../icons/source/no-site.svg?no-inline';
import probablyNotAsked from '../../icons/source/probably-not-asked.svg?no-inline';
import { PAGE_STATE_TITLE, type PageState } from './page-state.ts';
import { text } from './text.ts';

const DRAWING: Record<PageState, string> = {
  asked,
  'may-have-asked': mayHaveAsked,
  'probably-not-asked': probablyNotAsked,
  'no-lets-encrypt': noLetsEncrypt,
  'no-site': noSite,
  'cannot-tell': cannotTell,
};

interface StateEmblemProps {
  state: PageState;
  /** The state's name stands beside it: no need to read it out twice. */
  decorative?: boolean;
}

/** The emblem in one of its states, named in words. */
export function StateEmblem({ state, decorative = false }: StateEmblemProps) {
  const name = decorative ? '' : text(PAGE_STATE_TITLE[state]);
  return <img class="emblem" src={DRAWING[state]} alt={name} width={28} height={28} />;
}
