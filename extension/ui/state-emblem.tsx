import asked from '../../icons/source/asked.svg?no-inline';
import cannotTell from '../../icons/source/cannot-tell.svg?no-inline';
import mayHaveAsked from '../../icons/source/may-have-asked.svg?no-inline';
import noLetsEncrypt from '../../icons/source/no-lets-encrypt.svg?no-inline';
import noSite from '../../icons/source/no-site.svg?no-inline';
import probablyNotAsked from '../../icons/source/probably-not-asked.svg?no-inline';
import type { PageState } from './page-state.ts';

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
  /** The state in words; empty where they stand beside it and need not be read out twice. */
  name: string;
}

/** The emblem in one of its states. */
export function StateEmblem({ state, name }: StateEmblemProps) {
  return <img class="emblem" src={DRAWING[state]} alt={name} width={28} height={28} />;
}
