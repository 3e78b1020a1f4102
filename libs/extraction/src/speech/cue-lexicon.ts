import type { SpeechAct } from '#domain';

/**
 * What may follow a cue as the words it attributes:
 * s a clause ("that ...", or bare) - q a quotation, also with the subject behind ("said Ruiz") - r a listener, then the content
 * n a noun phrase ("denounced the raid") - o somebody, then "to" or "of" or "as" ("urged them to leave") - t "to" + verb
 * c a clause that "that" opens. A preposition in brackets must follow: call[for,on], or all words of a phrase: take[issue_with].
 */
export interface CueEntry {
  readonly lemma: string;
  readonly frames: string;
  readonly prepositions: readonly string[];
  readonly act: SpeechAct;
  /** The reporter keeps a distance: what follows stands on the source's word alone. */
  readonly distancing: boolean;
}

/** act -> "lemma/frames" pairs. The grade of a cue is its act: what the speaker does by saying it. */
const TABLE: Readonly<Record<SpeechAct, string>> = {
  asserts: `say/sq tell/rsq write/sqn add/sq note/sqn state/sqn argue/sq report/sqn suggest/sqn announce/sqn declare/sqno describe/on call/no
    tweet/sqn show/sn indicate/sn insist/sq explain/sqn claim/sqt! conclude/sq recall/sqn remark/sq observe/sq comment/q[on] reveal/sn cite/n
    point[out,to]/sqn refer[to]/qn mention/nq contend/sq assert/sq maintain/sq reiterate/sqn repeat/qns stress/sqn emphasize/sqn emphasise/sqn
    underline/sn underscore/sn highlight/n reply/sq respond/q answer/q continue/q joke/sq quip/sq boast/sq brag/s testify/s recount/sqn
    post/qn read/q believe/s think/s feel/s know/s learn/s hear/sq realize/s imply/s hint/s signal/st estimate/s assure/rs remind/rs inform/rs
    convince/r reassure/rs brief/rs notify/rs shout/q yell/q chant/q exclaim/q interject/q tell[of]/n talk[about,of]/n speak[about,of]/n
    complain/sqn[about,of] remember/sn clarify/s confirm/sn demonstrate/s discuss/n identify/no portray/no list/n quote/n rail[against]/n
    label/no deem/o dub/o term/o liken/o compare/o echo/nq express/n voice/n praise/n applaud/n thank/n tout/n hail/n laud/n
    welcome/n endorse/n support/n defend/n champion/n reaffirm/sn disclose/sn determine/s find/s see/o view/o consider/o regard/o
    worry/sn[about] hope/st want/t mock/n recite/n invoke/n extol/n credit/n prefer/nt
    favor/n favour/n decide/st realise/s document/sn detail/n outline/n allude[to]/n relay/s narrate/q opine/sq
    muse/sq surmise/s speculate/s suspect/s doubt/sn assume/s deduce/s calculate/s figure/s agree/sq concur/s elaborate/q
    summarize/q summarise/q intone/q mutter/q whisper/q sigh/q laugh/q scoff/q retort/q counter/q apologize[for]/n put[it]/q crack/q characterize/no characterise/no back/n rule/s rule[out]/n attribute/o persuade/o congratulate/n
    imagine/s vouch[for]/n retweet/qn lay[out]/n lash[at]/n touch[on]/n spell[out]/n decline/t refuse/tn seek/t aim/t wish/t vote/t`,
  denies: `deny/snt! reject/no dismiss/no refute/ns rebut/n dispute/ns disavow/n repudiate/n disclaim/n contradict/n rubbish/n quash/n scotch/n debunk/n disown/n disagree[with]/n rebuff/n downplay/n contest/n scoff[at]/n sneer[at]/n distance[itself_from,himself_from,herself_from,themselves_from]/n
    discredit/n plead[not_guilty]/n hit[back_at,out_at]/n push[back_at,back_against,back_on]/n take[issue_with]/n pour[cold_water_on,scorn_on]/n throw[cold_water_on]/n cast[doubt_on]/n fight[back_against]/n swat[away,aside]/n
    withdraw/n retract/n recant/n take[back]/n walk[back]/n laugh[off]/n brush[off,aside,away]/n shrug[off]/n wave[off,aside,away]/n shoot[down]/n knock[down]/n bat[away]/n play[down]/n`,
  urges:
    'urge/osn call[for,on,upon]/on demand/snqt appeal[to,for]/on order/os implore/oq plead[for,with]/oq beg/oq exhort/o press[for]/n recommend/sn advise/osq encourage/o instruct/os request/ns insist[on]/n propose/nst push[for]/n lobby[for]/n advocate/n invite/o',
  promises:
    'promise/stqn vow/stq pledge/stqn swear/st commit/t guarantee/sn undertake/t offer/tn agree/t plan/t intend/t threaten/tn',
  warns: 'warn/rsqn[of,about,against] caution/rsqn[against] fear/sn alert/rs',
  condemns:
    'condemn/no denounce/no criticize/no criticise/no blast/no slam/no decry/nq deplore/nq lament/snq bemoan/sn attack/no assail/no rebuke/no chide/no lambaste/no scold/no berate/no castigate/no ridicule/no deride/no oppose/n question/n protest/sn regret/sn object[to]/n rip/n trash/n challenge/n fault/no',
  accuses: 'accuse/o! blame/no! allege/s! charge/s! implicate/o! insinuate/s! blame[on]/n',
  acknowledges:
    'acknowledge/snq admit/snq concede/snq confess/snq recognize/s recognise/s accept/c grant/c allow/c',
  predicts: 'predict/snq forecast/sn expect/stno anticipate/sn project/s envision/n foresee/sn bet/s',
  asks: 'ask/rsqon[about] wonder/sqn inquire/sq enquire/sq query/qn',
};

const FRAME = /^([a-z]+)(?:\[([a-z,_]+)\])?\/([a-z]*)(?:\[([a-z,]+)\])?(!?)$/;

function readTable(): Map<string, CueEntry[]> {
  const entries = new Map<string, CueEntry[]>();
  for (const [act, words] of Object.entries(TABLE)) {
    for (const word of words.split(/\s+/)) {
      const match = FRAME.exec(word);
      if (!match) continue;
      const [, lemma = '', required, frames = '', optional, mark] = match;
      const prepositions = (required ?? optional ?? '').split(',').filter((p) => p.length > 1);
      const entry: CueEntry = {
        lemma,
        frames: required ? `${frames}p` : frames,
        prepositions,
        act: act as SpeechAct,
        distancing: mark === '!',
      };
      entries.set(lemma, [...(entries.get(lemma) ?? []), entry]);
    }
  }
  return entries;
}

/** By lemma; a lemma may have several entries, the ones with a required preposition (frame `p`) first. */
export const CUES: ReadonlyMap<string, readonly CueEntry[]> = new Map(
  [...readTable()].map(([lemma, entries]) => [
    lemma,
    entries.toSorted((a, b) => Number(b.frames.includes('p')) - Number(a.frames.includes('p'))),
  ]),
);
